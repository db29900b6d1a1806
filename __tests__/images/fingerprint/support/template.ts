import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalogOf } from '../../../../src/app/registry.ts';
import { OtherMoments } from '../../../../src/app/run/other-moments.ts';
import { readTemplate } from '../../../../src/app/templates/read-template.ts';
import { type MadeOutFingerprint, makeOutFingerprint } from '../../../../src/images/fingerprint/fingerprint.ts';
import { randomIds } from '../../../../src/kernel/ids.ts';
import { SecretRegistry } from '../../../../src/kernel/secrets.ts';
import { registry } from '../../../app/support/registry.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { VirtualClock } from '../../../support/virtual-clock.ts';

export interface Circumstances {
  /** Of the template's file. Default: `app.pkr.hcl`. */
  readonly name?: string;
  /** Content by name, beside the template. */
  readonly files?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly sourceImageId?: string;
  readonly accountId?: string;
  readonly key?: string;
  /** Where the files are put, absolute. Default: a folder of its own. */
  readonly folder?: string;
  /** How long after the first of all runs this one is. */
  readonly afterMs?: number;
}

/** A source block with these options, and a build of it with these blocks. */
export function template(source: string, build: string, before = ''): string {
  return `${before}
source "amazon-ebs" "app" {
  ami_name      = "app-{{timestamp}}"
  instance_type = "t3.micro"
  ssh_username  = "ubuntu"
  source_ami    = "ami-0123456789abcdef0"
  ${source}
}
build {
  sources = ["source.amazon-ebs.app"]
  ${build}
}
`;
}

/** The fingerprint of the one build of a template, in a folder of its own each time. */
export async function fingerprintOf(text: string, circumstances: Circumstances = {}): Promise<MadeOutFingerprint> {
  const {
    name: file = 'app.pkr.hcl',
    files = {},
    variables = {},
    sourceImageId = 'ami-source',
    accountId = '123456789012',
  } = circumstances;
  const folder = circumstances.folder ?? temporaryFolder('fingerprint');
  for (const [name, content] of Object.entries({ ...files, [file]: text })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const clock = new VirtualClock({ autoAdvance: true });
  await clock.sleep(circumstances.afterMs ?? 0);
  const secrets = new SecretRegistry();
  const request = {
    template: file,
    variables: Object.entries(variables).map(([name, value]) => ({ name, value })),
    variableFiles: [],
    only: [],
    except: [],
    workingDirectory: folder,
    evaluateDataSources: true,
    clock,
    ids: randomIds,
    environment: {},
    reporter: { report: () => undefined },
    secrets,
    signal: new AbortController().signal,
  };
  const moments = new OtherMoments(request, registry);
  const { value, diagnostics } = await readTemplate(request, moments.plugins);
  const [planned, ...others] = value?.builds ?? [];
  if (planned === undefined || others.length > 0) throw new Error(JSON.stringify(diagnostics));
  return makeOutFingerprint({
    planned,
    atOtherTimes: await moments.farFrom(planned),
    aMomentLater: () => moments.closeTo(planned),
    origin: {
      sourceImageId,
      accountId,
      generated: { SourceAMI: sourceImageId, BuildRegion: 'us-east-1', SourceAMIName: `name of ${sourceImageId}` },
    },
    registry,
    catalog: catalogOf(registry),
    context: { workingDirectory: folder, force: false },
    secrets,
    key: circumstances.key,
  });
}
