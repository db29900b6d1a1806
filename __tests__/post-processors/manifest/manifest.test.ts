import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PostProcessContext } from '../../../src/engine/ports.ts';
import type { BakeEvent } from '../../../src/kernel/events.ts';
import { type ManifestOptions, manifestPostProcessor } from '../../../src/post-processors/manifest/index.ts';
import { artifact, decoded } from '../../engine/support/fake-components.ts';
import { buildContext } from '../../support/plugin-context.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder('manifest');
  file = path.join(folder, 'packer-manifest.json');
});

const UUID = '6f1a5c1e-0b5d-4a3c-9a4e-0d1c2b3a4f5e';
const AMI = artifact('us-east-1:ami-0abc,us-west-2:ami-0def');

function run(options: Partial<ManifestOptions> = {}, overrides: Partial<PostProcessContext> = {}, input = AMI) {
  const all = {
    output: 'packer-manifest.json',
    strip_path: false,
    strip_time: false,
    custom_data: undefined,
    ...options,
  };
  const context: PostProcessContext = {
    ...buildContext({
      workingDirectory: folder,
      source: { type: 'amazon-ebs', name: 'ubuntu', localName: 'local' },
      runUuid: UUID,
      clock: new VirtualClock({ start: new Date(1_700_000_000_900), autoAdvance: true }),
    }),
    generated: { ID: 'i-0123', SourceAMI: 'ami-0source' },
    line: () => undefined,
    ...overrides,
  };
  return manifestPostProcessor.process(decoded<ManifestOptions>(all), input, context);
}

const written = (): string => readFileSync(file, 'utf8');

// The bytes are those of Packer 1.16 for the same artifact (packer.io, "Manifest post-processor").
const ONE_BUILD = `{
  "builds": [
    {
      "name": "ubuntu",
      "builder_type": "amazon-ebs",
      "build_time": 1700000000,
      "files": null,
      "artifact_id": "us-east-1:ami-0abc,us-west-2:ami-0def",
      "packer_run_uuid": "${UUID}",
      "custom_data": null
    }
  ],
  "last_run_uuid": "${UUID}"
}`;

