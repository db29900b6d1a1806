import { CreateLaunchTemplateCommand, DescribeFastLaunchImagesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { IncompleteArtifactError } from '../../../src/kernel/errors.ts';
import { quickDelays, realisticDelays } from '../../../src/local-cloud/options.ts';
import { clientConfig } from '../../support/local-cloud.ts';
import { findings, MINIMUM } from './support/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const WINDOWS = MINIMUM.replace(/ubuntu\/images\S+"/, 'Windows_Server-2022-English-Full-Base-*"').replace(
  '099720109477',
  '801119661308',
);
const COPIES = 'ami_regions = ["eu-west-1", "us-west-2"]\n';

function windows(source: string, options: RigOptions = {}): Rig {
  return new Rig({ wholeSource: WINDOWS + source, ...options, cloud: { delays: quickDelays, ...options.cloud } });
}

/** A launch template that is there before the build; its identifier. */
async function launchTemplate(rig: Rig, region: string, name = 'windows'): Promise<string> {
  const { LaunchTemplate } = await new EC2Client(clientConfig(rig.cloud, region)).send(
    new CreateLaunchTemplateCommand({ LaunchTemplateName: name, LaunchTemplateData: { InstanceType: 't3.large' } }),
  );
  return LaunchTemplate?.LaunchTemplateId ?? '';
}

/** What the build asked for, by region. */
function asked(rig: Rig): Record<string, Readonly<Record<string, string>>> {
  return Object.fromEntries(
    rig.cloud.calls
      .filter(({ action }) => action === 'EnableFastLaunch')
      .map(({ region, parameters: { Action: _a, Version: _v, ImageId: _i, ...others } }) => [region, others]),
  );
}

async function state(rig: Rig, region: string): Promise<string | undefined> {
  const { FastLaunchImages = [] } = await new EC2Client(clientConfig(rig.cloud, region)).send(
    new DescribeFastLaunchImagesCommand({}),
  );
  return FastLaunchImages[0]?.State;
}

