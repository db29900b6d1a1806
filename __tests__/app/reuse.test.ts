import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { build } from '../../src/app/build.ts';
import type { BuildRequest } from '../../src/app/build-request.ts';
import { localCloudEnvironment } from '../../src/app/local-cloud/local-cloud-handle.ts';
import { matrixOf } from '../../src/app/matrix.ts';
import { readLeg } from '../../src/app/outputs/leg-file.ts';
import { narrate } from '../../src/app/texts/narration.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { type ServedCloud, servedCloud } from '../support/served-cloud.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A template that needs no machine. Its names are this test's own: the cloud is shared. */
function template(name: string, more = ''): string {
  return `
variable "token" {
  default   = "hunter2-hunter2"
  sensitive = true
}
source "amazon-ebs" "${name}" {
  ami_name      = "${name}-{{timestamp}}"
  instance_type = "t3.micro"
  communicator  = "none"
  tags          = { made = timestamp() }
  source_ami_filter {
    filters     = { name = "ubuntu/images/*/ubuntu-jammy-22.04-amd64-server-*" }
    owners      = ["099720109477"]
    most_recent = true
  }
  ${more}
}
build {
  sources = ["source.amazon-ebs.${name}"]
  post-processor "manifest" { output = "made.json" }
  post-processor "shell-local" { inline = ["echo ran >> post.txt"] }
}
`;
}

let served: ServedCloud;
let folder: string;
let events: BakeEvent[];
beforeAll(async () => {
  served = await servedCloud();
});
afterAll(() => served.close());
beforeEach(() => {
  folder = temporaryFolder('reuse');
  events = [];
});

function run(text: string, overrides: Partial<BuildRequest> = {}) {
  writeFileSync(path.join(folder, 'app.pkr.hcl'), text);
  events = [];
  return build({
    template: 'app.pkr.hcl',
    variables: [],
    variableFiles: [],
    only: [],
    except: [],
    workingDirectory: folder,
    clock: systemClock,
    ids: randomIds,
    environment: { PATH: process.env['PATH'] },
    reporter: { report: (event) => void events.push(event) },
    secrets: new SecretRegistry(),
    signal: new AbortController().signal,
    cloud: 'local',
    localCloud: served.handle,
    region: undefined,
    onError: 'cleanup',
    force: false,
    reuse: 'if-unchanged',
    fingerprintKey: undefined,
    parallelBuilds: 0,
    hostKeyPolicy: 'proven',
    fallbackInstanceTypes: [],
    deadlineMinutes: undefined,
    manifest: undefined,
    runId: randomIds.token(16),
    runDirectory: path.join(folder, `run-${randomIds.token(6)}`),
    cliPath: '/nowhere/cli.js',
    ...overrides,
  });
}

/** Of a plan, which makes nothing. */
function lookRequest() {
  return {
    template: 'app.pkr.hcl',
    variables: [],
    variableFiles: [],
    only: [],
    except: [],
    workingDirectory: folder,
    clock: systemClock,
    ids: randomIds,
    environment: { PATH: process.env['PATH'], ...localCloudEnvironment(served.handle) },
    reporter: { report: (event: BakeEvent) => void events.push(event) },
    secrets: new SecretRegistry(),
    signal: new AbortController().signal,
  };
}

const idsOf = ({ outputs }: Awaited<ReturnType<typeof run>>) =>
  Object.fromEntries(Object.entries(outputs.artifacts).map(([build, [made]]) => [build, [{ id: made?.id }]]));

const calls = () => served.cloud.calls.length;

