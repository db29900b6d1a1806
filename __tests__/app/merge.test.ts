import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { MarkdownWriter } from '../../src/action/markdown.ts';
import { fateOf, mergeSummary } from '../../src/action/merge-results.ts';
import { merge } from '../../src/app/merge.ts';
import { type Leg, readLeg, writeLeg } from '../../src/app/outputs/leg-file.ts';
import { outputsFilesIn } from '../../src/app/outputs/outputs-files-in.ts';
import { outputsRecord } from '../../src/app/outputs/outputs-record.ts';
import { NO_OUTPUTS } from '../../src/app/run/run-report.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder('merge');
});

/** What a run has handed on that baked one image in each of these regions; the first is the build's own. */
function leg(build: string, ...regions: readonly string[]): Leg {
  const images = regions.map((region) => ({
    region,
    id: `ami-${build}-${region}`,
    name: build,
    snapshotIds: [`snap-${build}`],
  }));
  const artifact = {
    builderId: 'mitchellh.amazonebs',
    id: images.map(({ region, id }) => `${region}:${id}`).join(','),
    description: '',
    images,
    sourceImageId: 'ami-source',
    fingerprint: `f-${build}`,
    isReused: false,
  };
  const outputs = {
    ...NO_OUTPUTS,
    amiId: images[0]?.id,
    artifacts: images.length === 0 ? {} : { [build]: [artifact] },
  };
  const entry = {
    name: build,
    builderType: 'amazon-ebs',
    buildTime: 1,
    files: undefined,
    artifactId: artifact.id,
    runUuid: build,
    customData: undefined,
  };
  return {
    outcome: images.length === 0 ? 'failed' : 'succeeded',
    builds: { [build]: images.length === 0 ? 'failed' : 'succeeded' },
    outputs: outputsRecord(outputs),
    manifest: images.length === 0 ? undefined : { builds: [entry], lastRunUuid: build },
  };
}

function written(...legs: readonly Leg[]): readonly string[] {
  return legs.map((each, index) => {
    const name = `legs/${index}.json`;
    writeLeg(path.join(folder, name), each, randomIds);
    return name;
  });
}

const joined = (files: readonly string[], options: { expected?: readonly string[]; manifest?: string } = {}) =>
  merge({ files, expected: [], manifest: undefined, workingDirectory: folder, ids: randomIds, ...options });

