import { describe, expect, it } from '@jest/globals';
import type { AmazonEbsOptions } from '../../../src/builders/amazon-ebs/options.ts';
import { features, needsOf } from '../../../src/builders/amazon-ebs/permissions/features.ts';
import { askedOf } from '../../../src/builders/amazon-ebs/permissions/need.ts';
import { statementsOf } from '../../../src/builders/amazon-ebs/permissions/statements.ts';
import type { ImageVerification } from '../../../src/engine/ports.ts';
import { ParameterStore } from '../../../src/images/publish/parameter-store.ts';
import { type BakeError, describeError } from '../../../src/kernel/errors.ts';
import { type PolicyStatement, policyDocument } from '../../../src/kernel/iam-policy.ts';
import type { DecodedOptions } from '../../../src/kernel/schema.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { bakesOfFeatures } from './support/feature-bakes.ts';
import { decode, MINIMUM } from './support/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

function askedBy(source: string, force = false) {
  const { decoded } = decode(MINIMUM + source);
  return askedOf(decoded as DecodedOptions<AmazonEbsOptions>, { region: undefined, force });
}

/** The policy that is printed for a source block. */
function printed(source: string): string {
  return policyDocument(statementsOf(askedBy(source)));
}

/** The same without one action, and with what the declaration says to be allowed in its place. */
function printedWithout(source: string, without: string): string {
  const statements = statementsOf(askedBy(source)).flatMap((statement): PolicyStatement[] => {
    const actions = statement.actions.filter((action) => action !== without);
    return actions.length === 0 ? [] : [{ ...statement, actions }];
  });
  const takes = needsOf(askedBy(source)).flatMap(({ actions, without: other }) =>
    actions.includes(without) && other.kind === 'falls-back' ? other.takes : [],
  );
  const instead =
    takes.length === 0 ? [] : [{ sid: 'Instead', actions: [...takes, 'ec2:CreateTags'], resources: ['*'] }];
  return policyDocument([...statements, ...instead]);
}

function rigWith(source: string, policy: string, options: Partial<RigOptions> = {}): Rig {
  const { cloud, ...others } = options;
  return new Rig({ ...others, source, cloud: { delays: quickDelays, ...cloud, policy } });
}

/** What nobody is allowed to do is said in these words. */
const DENIED = /not allowed|may not|not authori[sz]ed/;