describe('fast launch', () => {
  it('is enabled in every region with what the template says, and waited for', async () => {
    const rig = windows(`${COPIES}fast_launch {\n  max_parallel_launches = 8\n  target_resource_count = 3\n}`);
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    const same = { MaxParallelLaunches: '8', 'SnapshotConfiguration.TargetResourceCount': '3' };
    expect(asked(rig)).toEqual({ 'eu-west-1': same, 'us-east-1': same, 'us-west-2': same });
    for (const region of ['us-east-1', 'eu-west-1', 'us-west-2']) expect(await state(rig, region)).toBe('enabled');
  });

  it('leaves everything to AWS where only enable_fast_launch is written', async () => {
    const rig = windows('fast_launch {\n  enable_fast_launch = true\n}');
    expect((await rig.bake()).error).toBeUndefined();
    expect(asked(rig)).toEqual({ 'us-east-1': {} });
  });

  it.each(['', 'fast_launch {\n}', 'fast_launch {\n  enable_fast_launch = false\n}'])(
    'is not asked for with %j',
    async (source) => {
      const rig = windows(source);
      expect((await rig.bake()).error).toBeUndefined();
      expect(rig.calls().filter((action) => action.includes('FastLaunch'))).toEqual([]);
    },
  );

  it('takes the launch templates by region; regions without an entry get the defaults of AWS', async () => {
    const rig = windows(`${COPIES}fast_launch {
      template_name = "windows"
      region_launch_templates {
        region           = "eu-west-1"
        template_name    = "other"
        template_version = 1
      }
    }`);
    const own = await launchTemplate(rig, 'us-east-1');
    const other = await launchTemplate(rig, 'eu-west-1', 'other');
    expect((await rig.bake()).error).toBeUndefined();
    expect(asked(rig)).toEqual({
      'eu-west-1': { 'LaunchTemplate.LaunchTemplateId': other, 'LaunchTemplate.Version': '1' },
      'us-east-1': { 'LaunchTemplate.LaunchTemplateId': own, 'LaunchTemplate.Version': '1' },
      'us-west-2': {},
    });
    // Found before anything was made.
    expect(rig.calls().lastIndexOf('DescribeLaunchTemplates')).toBeLessThan(rig.calls().indexOf('ImportKeyPair'));
  });

  it('takes a launch template by its identifier, and leaves out a region that does not want it', async () => {
    const first = windows('');
    const id = await launchTemplate(first, 'us-east-1');
    const rig = windows(
      `${COPIES}fast_launch {
        template_id      = "${id}"
        template_version = 1
        region_launch_templates {
          region             = "us-west-2"
          enable_fast_launch = false
        }
      }`,
      { shares: first },
    );
    expect((await rig.bake()).error).toBeUndefined();
    expect(asked(rig)).toEqual({
      'eu-west-1': {},
      'us-east-1': { 'LaunchTemplate.LaunchTemplateId': id, 'LaunchTemplate.Version': '1' },
    });
  });

  it.each([
    ['template_name = "gone"', 'There is no launch template gone in us-east-1'],
    ['template_id = "lt-0123456789abcdef0"', 'There is no launch template lt-0123456789abcdef0 in us-east-1'],
    [
      'template_name = "windows"\ntemplate_version = 2',
      'The launch template windows in us-east-1 has no version 2: the latest is 1',
    ],
    [
      'template_name = "windows"\nregion_launch_templates {\nregion = "us-east-1"\n}',
      'fast_launch has two launch templates for us-east-1, the region of the build',
    ],
  ])('ends the build before anything is made with %j', async (source, message) => {
    const rig = windows(`fast_launch {\n${source}\n}`);
    await launchTemplate(rig, 'us-east-1');
    const { error } = await rig.bake();
    expect(error).toMatchObject({ message, hint: expect.any(String) });
    expect(rig.calls()).not.toContain('ImportKeyPair');
  });

  it('is refused before anything is made where the image is not Windows', async () => {
    const rig = new Rig({ source: 'fast_launch {\n  enable_fast_launch = true\n}' });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'fast-launch-needs-windows',
      message: expect.stringMatching(/^fast_launch is for Windows AMIs, and ami-\w+ \(ubuntu\/.*\) is none/),
    });
    expect(rig.calls()).not.toContain('ImportKeyPair');
  });

  it('says that a launch template for a region without the AMI has no effect', async () => {
    const rig = windows('fast_launch {\n  region_launch_templates {\n    region = "eu-west-1"\n  }\n}');
    expect((await rig.bake()).error).toBeUndefined();
    expect(rig.logs()).toContain(
      'warning: fast_launch has a launch template for eu-west-1, where the AMI is not to be: it has no effect',
    );
  });

  it('has no part where no AMI is made', async () => {
    const rig = windows('skip_create_ami = true\nfast_launch {\n  template_name = "gone"\n}');
    expect((await rig.bake()).error).toBeUndefined();
    expect(rig.calls()).not.toContain('DescribeLaunchTemplates');
  });

  it('that fails in one region says why, and leaves that AMI and all others', async () => {
    const rig = windows(
      `${COPIES}fast_launch {\n  region_launch_templates {\n    region = "eu-west-1"\n    template_name = "windows"\n  }\n}`,
      { cloud: { shortages: [{ type: 't3.large' }] } },
    );
    await launchTemplate(rig, 'eu-west-1');
    const { error, left } = await rig.bake();
    expect(error).toBeInstanceOf(IncompleteArtifactError);
    expect(error).toMatchObject({
      code: 'fast-launch-failed',
      message: expect.stringMatching(
        /^Fast launch of ami-\w+ in eu-west-1 could not be switched on: it is enabling-failed: Client\.Insufficient.* Finished and kept: ami-\w+ in us-east-1, ami-\w+ in eu-west-1, ami-\w+ in us-west-2$/s,
      ),
      hint: expect.stringMatching(/aws ec2 enable-fast-launch --region eu-west-1 --image-id ami-\w+`\.$/),
      artifact: { images: [{ region: 'eu-west-1' }, { region: 'us-east-1' }, { region: 'us-west-2' }] },
    });
    expect(left).toEqual([]);
    expect(await rig.ownImages('eu-west-1')).toHaveLength(1);
    expect([await state(rig, 'us-east-1'), await state(rig, 'us-west-2')]).toEqual(['enabled', 'enabled']);
  });

  it('that is denied leaves the AMI, and names what to allow', async () => {
    const rig = windows('fast_launch {\n  enable_fast_launch = true\n}', {
      cloud: { deniedActions: ['ec2:EnableFastLaunch'] },
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'not-authorised',
      category: 'auth',
      hint: expect.stringContaining('ec2:EnableFastLaunch'),
    });
    expect(await rig.ownImages()).toHaveLength(1);
  });

  it('is asked for again after a lost answer, and seen through where EC2 throttles', async () => {
    const rig = windows('fast_launch {\n  enable_fast_launch = true\n}', {
      cloud: {
        faults: [
          { action: 'EnableFastLaunch', call: 1, fault: 'drop-answer' },
          { action: 'DescribeFastLaunchImages', call: [1, 2], fault: { error: 'RequestLimitExceeded', status: 503 } },
        ],
      },
    });
    expect((await rig.bake()).error).toBeUndefined();
    expect(await state(rig, 'us-east-1')).toBe('enabled');
  });

  it('waits for all regions at once, long and with few looks, and tells of each', async () => {
    const rig = windows(`${COPIES}fast_launch {\n  enable_fast_launch = true\n}`, {
      cloud: { delays: realisticDelays },
    });
    expect((await rig.bake()).error).toBeUndefined();
    const looks = rig.cloud.calls.filter(({ action }) => action === 'DescribeFastLaunchImages');
    const times = rig.cloud.calls.filter(({ action }) => action === 'EnableFastLaunch').map(({ at }) => at);
    const longest = Math.max(...times) + realisticDelays.fastLaunch;
    expect(Math.max(...looks.map(({ at }) => at))).toBeLessThanOrEqual(longest + 15_000);
    expect(looks.length).toBeLessThan(3 * 100);
    expect(rig.events).toContainEqual(
      expect.objectContaining({
        type: 'waiting',
        what: expect.stringMatching(/^fast launch of ami-\w+ in eu-west-1$/),
        state: 'enabling',
      }),
    );
  });

  it('is looked at for all builds of a region with one call', async () => {
    const source = 'fast_launch {\n  enable_fast_launch = true\n}';
    const first = windows(source);
    const second = new Rig({
      wholeSource: WINDOWS.replace('app-1', 'app-2') + source,
      shares: first,
    });
    const outcomes = await Promise.all([first.bake(), second.bake()]);
    expect(outcomes.map(({ error }) => error)).toEqual([undefined, undefined]);
    const together = first.cloud.calls.filter(
      ({ action, parameters }) => action === 'DescribeFastLaunchImages' && 'ImageId.2' in parameters,
    );
    expect(together.length).toBeGreaterThan(0);
  });

  it('that a cancelled build began is taken back, and nothing of the build is left', async () => {
    const rig = windows('fast_launch {\n  enable_fast_launch = true\n}', { cloud: { delays: realisticDelays } });
    rig.cloud.addFault({
      action: 'DescribeFastLaunchImages',
      call: 5,
      fault: { delay: 0 },
      when: () => {
        rig.controller.abort();
        return false;
      },
    });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({ category: 'cancelled' });
    expect(left).toEqual([]);
    expect(rig.call('DisableFastLaunch')).toMatchObject({ Force: 'true' });
    expect(await rig.ownImages()).toEqual([]);
    expect(rig.clock.sleeping).toBe(0);
  });

  it('that is enabled in one region is taken back too when the build is cancelled while another one still waits', async () => {
    const rig = windows(`${COPIES}fast_launch {\n  enable_fast_launch = true\n}`);
    rig.cloud.addFault({
      action: 'DescribeFastLaunchImages',
      fault: { error: 'Throttling' },
      when: ({ region }) => region === 'us-west-2' && !rig.controller.signal.aborted,
    });
    rig.cloud.addFault({
      action: 'EnableFastLaunch',
      fault: { delay: 0 },
      when: ({ region }) => {
        if (region === 'us-west-2') void rig.clock.sleep(60_000).then(() => rig.controller.abort());
        return false;
      },
    });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({ category: 'cancelled' });
    expect(left).toEqual([]);
    const disabled = rig.realCalls.filter(({ action }) => action === 'DisableFastLaunch').map(({ region }) => region);
    expect(disabled.toSorted()).toEqual(['eu-west-1', 'us-east-1', 'us-west-2']);
    for (const region of ['us-east-1', 'eu-west-1', 'us-west-2']) expect(await rig.ownImages(region)).toEqual([]);
  });

  it('is switched off for an AMI that gives way, and with an artifact that is destroyed', async () => {
    const rig = windows('fast_launch {\n  enable_fast_launch = true\n}', { force: true });
    await rig.bake();
    const { artifact } = await rig.bake();
    const calls = rig.calls();
    expect(calls.indexOf('DisableFastLaunch')).toBeGreaterThan(0);
    expect(calls.indexOf('DisableFastLaunch')).toBeLessThan(calls.indexOf('DeregisterImage'));
    await artifact?.destroy(new AbortController().signal);
    expect(rig.calls().filter((action) => action === 'DisableFastLaunch')).toHaveLength(2);
  });

  it('of an AMI that gives way is left, with a word, where it may not be switched off', async () => {
    const rig = windows('fast_launch {\n  enable_fast_launch = true\n}', {
      force: true,
      cloud: { deniedActions: ['ec2:DisableFastLaunch'] },
    });
    await rig.bake();
    expect((await rig.bake()).error).toBeUndefined();
    expect(rig.logs()).toContainEqual(
      expect.stringMatching(/^warning: Snapshots that EC2 prepared of ami-\w+ in us-east-1 may be left: /),
    );
  });
});

describe('the rules of fast_launch', () => {
  it.each<[string, readonly string[]]>([
    ['max_parallel_launches = 5', ['11: max_parallel_launches must be at least 6']],
    ['target_resource_count = -1', ['11: target_resource_count must be at least 1']],
    [
      'template_id = "lt-1"\ntemplate_name = "x"',
      ['12: fast_launch.template_id and fast_launch.template_name exclude'],
    ],
    ['template_version = 1', ['11: template_version without a launch template']],
    ['template_id = "lt-1"\ntemplate_version = -1', ['12: template_version must be at least 1']],
    ['region_launch_templates {\n}', ['11: A launch template of fast_launch needs its region']],
    [
      'region_launch_templates {\nregion = "us-east-1"\n}\nregion_launch_templates {\nregion = "us-east-1"\n}',
      ['15: fast_launch has two launch templates for us-east-1'],
    ],
    ['region_launch_templates {\nregion = "us-east-1"\nenable_fast_launch = false\ntemplate_version = 9\n}', []],
    ['max_parallel_launches = 6\ntarget_resource_count = 1', []],
    ['template_name = "x"\ntemplate_version = 3', []],
  ])('judge %j', (body, expected) => {
    expect(findings(`${MINIMUM}fast_launch {\n${body}\n}`)).toEqual(
      expected.map((each) => expect.stringContaining(each)),
    );
  });
});

describe('a launch template for a region', () => {
  const block = 'fast_launch {\nregion_launch_templates {\nregion = "eu-west-1"\n}\n}';

  it.each<[string, readonly string[]]>([
    ['ami_regions = ["eu-west-1"]', []],
    [
      'ami_regions = ["us-west-2"]',
      ['13: fast_launch has a launch template for eu-west-1, where the AMI is not to be'],
    ],
  ])('is to be one where the AMI is, with %j', (regions, expected) => {
    expect(findings(`${MINIMUM}${regions}\n${block}`)).toEqual(expected);
  });

  it('is not judged where the region of the build is for the environment to say', () => {
    expect(findings(MINIMUM.replace(/^ *region .*$/m, '') + block)).toEqual([]);
  });
});

describe('fast launch of an AMI that is made of a spot instance', () => {
  it('is warned of: nothing can generalise it by shutting it down', () => {
    const asked = `${MINIMUM}fast_launch {\n  enable_fast_launch = true\n}\n`;
    expect(findings(`${asked}spot_price = "auto"`)).toEqual([
      expect.stringContaining('fast_launch needs an AMI that Sysprep has generalised'),
    ]);
    expect(findings(asked)).toEqual([]);
  });
});