describe('what a run hands on', () => {
  it('is read as it was written', () => {
    const [name = ''] = written(leg('web', 'eu-west-1', 'us-east-1'));
    expect(readLeg(name, folder)).toEqual(leg('web', 'eu-west-1', 'us-east-1'));
  });

  it.each([
    ['no JSON', 'nonsense', /can't be merged: .*JSON/],
    ['a list', '[]', /it is no object of JSON/],
    ['another file', '{"builds": []}', /"format" is not "bake-ami\/outputs\/1"/],
    ['an outcome that is none', '{"format":"bake-ami/outputs/1","outcome":"fine"}', /"outcome" is not/],
    [
      'an id that a shell would run',
      JSON.stringify({ format: 'bake-ami/outputs/1', ...leg('a$(id)', 'eu-west-1'), manifest: undefined }),
      /"outputs" does not hold the outputs of a run/,
    ],
    [
      'a region with a line end',
      JSON.stringify({ format: 'bake-ami/outputs/1', ...leg('a', 'eu-west-1\nami_id=evil'), manifest: undefined }),
      /"outputs" does not hold the outputs of a run/,
    ],
    [
      'an image without an id',
      JSON.stringify({ format: 'bake-ami/outputs/1', ...leg('a', 'eu-west-1'), manifest: undefined }).replaceAll(
        '"id":',
        '"di":',
      ),
      /"outputs" does not hold/,
    ],
    [
      'a manifest that is none',
      JSON.stringify({ format: 'bake-ami/outputs/1', ...leg('a'), manifest: { builds: 1 } }),
      /"manifest" is not a manifest/,
    ],
  ])('is refused where it is %s', (_what, text, message) => {
    writeFileSync(path.join(folder, 'x.json'), text);
    expect(() => readLeg('x.json', folder)).toThrow(message);
  });
});

describe('merging', () => {
  it('gives the outputs that one run of all builds would have given', () => {
    const { outputs, missing, unsuccessful } = joined(
      written(leg('web', 'eu-west-1', 'us-east-1'), leg('db', 'eu-west-1')),
    );
    expect(Object.keys(outputs.artifacts)).toEqual(['web', 'db']);
    expect(outputs).toMatchObject({
      ami_id: '',
      ami_ids: { 'us-east-1': 'ami-web-us-east-1' },
      source_ami_id: 'ami-source',
      snapshot_ids: ['snap-web', 'snap-web', 'snap-db'],
      reused: false,
      fingerprint: '',
      manifest: '',
    });
    expect({ missing, unsuccessful }).toEqual({ missing: [], unsuccessful: [] });
  });

  it('hands on the id of the image where one build alone made any', () => {
    const { outputs, unsuccessful } = joined(written(leg('db'), leg('web', 'eu-west-1', 'us-east-1')));
    expect(outputs).toMatchObject({ ami_id: 'ami-web-eu-west-1', fingerprint: 'f-web' });
    expect(unsuccessful).toEqual(['db']);
  });

  it('writes one manifest, whose builds all are of its last run', () => {
    const { outputs } = joined(written(leg('web', 'eu-west-1'), leg('db', 'eu-west-1')), {
      manifest: 'out/manifest.json',
    });
    expect(outputs.manifest).toBe(path.join(folder, 'out/manifest.json'));
    const manifest: { builds: { name: string; packer_run_uuid: string }[]; last_run_uuid: string } = JSON.parse(
      readFileSync(outputs.manifest, 'utf8'),
    );
    expect(manifest.builds.map(({ name }) => name)).toEqual(['web', 'db']);
    expect(new Set(manifest.builds.map((build) => build.packer_run_uuid))).toEqual(new Set([manifest.last_run_uuid]));
  });

  it('has the builds in the order of the plan', () => {
    const files = written(leg('db', 'eu-west-1'), leg('more', 'eu-west-1'), leg('web', 'eu-west-1'));
    const { outputs, builds } = joined(files, { expected: ['web', 'none', 'db'] });
    expect(Object.keys(builds)).toEqual(['web', 'db', 'more']);
    expect(Object.keys(outputs.artifacts)).toEqual(['web', 'db', 'more']);
  });

  it('says which builds nothing was handed on for', () => {
    expect(joined(written(leg('web', 'eu-west-1')), { expected: ['web', 'db'] }).missing).toEqual(['db']);
  });

  it('refuses two files with the same build: one of them is from another run', () => {
    const files = written(leg('web', 'eu-west-1'), leg('web', 'us-east-1'));
    expect(() => joined(files)).toThrow('legs/0.json and legs/1.json hold different images of the build "web"');
  });

  it('takes a build once that a second attempt of the workflow found where the first had baked it', () => {
    const found = JSON.parse(JSON.stringify(leg('web', 'eu-west-1')).replace('"reused":false', '"reused":true'));
    for (const legs of [
      [found, leg('web', 'eu-west-1'), leg('db', 'eu-west-1')],
      [leg('db', 'eu-west-1'), leg('web', 'eu-west-1'), found],
    ]) {
      const { outputs, files, builds } = joined(written(...legs), { manifest: 'manifest.json' });
      expect(Object.keys(builds).sort()).toEqual(['db', 'web']);
      expect(outputs.artifacts['web']?.[0]?.reused).toBe(false);
      expect(files['web']).toBe('legs/1.json');
      const manifest: { builds: { name: string }[] } = JSON.parse(readFileSync(outputs.manifest, 'utf8'));
      expect(manifest.builds.map(({ name }) => name).sort()).toEqual(['db', 'web']);
    }
  });

  it('forgets the failure of an attempt after which another one succeeded', () => {
    for (const legs of [
      [leg('web'), leg('web', 'eu-west-1')],
      [leg('web', 'eu-west-1'), leg('web')],
    ]) {
      const { outputs, unsuccessful } = joined(written(...legs));
      expect({ unsuccessful, id: outputs.ami_id }).toEqual({ unsuccessful: [], id: 'ami-web-eu-west-1' });
    }
  });

  it('finds nothing in names that every object of JavaScript has', () => {
    writeFileSync(
      path.join(folder, 'leg.json'),
      JSON.stringify({ format: 'bake-ami/outputs/1', ...leg('web', 'eu-west-1'), manifest: undefined })
        .replace('"web":"succeeded"', '"web":"succeeded","constructor":"failed","__proto__":"succeeded"')
        .replace('"artifacts":{', '"artifacts":{"toString":[],'),
    );
    const result = joined(['leg.json'], { expected: ['web', 'hasOwnProperty'] });
    expect(Object.keys(result.builds)).toEqual(['web', 'constructor', '__proto__']);
    expect(result).toMatchObject({ missing: ['hasOwnProperty'], unsuccessful: ['constructor'] });
    expect(['web', 'constructor', '__proto__', 'valueOf'].map((build) => fateOf(result, build))).toEqual([
      'baked',
      'failed',
      'built without an image',
      'missing',
    ]);
    expect(mergeSummary(result, new MarkdownWriter((text) => text))).toContain('| constructor | failed |');
  });

  it('refuses what is no file, which might never end', () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe.json')]);
    expect(() => joined(['pipe.json'])).toThrow("pipe.json can't be merged: it is no file");
  });

  it('refuses to join nothing', () => {
    expect(() => joined([])).toThrow('There are no outputs to merge');
  });
});

describe('the files of a folder', () => {
  it('are those in all folders within, without links, and a file stands for itself', () => {
    mkdirSync(path.join(folder, 'a/b'), { recursive: true });
    for (const name of ['a/2.json', 'a/b/1.json', 'a/readme.txt']) writeFileSync(path.join(folder, name), '{}');
    symlinkSync('/etc/hostname', path.join(folder, 'a/link.json'));
    expect(outputsFilesIn('a', folder)).toEqual(['a/2.json', 'a/b/1.json']);
    expect(outputsFilesIn('a/2.json', folder)).toEqual(['a/2.json']);
    expect(() => outputsFilesIn('nowhere', folder)).toThrow('There is nothing at nowhere');
  });
});
