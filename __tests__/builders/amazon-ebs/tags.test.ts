import { describe, expect, it } from '@jest/globals';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { Rig } from './support/rig.ts';

const cloud = { delays: quickDelays };
const map = (tags: Readonly<Record<string, string>>): string =>
  Object.entries(tags)
    .map(([key, value]) => `${JSON.stringify(key)} = ${JSON.stringify(value)}`)
    .join('\n');
const numbered = (count: number) =>
  map(Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, ''])));

describe('tags that EC2 takes', () => {
  it('are given to the image, up to the last character that it takes', async () => {
    const tags = { ['k'.repeat(128)]: 'v'.repeat(256), 'ключ "😀"': 'a\nb', awsome: '' };
    const rig = new Rig({ cloud, source: `tags = {\n${map(tags)}\n}` });
    expect((await rig.bake()).error).toBeUndefined();
    const [image] = await rig.ownImages();
    const given = Object.fromEntries((image?.Tags ?? []).map(({ Key, Value }) => [Key, Value]));
    expect(given).toMatchObject(tags);
  });
});

describe('tags that EC2 refuses', () => {
  it('are all told before anything is made', async () => {
    const tags = { ['k'.repeat(129)]: 'x', long: 'v'.repeat(257), 'AWS:x': 'y', '': 'z' };
    const rig = new Rig({ cloud, source: `tags = {\n${map(tags)}\n}` });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'tags-refused' });
    expect(String(error)).toContain(`the key "${'k'.repeat(40)}…" has 129 characters`);
    expect(String(error)).toContain('the value of "long" has 257 characters');
    expect(String(error)).toContain('the key "AWS:x" begins with "aws:"');
    expect(String(error)).toContain('a key is empty');
    expect(rig.calls().filter((action) => !/^(Describe|Get)/.test(action))).toEqual([]);
  });

  it('are too many together with those of the run', async () => {
    const rig = new Rig({ cloud, source: `tags = {\n${numbered(50)}\n}\nrun_tags = { one = "more" }` });
    expect(String((await rig.bake()).error)).toContain('tags (with run_tags) come to 51 tags');
    expect(rig.journal).toEqual([]);
  });

  it('are no matter where they are given to nothing', async () => {
    const source = `skip_create_ami = true\ntags = {\n${numbered(51)}\n}\nspot_tags = { "aws:x" = "y" }`;
    expect((await new Rig({ cloud, source }).bake()).error).toBeUndefined();
  });
});

it('a template can not say of its image what only bake-ami may say, and may say that it is to be kept', async () => {
  const forged = {
    'bake-ami:verified': '2026-01-01T00:00:00Z',
    'bake-ami:fingerprint': 'v1-forged',
    'bake-ami:inputs-2': 'a:b',
    'bake-ami:pruned-image': 'ami-0123456789abcdef0',
    'bake-ami:keep': 'yes',
  };
  const rig = new Rig({ cloud, source: `tags = {\n${map(forged)}\n}\nsnapshot_tags = {\n${map(forged)}\n}` });
  expect((await rig.bake()).error).toBeUndefined();
  expect(rig.logs().filter((line) => line.startsWith('warning'))).toEqual([
    'warning: Not taken from the template: the tags bake-ami:fingerprint, bake-ami:inputs-2, bake-ami:pruned-image, bake-ami:verified, by which bake-ami judges what it finds',
  ]);
  const [image] = await rig.ownImages();
  const keys = image?.Tags?.map(({ Key }) => Key);
  expect(keys).toContain('bake-ami:keep');
  expect(keys?.filter((key = '') => key !== 'bake-ami:keep' && Object.hasOwn(forged, key))).toEqual([]);
  const specifications = Object.entries(rig.call('CreateImage')).filter(([, value]) => Object.hasOwn(forged, value));
  expect(new Set(specifications.map(([, value]) => value))).toEqual(new Set(['bake-ami:keep']));
});
