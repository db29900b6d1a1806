import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { build } from '../../src/app/build.ts';
import type { BuildRequest } from '../../src/app/build-request.ts';
import { readLeg } from '../../src/app/outputs/leg-file.ts';
import { NO_OUTPUTS } from '../../src/app/run/run-report.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { type ServedCloud, servedCloud } from '../support/served-cloud.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A template that needs no machine: what the local cloud makes without one is an image all the same. */
const TEMPLATE = `
variable "name" {
  type = string
}
variable "token" {
  type      = string
  default   = "hunter2-hunter2"
  sensitive = true
}
source "amazon-ebs" "app" {
  ami_name      = "app-\${var.name}"
  instance_type = "t3.micro"
  communicator  = "none"
  source_ami_filter {
    filters     = { name = "ubuntu/images/*/ubuntu-jammy-22.04-amd64-server-*" }
    owners      = ["099720109477"]
    most_recent = true
  }
}
build {
  sources = ["source.amazon-ebs.app"]
  POST_PROCESSORS
}
`;
const MANIFEST = 'post-processor "manifest" { output = "made.json" }';

let served: ServedCloud;
let folder: string;
let events: BakeEvent[];
let abort: AbortController;
beforeAll(async () => {
  served = await servedCloud();
});
afterAll(() => served.close());
beforeEach(() => {
  folder = temporaryFolder('build');
  events = [];
  abort = new AbortController();
});
afterEach(() => {
  expect(served.cloud.leftovers()).toEqual([]);
});

function request(postProcessors: string, overrides: Partial<BuildRequest> = {}): BuildRequest {
  writeFileSync(path.join(folder, 'app.pkr.hcl'), TEMPLATE.replace('POST_PROCESSORS', postProcessors));
  return {
    template: 'app.pkr.hcl',
    variables: [{ name: 'name', value: randomIds.token(8) }],
    variableFiles: [],
    only: [],
    except: [],
    workingDirectory: folder,
    clock: systemClock,
    ids: randomIds,
    environment: { PATH: process.env['PATH'] },
    reporter: { report: (event) => void events.push(event) },
    secrets: new SecretRegistry(),
    signal: abort.signal,
    cloud: 'local',
    localCloud: served.handle,
    region: undefined,
    onError: 'cleanup',
    force: false,
    reuse: 'never',
    fingerprintKey: undefined,
    parallelBuilds: 0,
    hostKeyPolicy: 'proven',
    fallbackInstanceTypes: [],
    deadlineMinutes: undefined,
    manifest: undefined,
    runId: randomIds.token(16),
    runDirectory: path.join(folder, 'run'),
    cliPath: '/nowhere/cli.js',
    ...overrides,
  };
}