describe('a look for what need not be made', () => {
  it('finds the image of the same, makes nothing, and hands it to a merge', async () => {
    const text = `${template('look')}\n${template('unmade').replace(/variable[\s\S]*?\n\}/, '')}`;
    const first = await run(text, { only: ['amazon-ebs.look'] });
    const before = calls();
    const request = lookRequest();
    const look = {
      region: undefined,
      fingerprintKey: undefined,
      verifiedOnly: false,
      outputsFile: 'there.json',
      runDirectory: path.join(folder, 'look'),
    };
    events.length = 0;
    const { legs, error } = await matrixOf(request, look);
    expect(error).toBeUndefined();
    const told = events.flatMap((event) => narrate(event) ?? []);
    expect(told.map(({ text }) => text)).toContain(
      'Looking for images of 2 builds: amazon-ebs.look, amazon-ebs.unmade',
    );
    expect(told.map(({ text }) => text).join('\n')).not.toMatch(/Baking|finished|made anew/);
    expect(legs?.map(({ build, ami_id: ami }) => [build, ami])).toEqual([
      ['amazon-ebs.look', first.outputs.amiId],
      ['amazon-ebs.unmade', ''],
    ]);
    const asked = served.cloud.calls.slice(before).map(({ action }) => action);
    expect(asked.filter((action) => !/^(Describe|Get)/.test(action))).toEqual([]);
    expect(readLeg('there.json', folder)).toMatchObject({
      builds: { 'amazon-ebs.look': 'succeeded' },
      outputs: { ami_id: first.outputs.amiId, reused: true },
      // For the one manifest of all, although nothing is written into one here.
      manifest: { builds: [{ name: 'look', artifactId: `eu-west-1:${first.outputs.amiId}` }] },
    });

    const undone = await matrixOf({ ...request, only: ['nothing'] }, look);
    expect(undone.legs).toBeUndefined();
    expect(existsSync(path.join(folder, 'there.json'))).toBe(false);

    const verified = await matrixOf(request, { ...look, verifiedOnly: true, outputsFile: undefined });
    expect(verified.legs?.map(({ ami_id: ami }) => ami)).toEqual(['', '']);
  });
});

describe('a matrix of what need not be made', () => {
  it('has as many jobs as GitHub takes, and says how many are too many', async () => {
    await run(template('first'));
    const more = (count: number) =>
      template('first').replace(
        'sources = ["source.amazon-ebs.first"]',
        `sources = ["source.amazon-ebs.first"]
  dynamic "source" {
    for_each = range(${count})
    labels   = ["amazon-ebs.first"]
    content { name = "other\${source.value}" }
  }`,
      );
    const look = { region: undefined, fingerprintKey: undefined, verifiedOnly: false, outputsFile: undefined };
    const planned = (count: number) => {
      writeFileSync(path.join(folder, 'app.pkr.hcl'), more(count));
      return matrixOf(lookRequest(), { ...look, runDirectory: path.join(folder, `look-${count}`) });
    };
    const { legs = [] } = await planned(256);
    expect(legs).toHaveLength(257);
    expect(legs.filter(({ ami_id: ami }) => ami !== '').map(({ build }) => build)).toEqual(['amazon-ebs.first']);
    const { diagnostics } = await planned(257);
    expect(diagnostics.map(({ summary }) => summary)).toContain(
      '257 of 258 builds have to be baked, and GitHub takes a matrix of 256 jobs',
    );
  }, 60_000);
});

describe('a second run of the same', () => {
  it('hands on the image of the first in five calls at most, and runs only the manifest of the post-processors', async () => {
    const first = await run(template('again'));
    expect(first.error).toBeUndefined();
    expect(first.outputs).toMatchObject({ isReused: false, fingerprint: expect.stringMatching(/^v1-[0-9a-f]{64}$/) });
    const before = calls();
    const second = await run(`# a comment\n${template('again')}`);
    expect(second.error).toBeUndefined();
    expect(calls() - before).toBeLessThanOrEqual(5);
    expect(second.outputs).toMatchObject({
      isReused: true,
      amiId: first.outputs.amiId,
      amiIds: first.outputs.amiIds,
      snapshotIds: first.outputs.snapshotIds,
      fingerprint: first.outputs.fingerprint,
      sourceAmiId: first.outputs.sourceAmiId,
    });
    expect(JSON.parse(readFileSync(path.join(folder, 'made.json'), 'utf8')).builds).toHaveLength(2);
    expect(readFileSync(path.join(folder, 'post.txt'), 'utf8')).toBe('ran\n');
    expect(events.some(({ type }) => type === 'resource-created')).toBe(false);
  }, 30_000);

  it('bakes with force, and says what changed when something did', async () => {
    const first = await run(template('forced'));
    const forced = await run(template('forced'), { force: true });
    expect(forced.outputs).toMatchObject({ isReused: false, fingerprint: first.outputs.fingerprint });
    expect(forced.outputs.amiId).not.toBe(first.outputs.amiId);
    const changed = await run(template('forced', 'user_data = "#!/bin/sh"'));
    expect(changed.report?.builds[0]?.artifact?.previous).toEqual({
      id: forced.outputs.amiId,
      changes: ['the option user_data is new'],
    });
  }, 30_000);

  it('warns where every run has another value', async () => {
    await run(template('moot', 'user_data = "made ${timestamp()}"'));
    const warnings = events.flatMap((event) => (event.type === 'diagnostic' ? [event.diagnostic] : []));
    expect(warnings).toMatchObject([{ code: 'reuse-moot', subject: { filename: 'app.pkr.hcl' } }]);
  }, 30_000);

  it('gives the outputs of all where several builds are reused, and bakes only what has changed', async () => {
    const two = (more: string) =>
      template('one')
        .replace(
          'build {',
          `${template('two', more)
            .replace(/variable[^}]*}/, '')
            .replace(/build {[\s\S]*/, '')}\nbuild {`,
        )
        .replace('"source.amazon-ebs.one"', '"source.amazon-ebs.one", "source.amazon-ebs.two"');
    const first = await run(two(''));
    const same = await run(two(''));
    expect(same.outputs).toMatchObject({ isReused: true, artifacts: idsOf(first) });
    const changed = await run(two('user_data = "#!/bin/sh"'));
    expect(changed.outputs.isReused).toBe(false);
    const reused = (changed.report?.builds ?? []).map(({ build, artifact }) => [build, artifact?.isReused === true]);
    expect(reused).toEqual([
      ['amazon-ebs.one', true],
      ['amazon-ebs.two', false],
    ]);
  }, 30_000);
});