describe('the manifest post-processor', () => {
  it('tells where it is', async () => {
    const events: BakeEvent[] = [];
    await run({ output: 'mine.json' }, { emit: (event) => void events.push(event) });
    const build = 'test.amazon-ebs.machine';
    expect(events).toEqual([{ type: 'file-written', build, kind: 'manifest', path: path.join(folder, 'mine.json') }]);
  });

  it("writes Packer's bytes, and hands on the artifact", async () => {
    expect(await run()).toBe(AMI);
    expect(written()).toBe(ONE_BUILD);
  });

  it('writes custom_data rendered, its keys sorted as bytes, with the escapes of Go', async () => {
    await run({
      custom_data: {
        b: 'from {{ .SourceAMI }}',
        a: '<a href="x">&\u2028\u2029\t\u0001é</a>',
        '10': 'ten',
        '9': 'nine',
        Z: '',
      },
    });
    expect(written()).toContain(`"custom_data": {
        "10": "ten",
        "9": "nine",
        "Z": "",
        "a": "\\u003ca href=\\"x\\"\\u003e\\u0026\\u2028\\u2029\\t\\u0001é\\u003c/a\\u003e",
        "b": "from ami-0source"
      }`);
  });

  it('writes an empty custom_data as such', async () => {
    await run({ custom_data: {} });
    expect(written()).toContain('"custom_data": {}\n');
  });

  it('leaves out the time with strip_time', async () => {
    await run({ strip_time: true });
    expect(written()).toBe(ONE_BUILD.replace('      "build_time": 1700000000,\n', ''));
  });

  it('lists local files with their sizes, 0 where there is none', async () => {
    const there = path.join(folder, 'disk.raw');
    writeFileSync(there, '12345');
    await run({}, {}, artifact('', { files: [there, '/nowhere/gone.raw'] }));
    expect(JSON.parse(written()).builds[0].files).toEqual([
      { name: there, size: 5 },
      { name: '/nowhere/gone.raw', size: 0 },
    ]);
  });

  it('writes only the names of files with strip_path', async () => {
    await run({ strip_path: true }, {}, artifact('', { files: ['/nowhere/gone.raw'] }));
    expect(written()).toContain(`"files": [
        {
          "name": "gone.raw",
          "size": 0
        }
      ],`);
  });

  it('appends to what is there, also when Packer wrote it, and replaces the last run', async () => {
    writeFileSync(
      file,
      ONE_BUILD.replaceAll(UUID, 'earlier').replace('null\n', '{\n        "2": "b",\n        "10": "a"\n      }\n'),
    );
    await run({ strip_time: true });
    const manifest = JSON.parse(written());
    expect(manifest.builds.map((entry: { packer_run_uuid: string }) => entry.packer_run_uuid)).toEqual([
      'earlier',
      UUID,
    ]);
    expect(manifest.last_run_uuid).toBe(UUID);
    expect(written()).toContain('"build_time": 1700000000');
    expect(written()).toContain('"custom_data": {\n        "10": "a",\n        "2": "b"\n      }');
  });

  it('starts anew with -force, but not within one run', async () => {
    writeFileSync(file, ONE_BUILD.replaceAll(UUID, 'earlier'));
    await run({}, { force: true });
    expect(written()).toBe(ONE_BUILD);
    await run({}, { force: true });
    expect(JSON.parse(written()).builds).toHaveLength(2);
  });

  it('loses no entry when many builds write at the same time', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `source-${index}`);
    await Promise.all(names.map((name) => run({}, { source: { type: 'amazon-ebs', name, localName: name } })));
    const entries: { name: string }[] = JSON.parse(written()).builds;
    expect(entries.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(readdirSync(folder)).toEqual(['packer-manifest.json']);
  });

  it('waits for a lock that somebody holds, and takes over one that was left by the dead', async () => {
    writeFileSync(`${file}.lock`, '');
    // Fresh by this clock: somebody holds it.
    const clock = new VirtualClock({ start: new Date(), autoAdvance: true });
    await run({}, { clock });
    expect(clock.monotonic()).toBeGreaterThan(25_000);
    expect(existsSync(`${file}.lock`)).toBe(false);

    writeFileSync(`${file}.lock`, '');
    utimesSync(`${file}.lock`, 1_600_000_000, 1_600_000_000);
    await run();
    expect(JSON.parse(written()).builds).toHaveLength(2);
  });

  it('gives up on a lock that is held for minutes, and leaves it alone', async () => {
    writeFileSync(`${file}.lock`, 'theirs');
    await expect(run()).rejects.toMatchObject({
      code: 'lock-timeout',
      message: `Another program holds the lock ${file}.lock`,
    });
    expect(readFileSync(`${file}.lock`, 'utf8')).toBe('theirs');
    expect(existsSync(file)).toBe(false);
  });

  it('can be cancelled while it waits for the lock', async () => {
    writeFileSync(`${file}.lock`, 'theirs');
    await expect(run({}, { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
  });

  it.each(['{', '[]', '{"builds": {}}', '{"builds": [1]}', '{"builds": [], "last_run_uuid": 1}'])(
    'refuses to append to %s, and leaves it as it is',
    async (text) => {
      writeFileSync(file, text);
      await expect(run()).rejects.toMatchObject({
        code: 'manifest-unreadable',
        message: `${file} is there already, and it is not a manifest`,
      });
      expect(written()).toBe(text);
      expect(readdirSync(folder)).toEqual(['packer-manifest.json']);
    },
  );

  it('takes an empty file for a manifest without builds', async () => {
    writeFileSync(file, '');
    await run();
    expect(written()).toBe(ONE_BUILD);
  });

  it('does not make the folder, and says so', async () => {
    await expect(run({ output: 'missing/manifest.json' })).rejects.toMatchObject({
      code: 'manifest-unwritable',
      hint: 'The folder has to exist and be writable. The option "output" of the post-processor or the input "manifest" says where it goes.',
    });
  });

  it('keeps the mode of the file, and writes through a link', async () => {
    writeFileSync(file, '');
    chmodSync(file, 0o600);
    symlinkSync(file, path.join(folder, 'link.json'));
    await run({ output: 'link.json' });
    expect(written()).toBe(ONE_BUILD);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['link.json', 'packer-manifest.json']);
  });
});