describe('the printed policy', () => {
  it.each(Object.entries(bakesOfFeatures))('is all that is needed for %s', async (_, { source = '', rig: options }) => {
    const rig = rigWith(source, printed(source), options);
    const { error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
    expect(rig.logs().filter((line) => DENIED.test(line))).toEqual([]);
    assertEmpty(rig.cloud);
  });

  it('is enough to remove all that a failed build has made, its AMI too', async () => {
    const source = 'ami_users = ["210987654321"]';
    const faults = [{ action: 'ModifyImageAttribute', fault: { error: 'InvalidParameterValue', message: 'No.' } }];
    const rig = rigWith(source, printed(source), { cloud: { faults } });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({ code: 'aws-error' });
    expect(left).toEqual([]);
    expect(await rig.ownImages()).toEqual([]);
    assertEmpty(rig.cloud);
  });

  it('lets nobody touch what no bake has made', async () => {
    const rig = rigWith('', printed(''));
    await rig.bake();
    const aws = await rig.connections.open({ region: 'us-east-1' });
    const { signal } = new AbortController();
    const ec2 = aws.ec2('us-east-1');
    const { SecurityGroups: [group] = [] } = await ec2.describeSecurityGroups({}, signal);
    await expect(ec2.deleteSecurityGroup({ GroupId: group?.GroupId }, signal)).rejects.toMatchObject({
      code: 'not-authorised',
    });
    await expect(aws.ec2('eu-west-1').describeInstances({}, signal)).rejects.toMatchObject({ code: 'not-authorised' });
  });
});

const TEMPORARY_PROFILE = bakesOfFeatures['a temporary instance profile']?.source ?? '';

const WINDOWS = MINIMUM.replace(/ubuntu\/images\S+"/, 'Windows_Server-2022-English-Full-Base-*"').replace(
  '099720109477',
  '801119661308',
);

/** Sources that use every feature between them; each action is taken away from the first that needs it. */
const SOURCES = [
  `${TEMPORARY_PROFILE}
  ami_regions = ["eu-west-1"]
  skip_save_build_region = true
  ami_users = ["210987654321"]
  snapshot_groups = ["all"]
  ena_support = true
  deprecate_at = "2099-01-01T00:00:00Z"
  deregistration_protection {
    enabled = true
  }
  vpc_filter {
    filters = { is-default = "true" }
  }
  subnet_filter {
    filters   = { default-for-az = "true" }
    most_free = true
  }
  launch_block_device_mappings {
    device_name           = "/dev/sdf"
    volume_size           = 8
    delete_on_termination = false
  }`,
  'spot_price = "auto"',
  'encrypt_boot = true\nkms_key_id = "alias/images"',
  'iam_instance_profile = "bake-ami"\nsecurity_group_filter {\n  filters = { group-name = "default" }\n}',
];

function actionsOf(source: string): readonly string[] {
  return [...new Set(needsOf(askedBy(source)).flatMap(({ actions }) => actions))];
}

/** The worst that is declared to happen without an action. */
function consequence(source: string, action: string): string {
  const kinds = needsOf(askedBy(source))
    .filter(({ actions }) => actions.includes(action))
    .map(({ without }) => without.kind);
  return (['fails', 'leaves', 'falls-back', 'only-in-trouble'] as const).find((kind) => kinds.includes(kind)) ?? '';
}

const TAKEN_AWAY = SOURCES.flatMap((source, index) =>
  actionsOf(source)
    .filter((action) => !SOURCES.slice(0, index).some((earlier) => actionsOf(earlier).includes(action)))
    .map((action) => ({ action, source, expected: consequence(source, action) })),
);

describe('the printed policy without', () => {
  it.each(TAKEN_AWAY)('$action: the bake $expected', async ({ action, source, expected }) => {
    const rig = rigWith(source, printedWithout(source, action));
    const { error, left } = await rig.bake();
    if (expected === 'fails') {
      const said = [describeError(error as BakeError), ...rig.logs()].join('\n');
      expect(said).toContain(action);
    } else if (expected === 'leaves') {
      expect(left.map(({ error: { message } }) => message).join('\n')).toContain(action);
    } else {
      expect(error).toBeUndefined();
      expect(left).toEqual([]);
    }
  });
});

describe('without an action that only some images need', () => {
  it.each([
    ['ec2:DeregisterImage', 'force_deregister = true'],
    ['ec2:DeleteSnapshot', 'force_deregister = true\nforce_delete_snapshot = true'],
  ])('%s: the bake fails where an older image is to give way, and names it', async (action, source) => {
    expect(consequence(source, action)).toBe('fails');
    const deniedActions: string[] = [];
    const rig = new Rig({ source, cloud: { delays: quickDelays, deniedActions } });
    expect((await rig.bake()).error).toBeUndefined();
    deniedActions.push(action);
    const { error } = await rig.bake();
    expect(describeError(error as BakeError)).toContain(action);
  });

  it.each(['ec2:EnableFastLaunch', 'ec2:DescribeFastLaunchImages', 'ec2:DescribeLaunchTemplates'])(
    '%s: the bake fails where fast launch is asked for, and names it',
    async (action) => {
      const source = 'fast_launch {\n  template_name = "windows"\n}';
      expect(consequence(source, action)).toBe('fails');
      const deniedActions: string[] = [];
      const rig = new Rig({ wholeSource: WINDOWS + source, cloud: { delays: quickDelays, deniedActions } });
      const aws = await rig.connections.open({ region: 'us-east-1' });
      await aws
        .ec2('us-east-1')
        .createLaunchTemplate(
          { LaunchTemplateName: 'windows', LaunchTemplateData: { InstanceType: 't3.large' } },
          new AbortController().signal,
        );
      deniedActions.push(action);
      const { error } = await rig.bake();
      expect(describeError(error as BakeError)).toContain(action);
    },
  );
});

describe('the printed policy of a build that verifies its image and writes parameters', () => {
  const lines = [
    { name: '/images/{{ .SourceAMIOwner }}/app', region: undefined },
    { name: '/images/app', region: 'eu-west-1' },
  ];
  const source = 'ami_regions = ["eu-west-1"]';
  const surroundings = { region: 'us-east-1', force: true, verifies: true, parameters: lines };
  const policy = (): string => {
    const { decoded } = decode(MINIMUM + source);
    return policyDocument(statementsOf(askedOf(decoded as DecodedOptions<AmazonEbsOptions>, surroundings)));
  };

  it('is all that is needed', async () => {
    const verification: ImageVerification = {
      limitMs: 60_000,
      onFailure: 'remove',
      prepare: async () => undefined,
      verify: async (_image, context, boot) => (await boot(context)).communicator.close(),
    };
    const rig = rigWith(source, policy(), { verification, force: true, parameters: new ParameterStore(lines) });
    const { artifact, error, left } = await rig.bake();
    expect(error).toBeUndefined();
    await artifact?.announce?.();
    expect(left).toEqual([]);
    expect(rig.logs().filter((line) => DENIED.test(line))).toEqual([]);
    expect(rig.calls().filter((action) => action === 'PutParameter')).toHaveLength(2);
    assertEmpty(rig.cloud);
  });

  it('lets it write no other parameters', async () => {
    const rig = rigWith(source, policy(), { parameters: new ParameterStore([{ name: '/other', region: undefined }]) });
    const { artifact } = await rig.bake();
    await expect(artifact?.announce?.()).rejects.toMatchObject({ category: 'auth' });
  });
});

describe('the printed policy of a build with fast launch', () => {
  const source = 'fast_launch {\n  enable_fast_launch = true\n}';
  const rigOf = (policy: string, force: boolean): Rig =>
    new Rig({ wholeSource: WINDOWS + source, force, cloud: { delays: quickDelays, policy } });

  it('is all that is needed, also where an older AMI with fast launch gives way', async () => {
    const rig = rigOf(policyDocument(statementsOf(askedBy(source, true))), true);
    for (const _ of ['first', 'second']) {
      const { error, left } = await rig.bake();
      expect(error).toBeUndefined();
      expect(left).toEqual([]);
    }
    expect(rig.calls()).toContain('DisableFastLaunch');
    expect(rig.logs().filter((line) => DENIED.test(line))).toEqual([]);
  });

  it('is enough for the bake without ec2:DisableFastLaunch, too: that is taken back with a warning only', async () => {
    expect(consequence(source, 'ec2:DisableFastLaunch')).toBe('only-in-trouble');
    const rig = rigOf(printedWithout(source, 'ec2:DisableFastLaunch'), false);
    const { error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
  });
});

describe('-force', () => {
  it('is allowed to replace an older image of the same name', () => {
    const actions = (force: boolean): readonly string[] =>
      statementsOf(askedBy('force_delete_snapshot = true', force)).flatMap(({ sid, actions: names }) =>
        sid === 'BakeInTheseRegions' ? names : [],
      );
    expect(actions(true)).toEqual(expect.arrayContaining(['ec2:DeregisterImage', 'ec2:DeleteSnapshot']));
    expect(actions(false)).not.toContain('ec2:DeregisterImage');
    expect(actions(false)).not.toContain('ec2:DeleteSnapshot');
  });
});

describe('the policy of another partition', () => {
  const KEYS =
    ' iam_instance_profile = "web"\nkms_key_id = "mrk-0123456789abcdef0123456789abcdef"\nencrypt_boot = true\n';
  const of = (region: string): string => policyDocument(statementsOf({ ...askedBy(KEYS), region }));

  it.each([
    ['eu-west-1', 'aws', 'amazonaws.com'],
    ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
    ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
    ['us-iso-east-1', 'aws-iso', 'c2s.ic.gov'],
    ['us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov'],
    ['eusc-de-east-1', 'aws-eusc', 'amazonaws.eu'],
  ])('that has %s names its resources as %s and its services by %s', (region, partition, suffix) => {
    const policy = of(region);
    expect(new Set(policy.match(/arn:[\w-]+/g))).toEqual(new Set([`arn:${partition}`]));
    expect(policy).toContain(`"ec2.*.${suffix}"`);
  });

  it('lets a role be passed to EC2 by either of its names in China', () => {
    expect(of('cn-north-1')).toMatch(/"iam:PassedToService": \[\s*"ec2.amazonaws.com",\s*"ec2.amazonaws.com.cn"\s*\]/);
    expect(of('eu-west-1')).not.toContain('.cn"');
  });
});

describe('the declaration', () => {
  it('names each feature once, and each action by its service', () => {
    const names = features.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const action of features.flatMap(({ needs }) => needs.flatMap(({ actions }) => actions))) {
      expect(action).toMatch(/^(ec2|iam|kms|ssm|sts):[A-Z]\w+\*?$/);
    }
  });
});