describe('an image without reuse', () => {
  const secret = 'user_data = "token ${var.token}"';

  it('has a fingerprint too, so that a later run can reuse it', async () => {
    const first = await run(template('later'), { reuse: 'never' });
    const second = await run(template('later'));
    expect(second.outputs).toMatchObject({ isReused: true, amiId: first.outputs.amiId });
  }, 30_000);

  it('has none when a secret went in, unless there is a key', async () => {
    const plain = await run(template('secret', secret), { reuse: 'never' });
    expect(plain.outputs.fingerprint).toBeUndefined();
    const keyed = await run(template('secret', secret), { reuse: 'never', fingerprintKey: 'a-key-of-our-own' });
    expect(keyed.outputs.fingerprint).toMatch(/^v1-/);
    const asked = await run(template('secret', secret));
    expect(asked.outputs.fingerprint).toMatch(/^v1-/);
    expect(asked.outputs.fingerprint).not.toBe(keyed.outputs.fingerprint);
  }, 30_000);
});

describe('the provenance of a run', () => {
  const files = ['proof/p.json', 'proof/p.predicate.json', 'proof/p.subjects.txt'];
  const read = () => files.map((file) => readFileSync(path.join(folder, file), 'utf8'));

  it('is written in the forms that others take, without a secret, and not for what was there before', async () => {
    const text = template('proven', 'user_data = "token ${var.token}"');
    const environment = {
      PATH: process.env['PATH'],
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'octo/app',
      GITHUB_SHA: 'c0ffee',
      GITHUB_RUN_ID: '7',
    };
    const first = await run(text, { provenance: 'proof/p.json', environment });
    expect(first.error).toBeUndefined();
    const [statement = '', predicate = '', subjects] = read();
    expect(JSON.parse(statement)).toMatchObject({
      subject: [{ name: `arn:aws:ec2:eu-west-1::image/${first.outputs.amiId}` }],
      predicate: {
        buildDefinition: {
          externalParameters: { builds: { 'amazon-ebs.proven': { fingerprint: first.outputs.fingerprint } } },
          internalParameters: { cloud: 'local' },
        },
        runDetails: { metadata: { invocationId: 'https://github.com/octo/app/actions/runs/7/attempts/1' } },
      },
    });
    expect(JSON.parse(predicate)).toEqual(JSON.parse(statement).predicate);
    expect(subjects).toBe(
      `${JSON.parse(statement).subject[0].digest.sha256}  arn:aws:ec2:eu-west-1::image/${first.outputs.amiId}\n`,
    );
    expect(statement).not.toContain('hunter2');

    await run(text, { provenance: 'second.json', environment });
    expect(existsSync(path.join(folder, 'second.json'))).toBe(false);
  }, 30_000);

  it('that can not be written fails the run, and says so', async () => {
    // What is in its place was not there when the run began.
    const blocked = template('unwritten').replace('echo ran >> post.txt', 'touch file');
    const { outcome, error, outputs } = await run(blocked, { provenance: 'file/p.json' });
    expect(outcome).toBe('failed');
    expect(error?.code).toBe('provenance-unwritable');
    expect(outputs.amiId).toMatch(/^ami-/);
  }, 30_000);
});
