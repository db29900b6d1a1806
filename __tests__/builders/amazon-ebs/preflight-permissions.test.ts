import { describe, expect, it } from '@jest/globals';
import { AFTER_LAUNCH, BEFORE_LAUNCH, NOT_TRIED } from '../../../src/builders/amazon-ebs/permissions/dry-runs.ts';
import { features } from '../../../src/builders/amazon-ebs/permissions/features.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { type CallRecord, type LocalCloudOptions, quickDelays } from '../../../src/local-cloud/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const REGIONS = 'ami_regions = ["eu-west-1"]';

function rigWith(cloud: Partial<LocalCloudOptions>, options: RigOptions = {}): Rig {
  return new Rig({ source: REGIONS, ...options, cloud: { delays: quickDelays, ...cloud } });
}

function isDryRun({ parameters }: Pick<CallRecord, 'parameters'>): boolean {
  return parameters['DryRun'] !== undefined;
}

/** Of the dry runs, sorted, `CreateTags` left out. */
function tried(rig: Rig): string[] {
  return rig.cloud.calls
    .filter((call) => isDryRun(call) && call.action !== 'CreateTags')
    .map(({ action, region }) => `${action} in ${region}`)
    .toSorted();
}

/** A policy with all but what one statement denies. */
function allBut(statement: object): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', ...statement },
    ],
  });
}

const ALL_GOES_WELL = [
  'CopyImage in eu-west-1',
  'CreateImage in us-east-1',
  'RunInstances in us-east-1',
  'StopInstances in us-east-1',
];

describe('what is not allowed', () => {
  it('ends a build before anything is made, with all that is to be allowed and what for', async () => {
    const rig = rigWith({ deniedActions: ['ec2:CreateSecurityGroup', 'ec2:CopyImage'] });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({
      code: 'not-authorised',
      category: 'auth',
      message: expect.stringMatching(
        /^The credentials may not call ec2:C\w+ .*\. Dry runs say that they may not call ec2:\w+ either$/,
      ),
      hint: expect.stringMatching(/^Allow .*ec2:CopyImage \(copy the AMI into its regions, or encrypt it\)/),
    });
    expect((error as Error & { hint: string }).hint).toContain(
      'ec2:CreateSecurityGroup (make a group for this build alone)',
    );
    expect(left).toEqual([]);
    expect(rig.calls()).not.toContain('RunInstances');
    assertEmpty(rig.cloud);
  });

  it('is told together with what else is wrong', async () => {
    const source = `${REGIONS}\niam_instance_profile = "nobody"`;
    const rig = rigWith({ deniedActions: ['ec2:CopyImage'] }, { source });
    const { error } = await rig.bake();
    expect((error as Error).message.split('\n')).toEqual([
      '2 things are wrong:',
      expect.stringMatching(/^ {2}1\. There is no IAM instance profile "nobody"/),
      expect.stringMatching(/^ {2}2\. The credentials may not call ec2:CopyImage .* Allow ec2:CopyImage \(/),
    ]);
    expect(rig.calls()).not.toContain('ImportKeyPair');
  });

  it.each(['ec2:StopInstances', 'ec2:CreateImage'])(
    'and comes after the provisioners is known before them: %s',
    async (denied) => {
      let provisioned = false;
      const provision = async () => {
        provisioned = true;
      };
      const rig = rigWith({ deniedActions: [denied] }, { provision });
      const { error } = await rig.bake();
      expect(error).toMatchObject({ code: 'not-authorised', message: expect.stringContaining(denied) });
      expect(provisioned).toBe(false);
      assertEmpty(rig.cloud);
    },
  );

  it('is told of a launch as it is where nothing else is missing, or nobody answers', async () => {
    const one = rigWith({ deniedActions: ['ec2:RunInstances'] });
    const { error } = await one.bake();
    expect(error).toMatchObject({
      message: expect.stringMatching(/^The credentials may not call ec2:RunInstances/),
      hint: expect.stringContaining('Allow ec2:RunInstances (launch the build instance) in the IAM policy'),
    });
    expect((error as Error).message).not.toContain('Dry runs');
    const faults = [{ action: 'CopyImage', when: isDryRun, fault: 'hang' as const }];
    const silent = rigWith({ deniedActions: ['ec2:CreateSecurityGroup'], faults });
    expect((await silent.bake()).error).toMatchObject({ code: 'not-authorised' });
  });

  it.each([
    // The temporary group is ours, and the default one, which a dry run is held to, is not.
    [
      'on security groups that are not ours',
      {
        Action: 'ec2:RunInstances',
        Resource: 'arn:aws:ec2:*:*:security-group/*',
        Condition: { Null: { 'aws:ResourceTag/bake-ami:run': ['true'] } },
      },
    ],
    [
      'with tags of ours',
      {
        Action: 'ec2:CreateTags',
        Resource: '*',
        Condition: { 'ForAnyValue:StringLike': { 'aws:TagKeys': ['bake-ami:*'] } },
      },
    ],
  ])('%s ends no build that does without', async (_, statement) => {
    const rig = rigWith({ policy: allBut(statement) });
    expect((await rig.bake()).error).toBeUndefined();
  });
});

describe('dry runs', () => {
  it('are few while all goes well, and not repeated by the other builds of a run', async () => {
    const rig = rigWith({});
    expect((await rig.bake()).error).toBeUndefined();
    expect(tried(rig)).toEqual(ALL_GOES_WELL);
    const source = `${REGIONS}\nami_description = "second"\nforce_deregister = true`;
    expect((await new Rig({ shares: rig, source }).bake()).error).toBeUndefined();
    expect(tried(rig)).toEqual(ALL_GOES_WELL);
  });

  it('try only what the build does', async () => {
    const spot = rigWith({}, { source: 'spot_price = "auto"\nskip_create_ami = true' });
    expect((await spot.bake()).error).toBeUndefined();
    expect(tried(spot)).toEqual(['RunInstances in us-east-1']);
  });

  it('are not made of what is no AWS, and may not know them', async () => {
    const environment = { AWS_ENDPOINT_URL: 'http://127.0.0.1:5000' };
    const emulator = rigWith({}, { environment });
    expect((await emulator.bake()).error).toBeUndefined();
    expect(tried(emulator)).toEqual([]);
    const privately = rigWith(
      {},
      { environment: { AWS_ENDPOINT_URL: 'https://vpce-1.ec2.us-east-1.vpce.amazonaws.com' } },
    );
    await privately.bake();
    expect(tried(privately)).toEqual(ALL_GOES_WELL);
  });

  it('slow the build down by nothing, where every call takes its time', async () => {
    const took = async (environment: Readonly<Record<string, string>>): Promise<number> => {
      const rig = rigWith({ faults: [{ action: '*', fault: { delay: 60 } }] }, { environment });
      const start = rig.clock.now();
      expect((await rig.bake()).error).toBeUndefined();
      return rig.clock.now() - start;
    };
    const without = await took({ AWS_ENDPOINT_URL: 'http://127.0.0.1:5000' });
    expect(await took({})).toBeLessThanOrEqual(without);
  });

  it('are made of every action without which a build fails, or it is said why not', () => {
    const needed = features.flatMap(({ needs }) =>
      needs.flatMap(({ actions, without }) => (without.kind === 'fails' ? actions : [])),
    );
    const triable = [...new Set(needed)].filter((action) => /^ec2:(?!Describe|Get)/.test(action));
    const known = [...BEFORE_LAUNCH.keys(), ...AFTER_LAUNCH.keys(), ...NOT_TRIED.keys()];
    expect(triable.toSorted()).toEqual(known.toSorted());
  });
});
