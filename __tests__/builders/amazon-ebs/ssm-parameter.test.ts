import { GetParameterCommand, ListTagsForResourceCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import { ParameterStore } from '../../../src/images/publish/parameter-store.ts';
import { type FaultPlan, quickDelays } from '../../../src/local-cloud/options.ts';
import { clientConfig } from '../../support/local-cloud.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const quick = { delays: quickDelays };

function rigWriting(lines: readonly (readonly [string, string?])[], options: RigOptions = {}): Rig {
  const parameters = new ParameterStore(lines.map(([name, region]) => ({ name, region })));
  return new Rig({ cloud: quick, parameters, ...options });
}

function denying(...actions: readonly string[]): readonly FaultPlan[] {
  return actions.map((action) => ({
    action,
    fault: { error: 'AccessDeniedException', message: `not authorized to perform: ssm:${action}`, status: 400 },
  }));
}

const ssm = (rig: Rig, region = 'us-east-1'): SSMClient => new SSMClient(clientConfig(rig.cloud, region));

async function held(rig: Rig, Name: string, region?: string): Promise<string | undefined> {
  const { Parameter } = await ssm(rig, region).send(new GetParameterCommand({ Name }));
  return Parameter?.Value;
}

/** As the engine does it: after the bake, when all else has succeeded. */
async function bakeAndAnnounce(rig: Rig) {
  const outcome = await rig.bake();
  const error = outcome.error ?? (await outcome.artifact?.announce?.().catch((thrown: unknown) => thrown));
  return { ...outcome, error };
}

describe('the parameters of a build', () => {
  it('hold the image of their region, of the data type for images and with tags, once they are announced', async () => {
    const rig = rigWriting([['/images/{{ .SourceAMIOwner }}/app'], ['/images/app', 'eu-west-1']], {
      source: 'ami_regions = ["eu-west-1"]',
    });
    const { artifact, error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.calls()).not.toContain('PutParameter');
    await artifact?.announce?.();
    const name = '/images/099720109477/app';
    expect([await held(rig, name), await held(rig, '/images/app', 'eu-west-1')]).toEqual(
      ['us-east-1', 'eu-west-1'].map((each) => artifact?.summary.images.find(({ region }) => region === each)?.id),
    );
    const { Parameter } = await ssm(rig).send(new GetParameterCommand({ Name: name }));
    expect(Parameter).toMatchObject({ Type: 'String', DataType: 'aws:ec2:image', Version: 1 });
    const tags = await ssm(rig).send(new ListTagsForResourceCommand({ ResourceType: 'Parameter', ResourceId: name }));
    expect(tags.TagList).toEqual([
      { Key: 'bake-ami:build', Value: 'test.amazon-ebs.machine' },
      { Key: 'bake-ami:commit', Value: 'c0ffee' },
      { Key: 'bake-ami:run', Value: 'run1' },
    ]);
  });

  it('get a new version where they are there, and keep their tags', async () => {
    const rig = rigWriting([['/app']]);
    const Tags = [{ Key: 'team', Value: 'x' }];
    await ssm(rig).send(new PutParameterCommand({ Name: '/app', Value: 'none yet', Type: 'String', Tags }));
    const { artifact, error } = await bakeAndAnnounce(rig);
    expect(error).toBeUndefined();
    expect(await held(rig, '/app')).toBe(artifact?.summary.images[0]?.id);
    const { TagList } = await ssm(rig).send(
      new ListTagsForResourceCommand({ ResourceType: 'Parameter', ResourceId: '/app' }),
    );
    expect(TagList).toEqual(expect.arrayContaining([...Tags, { Key: 'bake-ami:run', Value: 'run1' }]));
  });

  it.each([
    ['hunter2-hunter2', 1],
    ['ami-0000000000000dead', 0],
  ])('warn where something else than the id of an image is replaced, and do not show it: %s', async (Value, count) => {
    const rig = rigWriting([['/app']]);
    await ssm(rig).send(new PutParameterCommand({ Name: '/app', Value, Type: 'String' }));
    const { artifact, error } = await bakeAndAnnounce(rig);
    expect(error).toBeUndefined();
    expect(await held(rig, '/app')).toBe(artifact?.summary.images[0]?.id);
    const warnings = rig.logs().filter((line) => line.startsWith('warning: '));
    const expected = /^warning: The parameter \/app in us-east-1 holds something that is not the id of an image/;
    expect(warnings.filter((line) => expected.test(line))).toHaveLength(count);
    expect(rig.logs().join()).not.toContain('hunter2');
  });

  it('are written once nobody else changes them at the same moment', async () => {
    const fault = { error: 'TooManyUpdates', message: 'There are concurrent updates.', status: 400 };
    const faults: readonly FaultPlan[] = [1, 2].map((call) => ({ action: 'PutParameter', call, fault }));
    const rig = rigWriting([['/app']], { cloud: { ...quick, faults } });
    const { artifact, error } = await bakeAndAnnounce(rig);
    expect(error).toBeUndefined();
    expect(await held(rig, '/app')).toBe(artifact?.summary.images[0]?.id);
  });

  it('end the build with the remedy where they have no room for another version, and its image stays', async () => {
    const fault = { error: 'ParameterMaxVersionLimitExceeded', message: 'No.', status: 400 };
    const rig = rigWriting([['/app']], { cloud: { ...quick, faults: [{ action: 'PutParameter', fault }] } });
    const { artifact, error } = await bakeAndAnnounce(rig);
    expect(error).toMatchObject({ hint: expect.stringMatching(/take the label off its oldest version/) });
    const [image] = await rig.ownImages();
    expect(image?.ImageId).toBe(artifact?.summary.images[0]?.id);
  });

  it.each([['AddTagsToResource'], ['GetParameter']])(
    'are written also where %s is not allowed, with a note',
    async (action) => {
      const rig = rigWriting([['/app']], { cloud: { ...quick, faults: denying(action) } });
      await ssm(rig).send(new PutParameterCommand({ Name: '/app', Value: 'x', Type: 'String' }));
      const { error } = await bakeAndAnnounce(rig);
      expect(error).toBeUndefined();
      expect(rig.logs().filter((line) => line.includes(`ssm:${action} is not allowed`))).toHaveLength(1);
      expect(rig.calls()).toContain('PutParameter');
    },
  );

  it('end the build with the action that is missing where they may not be written', async () => {
    const rig = rigWriting([['/app']], { cloud: { ...quick, faults: denying('PutParameter') } });
    const { error } = await bakeAndAnnounce(rig);
    expect(error).toMatchObject({ category: 'auth', message: expect.stringContaining('ssm:PutParameter') });
  });

  it('end it too when Systems Manager never shows the new version', async () => {
    const rig = rigWriting([['/app']]);
    const { artifact } = await rig.bake();
    const [image] = await rig.ownImages();
    const ec2 = (await rig.connections.open({ region: 'us-east-1' })).ec2('us-east-1');
    await ec2.deregisterImage({ ImageId: image?.ImageId }, new AbortController().signal);
    await expect(artifact?.announce?.()).rejects.toMatchObject({
      code: 'ssm-parameter-not-validated',
      message: expect.stringMatching(/^Systems Manager took ami-\w+ for the parameter \/app in us-east-1/),
    });
  });

  it.each([
    [[['/a b']], '', /holds " "/],
    [[['/aws/x']], '', /kept for AWS/],
    [[['/{{ .Nothing }}']], '', /can not be filled in: there is no Nothing/],
    [[['/app', 'eu-west-1']], '', /in eu-west-1: the build .* makes its images in us-east-1/],
    [[['/app']], 'skip_save_build_region = true\nami_regions = ["eu-west-1"]', /can not be written in us-east-1/],
  ] as const)('are refused before anything is made: %j', async (lines, source, message) => {
    const rig = rigWriting(lines, { source });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'ssm-parameter-invalid', message: expect.stringMatching(message) });
    expect(rig.calls()).not.toContain('RunInstances');
  });

  it('are refused where they are there with another type', async () => {
    const rig = rigWriting([['/app']]);
    await ssm(rig).send(new PutParameterCommand({ Name: '/app', Value: 'x', Type: 'SecureString' }));
    const { error } = await rig.bake();
    expect(error).toMatchObject({ message: expect.stringContaining('is a SecureString in us-east-1 already') });
    expect(rig.calls()).not.toContain('RunInstances');
  });

  it('are written by one build of a run only', async () => {
    const parameters = new ParameterStore([{ name: '/app', region: undefined }]);
    const first = new Rig({ cloud: quick, parameters });
    expect((await bakeAndAnnounce(first)).error).toBeUndefined();
    const second = new Rig({
      shares: first,
      parameters,
      buildName: 'other.amazon-ebs.machine',
      source: 'force_deregister = true',
    });
    expect((await second.bake()).error).toMatchObject({
      code: 'ssm-parameter-shared',
      message:
        'The builds test.amazon-ebs.machine and other.amazon-ebs.machine would both write the parameter /app in us-east-1',
    });
  });

  it('are not thought of when no image is made', async () => {
    const rig = rigWriting([['/a b']], { source: 'skip_create_ami = true' });
    expect((await bakeAndAnnounce(rig)).error).toBeUndefined();
  });
});