describe('the use case build', () => {
  it('bakes a template and publishes what it made', async () => {
    const { outcome, error, report, outputs } = await build(request(MANIFEST));
    expect({ outcome, error }).toEqual({ outcome: 'succeeded', error: undefined });
    expect(outputs.amiId).toMatch(/^ami-[0-9a-f]{17}$/);
    expect(outputs.amiIds).toEqual({ 'eu-west-1': outputs.amiId });
    expect(outputs.sourceAmiId).toMatch(/^ami-[0-9a-f]{17}$/);
    expect(outputs.snapshotIds).toEqual([expect.stringMatching(/^snap-[0-9a-f]{17}$/)]);
    expect(outputs.artifacts).toEqual({ 'amazon-ebs.app': [report?.builds[0]?.artifact] });
    expect(outputs.manifest).toBe(path.join(folder, 'made.json'));
    expect(JSON.parse(readFileSync(path.join(folder, 'made.json'), 'utf8'))).toMatchObject({
      builds: [{ name: 'app', artifact_id: `eu-west-1:${outputs.amiId}`, packer_run_uuid: report?.runUuid }],
    });
  }, 30_000);

  it('keeps the journal for the clean-up, without a secret in it, and no temporary file', async () => {
    await build(request(''));
    const journal = readFileSync(path.join(folder, 'run', 'journal.jsonl'), 'utf8');
    expect(journal).toMatch(/"type":"kept"/);
    expect(journal).not.toContain('hunter2');
    expect(existsSync(path.join(folder, 'run', 'tmp'))).toBe(false);
  }, 30_000);

  it('registers sensitive values of the template as secrets', async () => {
    const secrets = new SecretRegistry();
    await build(request('', { secrets }));
    expect(secrets.mask('it is hunter2-hunter2')).toBe('it is ***');
  }, 30_000);

  it('writes the manifest that was asked for, also where the template writes another one', async () => {
    const { outputs } = await build(request(MANIFEST, { manifest: 'mine.json' }));
    expect(outputs.manifest).toBe(path.join(folder, 'mine.json'));
    expect(JSON.parse(readFileSync(path.join(folder, 'mine.json'), 'utf8')).builds).toHaveLength(1);
    expect(existsSync(path.join(folder, 'made.json'))).toBe(true);
  }, 30_000);

  it('publishes the manifest whose name only the run knew', async () => {
    const { outputs } = await build(request(`post-processor "manifest" { output = "m-\${build.ID}.json" }`));
    expect(outputs.manifest).toMatch(/\/m-i-[0-9a-f]{17}\.json$/);
    expect(existsSync(outputs.manifest ?? '')).toBe(true);
  }, 30_000);

  it('does not write a build twice where the template writes the manifest that was asked for', async () => {
    await build(request(MANIFEST, { manifest: 'made.json' }));
    expect(JSON.parse(readFileSync(path.join(folder, 'made.json'), 'utf8')).builds).toHaveLength(1);
  }, 30_000);

  it('refuses the second of two builds that would make images of one name, before it makes anything', async () => {
    const before = served.cloud.calls.length;
    const { outcome, report, outputs } = await build(request('source "amazon-ebs.app" { name = "twin" }'));
    expect(outcome).toBe('failed');
    const [made, refused] = [...(report?.builds ?? [])].sort((one) => (one.outcome === 'succeeded' ? -1 : 1));
    expect(outputs.amiId).toBe(made?.artifact?.images[0]?.id);
    expect(refused?.error).toMatchObject({
      code: 'ami-name-taken',
      message: `The build "${made?.build}" of this run makes an AMI with the name "${made?.artifact?.images[0]?.name}" in eu-west-1 as well`,
    });
    const launches = served.cloud.calls
      .slice(before)
      .filter(({ action, parameters }) => action === 'RunInstances' && parameters['DryRun'] === undefined);
    expect(launches).toHaveLength(1);
  }, 30_000);

  it('lets builds of one name follow each other where the later image replaces the earlier one', async () => {
    const twin = 'source "amazon-ebs.app" {\n name = "twin"\n force_delete_snapshot = true\n}';
    const { outcome } = await build(request(twin, { force: true, parallelBuilds: 1 }));
    expect(outcome).toBe('succeeded');
  }, 30_000);

  it('publishes the image although a post-processor failed', async () => {
    const { outcome, error, outputs } = await build(
      request(
        'post-processors {\n post-processor "shell-local" { inline = ["exit 3"] }\n post-processor "manifest" {}\n}',
      ),
    );
    expect(outcome).toBe('failed');
    expect(error?.message).toBe('The inline script exited with status 3 on this machine; expected 0');
    expect(outputs.amiId).toMatch(/^ami-/);
    expect(outputs.manifest).toBeUndefined();
  }, 30_000);

  it('fails when the manifest that was asked for cannot be written, and publishes all the same', async () => {
    // What is in its place was not there when the run began.
    const blocking = 'post-processor "shell-local" { inline = ["mkdir -p made/manifest.json"] }';
    const { outcome, outputs } = await build(request(blocking, { manifest: 'made/manifest.json' }));
    expect(outcome).toBe('failed');
    expect(outputs.amiId).toMatch(/^ami-/);
  }, 30_000);

  it('tells of a file that cannot be written also where the run failed for something else', async () => {
    const blocking = 'post-processor "shell-local" { inline = ["mkdir -p made/manifest.json", "exit 3"] }';
    const { error } = await build(request(blocking, { manifest: 'made/manifest.json' }));
    expect(error?.code).toBe('script-failed');
    expect(events).toContainEqual({
      type: 'log',
      level: 'warning',
      message: expect.stringMatching(/^Could not write the manifest .*made\/manifest\.json: EISDIR/),
    });
  }, 30_000);

  it('hands on what it made also where a later post-processor has moved the manifest away', async () => {
    const moving = `post-processors {
  post-processor "manifest" { output = "made.json" }
  post-processor "shell-local" { inline = ["mv made.json elsewhere.json"] }
}`;
    const { error, outputs } = await build(request(moving, { outputsFile: 'app.json' }));
    expect(error).toBeUndefined();
    expect(readLeg('app.json', folder).manifest?.builds.map(({ artifactId }) => artifactId)).toEqual([
      `eu-west-1:${outputs.amiId}`,
    ]);
  }, 30_000);

  it('writes variables for Terraform when all went well, and only then', async () => {
    const file = path.join(folder, 'ami.auto.tfvars.json');
    const failing = 'post-processor "shell-local" { inline = ["exit 3"] }';
    await build(request(failing, { tfvars: 'ami.auto.tfvars.json' }));
    expect(existsSync(file)).toBe(false);
    const { outputs } = await build(request('', { tfvars: 'ami.auto.tfvars.json' }));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ami_id: outputs.amiId, ami_ids: outputs.amiIds });
  }, 30_000);

  it('leaves no file of an earlier run where it fails before anything is baked, but for the manifest', async () => {
    const files = {
      outputsFile: 'baked/app.json',
      tfvars: 'baked/ami.auto.tfvars.json',
      provenance: 'baked/provenance.json',
      manifest: 'baked/manifest.json',
    };
    const present = () => readdirSync(path.join(folder, 'baked')).sort();
    await build(request('', files));
    expect(present()).toEqual([
      'ami.auto.tfvars.json',
      'app.json',
      'manifest.json',
      'provenance.json',
      'provenance.predicate.json',
      'provenance.subjects.txt',
    ]);
    const { outcome } = await build(request('nonsense', { ...files, runDirectory: path.join(folder, 'run2') }));
    expect(outcome).toBe('failed');
    expect(present()).toEqual(['manifest.json']);
    expect(events).toContainEqual({
      type: 'log',
      level: 'info',
      message: `Removed what an earlier run had written: ${[
        'baked/app.json',
        'baked/provenance.json',
        'baked/provenance.predicate.json',
        'baked/provenance.subjects.txt',
        'baked/ami.auto.tfvars.json',
      ].join(', ')}`,
    });
  }, 30_000);

  it('hands on no secret in the outputs file, and says where it would have been', async () => {
    const ours = request('', { outputsFile: 'app.json' });
    const template = TEMPLATE.replace('POST_PROCESSORS', '').replace('app-${var.name}', '${var.name}-${var.token}');
    writeFileSync(path.join(folder, 'app.pkr.hcl'), template);
    const { error, outputs } = await build(ours);
    expect(error).toBeUndefined();
    expect(outputs.artifacts['amazon-ebs.app']?.[0]?.images[0]?.name).toMatch(/-hunter2-hunter2$/);
    const name = `${ours.variables[0]?.value}-***`;
    expect(readLeg('app.json', folder).outputs.artifacts['amazon-ebs.app']?.[0]?.images[0]?.name).toBe(name);
    expect(readFileSync(path.join(folder, 'app.json'), 'utf8')).not.toContain('hunter2');
    expect(events).toContainEqual({
      type: 'log',
      level: 'warning',
      message: expect.stringContaining(
        `app.json (outputs-file) has "***" where the outputs hold a secret (the value of a sensitive variable, in "${name}")`,
      ),
    });
  }, 30_000);

  it.each([
    ['a name that is not for Terraform', { tfvars: 'ami.tfvars' }, 'invalid-tfvars'],
    ['a place where nothing can be written', { outputsFile: 'app.pkr.hcl/app.json' }, 'file-unwritable'],
    ['a manifest that is none', { manifest: 'app.pkr.hcl' }, 'manifest-unreadable'],
  ])(
    'refuses %s before it asks the cloud anything',
    async (_, file, code) => {
      const before = served.cloud.calls.length;
      const { outcome, error } = await build(request('', file));
      expect({ outcome, code: error?.code }).toEqual({ outcome: 'failed', code });
      expect(served.cloud.calls).toHaveLength(before);
    },
    30_000,
  );

  it('tells the story of the run: where the image comes from, how big it is, what was removed', async () => {
    const { outputs, story } = await build(request(''));
    const [made] = outputs.artifacts['amazon-ebs.app'] ?? [];
    expect(made).toMatchObject({ sourceImageName: expect.stringMatching(/^ubuntu\//), images: [{ sizeGib: 8 }] });
    expect(story.removed.map(({ resource }) => resource.kind)).toContain('instance');
  }, 30_000);

  it('tells local programs where the local cloud is', async () => {
    await build(request('post-processor "shell-local" { inline = ["echo at $AWS_ENDPOINT_URL"] }'));
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'remote-line', text: `at ${served.handle.endpoint}` }),
    );
  }, 30_000);

  it('reads data sources of the local cloud before it plans', async () => {
    const data = `data "amazon-ami" "base" {
  owners      = ["099720109477"]
  filters     = { name = "ubuntu/images/*/ubuntu-noble-24.04-amd64-server-*" }
  most_recent = true
}
`;
    const given = request('');
    const template = readFileSync(path.join(folder, 'app.pkr.hcl'), 'utf8');
    const source = 'source_ami = data.amazon-ami.base.id\n}\nbuild';
    writeFileSync(path.join(folder, 'app.pkr.hcl'), data + template.replace(/source_ami_filter[\s\S]*?build/, source));
    const { error, outputs } = await build(given);
    expect(error).toBeUndefined();
    const asked = served.cloud.calls.filter(({ action }) => action === 'DescribeImages').slice(-10);
    expect(asked.some(({ parameters }) => Object.values(parameters).includes(outputs.sourceAmiId ?? ''))).toBe(true);
    expect(asked.some(({ parameters }) => Object.values(parameters).some((each) => each.includes('noble')))).toBe(true);
  }, 30_000);

  it('says what is wrong with a template, and begins nothing', async () => {
    const result = await build(request('post-processor "manifset" {}', { variables: [] }));
    expect(result.outcome).toBe('failed');
    expect(result.error?.category).toBe('template');
    expect(result.outputs).toEqual(NO_OUTPUTS);
    expect(result.diagnostics.filter(({ severity }) => severity === 'error').length).toBeGreaterThanOrEqual(2);
    expect(events.filter(({ type }) => type === 'diagnostic')).toHaveLength(result.diagnostics.length);
    expect(existsSync(path.join(folder, 'run'))).toBe(false);
  });

  it('stops before anything is launched where the template asks for what does not run yet', async () => {
    const result = await build(request('post-processor "vagrant" {}'));
    expect(result.outcome).toBe('failed');
    expect(result.diagnostics).toMatchObject([
      { severity: 'error', summary: 'The post-processor "vagrant" is not built in', stopsBuild: true },
    ]);
    expect(existsSync(path.join(folder, 'run'))).toBe(false);
  });

  it('bakes what is selected, whatever the sources that are left out would need', async () => {
    const selected = request('post-processor "vagrant" { only = ["azure-arm.other"] }', { only: ['amazon-ebs.app'] });
    const text = readFileSync(path.join(folder, 'app.pkr.hcl'), 'utf8')
      .replace('["source.amazon-ebs.app"]', '["source.amazon-ebs.app", "source.azure-arm.other"]')
      .concat('source "azure-arm" "other" { location = "West Europe" }\n');
    writeFileSync(path.join(folder, 'app.pkr.hcl'), text);
    const { outcome, diagnostics } = await build(selected);
    expect({ outcome, diagnostics }).toEqual({ outcome: 'succeeded', diagnostics: [] });
  }, 30_000);

  it('is cancelled by its signal, and leaves nothing', async () => {
    const result = await build(
      request('', {
        reporter: {
          report: (event) => {
            if (event.type === 'resource-created' && event.resource.kind === 'instance') abort.abort();
          },
        },
      }),
    );
    expect(result.outcome).toBe('cancelled');
    expect(result.error?.category).toBe('cancelled');
    expect(result.report?.builds[0]?.left).toEqual([]);
  }, 30_000);

  // The local cloud of a run is started with sudo by all but root.
  (process.getuid?.() === 0 ? it : it.skip)(
    'says how to find what is kept, and that in a local cloud of its own it ends with that',
    async () => {
      const cliPath = path.join(folder, 'cli.cjs');
      writeFileSync(cliPath, `console.log(${JSON.stringify(JSON.stringify(served.handle))})`);
      const failing = 'post-processor "shell-local" { inline = ["exit 3"] }';
      const { localCloud: _, ...own } = request(failing, { cliPath, onError: 'abort' });
      const message =
        'on-error is "abort", but what a build on the local cloud leaves ends with that cloud, at the end of this job';
      expect((await build(own)).outcome).toBe('failed');
      expect(events).toContainEqual({ type: 'log', level: 'warning', message });

      events.length = 0;
      const elsewhere = request(failing, { onError: 'abort' });
      await build(elsewhere);
      expect(events).not.toContainEqual(expect.objectContaining({ level: 'warning' }));
      const found = `on-error is "abort": what this run leaves has the tag bake-ami:run with the value ${elsewhere.runId}`;
      expect(events).toContainEqual({ type: 'log', level: 'info', message: found });
    },
    30_000,
  );

  it('says so when the local cloud cannot be started', async () => {
    const { localCloud: _, ...without } = request('');
    const result = await build(without);
    expect(result).toMatchObject({ outcome: 'failed', error: { code: 'local-cloud-not-started' } });
  }, 30_000);
});
