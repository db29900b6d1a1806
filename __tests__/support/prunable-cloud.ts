import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  CreateFleetCommand,
  CreateImageCommand,
  CreateLaunchTemplateCommand,
  CreateLaunchTemplateVersionCommand,
  CreateTagsCommand,
  DescribeImagesCommand,
  DescribeSnapshotsCommand,
  EC2Client,
  EnableFastLaunchCommand,
  EnableImageDeregistrationProtectionCommand,
  type Image,
  ModifyImageAttributeCommand,
  RequestSpotFleetCommand,
  RunInstancesCommand,
  type RunInstancesCommandInput,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { allPages } from '../../src/aws/all-pages.ts';
import { AwsConnections } from '../../src/aws/connections.ts';
import { createLocalCloud, type LocalCloud } from '../../src/local-cloud/cloud.ts';
import type { LocalCloudOptions } from '../../src/local-cloud/options.ts';
import { type InProcessRequestHandler, requestHandlerFor } from '../../src/local-cloud/request-handler.ts';
import { imageIdOf } from '../local-cloud/support/images.ts';
import { clientConfig, countingIds } from './local-cloud.ts';
import { VirtualClock } from './virtual-clock.ts';

/** The account whose images somebody else uses, and the other one. */
export const OTHER_ACCOUNT = '444455556666';
export const USAGE_ROLE = `arn:aws:iam::${OTHER_ACCOUNT}:role/image-usage`;

const DAY = 86_400_000;
/** The name of a public image. */
export const WINDOWS = 'Windows_Server-2022-English-Full-Base-*';

/** A cloud with images to prune, and the means to make use of them. */
export class PrunableCloud {
  readonly clock = new VirtualClock({ autoAdvance: true });
  readonly cloud: LocalCloud;
  /** The one of the role `USAGE_ROLE`. */
  readonly other: LocalCloud;
  readonly connections: AwsConnections;

  constructor(options: Partial<LocalCloudOptions> = {}) {
    const { clock } = this;
    const regions = ['us-east-1', 'eu-west-1'];
    this.cloud = createLocalCloud({ clock, ids: countingIds(), regions, ...options });
    this.other = createLocalCloud({ clock, ids: countingIds(), regions, accountId: OTHER_ACCOUNT });
    this.connections = new AwsConnections({
      environment: { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'us-east-1' },
      clock,
      ids: countingIds(),
      registerSecret: () => undefined,
      userAgent: 'test',
      requestHandler: byAccount(requestHandlerFor(this.cloud), requestHandlerFor(this.other)),
    });
  }

  ec2(region = 'us-east-1', cloud: LocalCloud = this.cloud): EC2Client {
    return new EC2Client(clientConfig(cloud, region));
  }

  /** Own images of one family, a day between one and the next; oldest first. */
  async images(count: number, options: FamilyOptions = {}): Promise<readonly string[]> {
    const { region = 'us-east-1', name = 'web', tags = OURS, everyMs = DAY, of } = options;
    const ec2 = this.ec2(region);
    const instance = await this.launch(await imageIdOf(ec2, of), region, { InstanceType: 't3.large' });
    const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    const TagSpecifications = (['image', 'snapshot'] as const).map((ResourceType) => ({ ResourceType, Tags }));
    const ids: string[] = [];
    for (let number = 0; number < count; number += 1) {
      const Name = `${name} ${Math.floor(this.clock.now() / 1_000)}`;
      const { ImageId = '' } = await ec2.send(
        new CreateImageCommand({
          InstanceId: instance,
          Name,
          NoReboot: true,
          ...(Tags.length === 0 ? {} : { TagSpecifications }),
        }),
      );
      ids.push(ImageId);
      await this.clock.sleep(everyMs);
    }
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [instance] }));
    await this.clock.sleep(3_600_000);
    return ids;
  }

  async enableFastLaunch(ImageId: string): Promise<void> {
    await this.ec2().send(new EnableFastLaunchCommand({ ImageId }));
    await this.clock.sleep(3_600_000);
  }

  publicImage(region = 'us-east-1'): Promise<string> {
    return imageIdOf(this.ec2(region));
  }

  async launch(ImageId: string, region = 'us-east-1', more: Partial<RunInstancesCommandInput> = {}): Promise<string> {
    const request = { ImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1, ...more } as const;
    const { Instances = [] } = await this.ec2(region).send(new RunInstancesCommand(request));
    await this.clock.sleep(5_000);
    return Instances[0]?.InstanceId ?? '';
  }

  /** Ids of the account's images, in all states. */
  async there(region = 'us-east-1'): Promise<ReadonlySet<string>> {
    const request = { Owners: ['self'], IncludeDisabled: true, IncludeDeprecated: true };
    const pages = await allPages((NextToken) =>
      this.ec2(region).send(new DescribeImagesCommand({ ...request, NextToken })),
    );
    return new Set(pages.flatMap(({ Images = [] }) => Images.map(({ ImageId = '' }) => ImageId)));
  }

  async image(ImageId: string, region = 'us-east-1'): Promise<Image | undefined> {
    const { Images = [] } = await this.ec2(region).send(new DescribeImagesCommand({ ImageIds: [ImageId] }));
    return Images[0];
  }

  /** The account's snapshots. */
  async snapshots(region = 'us-east-1'): Promise<readonly string[]> {
    const pages = await allPages((NextToken) =>
      this.ec2(region).send(new DescribeSnapshotsCommand({ OwnerIds: ['self'], NextToken })),
    );
    return pages.flatMap(({ Snapshots = [] }) => Snapshots.map(({ SnapshotId = '' }) => SnapshotId));
  }

  async tag(id: string, tags: Readonly<Record<string, string>>, region = 'us-east-1'): Promise<void> {
    const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    await this.ec2(region).send(new CreateTagsCommand({ Resources: [id], Tags }));
  }
}

export const OURS = {
  'bake-ami:run': 'r1',
  'bake-ami:build': 'web.amazon-ebs.ubuntu',
  'bake-ami:expires-at': 'never',
};

interface FamilyOptions {
  readonly region?: string;
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly everyMs?: number;
  /** The name of the public image that they are made of, which may hold `*`; Ubuntu without it. */
  readonly of?: string;
}

/** One way to make use of an image of us-east-1. */
export type Use = (site: PrunableCloud, imageId: string, number: number) => Promise<unknown>;

const scaling = (site: PrunableCloud): AutoScalingClient => new AutoScalingClient(clientConfig(site.cloud));
const ssm = (site: PrunableCloud, region = 'us-east-1'): SSMClient => new SSMClient(clientConfig(site.cloud, region));

async function template(ec2: EC2Client, name: string, ...images: readonly string[]): Promise<string> {
  const [ImageId, ...others] = images;
  const create = { LaunchTemplateName: name, LaunchTemplateData: { ImageId } };
  const { LaunchTemplate } = await ec2.send(new CreateLaunchTemplateCommand(create));
  for (const each of others) {
    const version = { LaunchTemplateName: name, LaunchTemplateData: { ImageId: each } };
    await ec2.send(new CreateLaunchTemplateVersionCommand(version));
  }
  return LaunchTemplate?.LaunchTemplateId ?? '';
}

function group(site: PrunableCloud, name: string, source: object): Promise<unknown> {
  const none = { AutoScalingGroupName: name, MinSize: 0, MaxSize: 1, AvailabilityZones: ['us-east-1a'] };
  return scaling(site).send(new CreateAutoScalingGroupCommand({ ...none, ...source }));
}

function put(site: PrunableCloud, Name: string, Value: string, more: object = {}, region?: string): Promise<unknown> {
  return ssm(site, region).send(new PutParameterCommand({ Name, Value, Type: 'String', ...more }));
}

const share = (site: PrunableCloud, ImageId: string, permission: object): Promise<unknown> =>
  site.ec2().send(new ModifyImageAttributeCommand({ ImageId, LaunchPermission: { Add: [permission] } }));

const OLD = 'ami-0000000000000dead';

/** Every way that there is, by the check that sees it; `always` are those that nothing switches off. */
export const USES: Readonly<Record<string, Readonly<Record<string, Use>>>> = {
  instances: {
    'a running instance': (site, id) => site.launch(id),
    'a stopped instance': async (site, id) => {
      const InstanceIds = [await site.launch(id)];
      await site.ec2().send(new StopInstancesCommand({ InstanceIds }));
      await site.clock.sleep(60_000);
    },
    'a spot instance': (site, id) => site.launch(id, 'us-east-1', { InstanceMarketOptions: { MarketType: 'spot' } }),
  },
  'launch-templates': {
    'the newest version of a launch template': (site, id, n) => template(site.ec2(), `new-${n}`, OLD, id),
    'a launch template by a parameter': async (site, id, n) => {
      await put(site, `/lt/${n}`, id);
      await template(site.ec2(), `parameter-${n}`, `resolve:ssm:/lt/${n}`);
    },
    'a launch template by a version of a parameter that has others': async (site, id, n) => {
      await put(site, `/ltv/${n}`, id);
      await template(site.ec2(), `parameter-version-${n}`, `resolve:ssm:/ltv/${n}:1`);
    },
    'a launch template of another account': (site, id, n) =>
      template(site.ec2('us-east-1', site.other), `theirs-${n}`, id),
  },
  'launch-template-versions': {
    'an old version of a launch template': (site, id, n) => template(site.ec2(), `old-${n}`, OLD, id, OLD),
  },
  'auto-scaling': {
    'a launch configuration': (site, ImageId, n) =>
      scaling(site).send(
        new CreateLaunchConfigurationCommand({ LaunchConfigurationName: `lc-${n}`, ImageId, InstanceType: 't3.micro' }),
      ),
    'a group of size zero by a launch configuration': async (site, ImageId, n) => {
      const LaunchConfigurationName = `lc-${n}`;
      const configuration = { LaunchConfigurationName, ImageId, InstanceType: 't3.micro' };
      await scaling(site).send(new CreateLaunchConfigurationCommand(configuration));
      await group(site, `group-lc-${n}`, { LaunchConfigurationName });
    },
    'a group of size zero by a version of a launch template': async (site, id, n) => {
      const LaunchTemplateId = await template(site.ec2(), `asg-${n}`, OLD, id, OLD);
      await group(site, `group-lt-${n}`, { LaunchTemplate: { LaunchTemplateId, Version: '2' } });
    },
    'a group with mixed instances, by an override of the image': async (site, ImageId, n) => {
      const LaunchTemplateId = await template(site.ec2(), `mixed-${n}`, OLD);
      const LaunchTemplateSpecification = { LaunchTemplateId, Version: '$Default' };
      const LaunchTemplate = { LaunchTemplateSpecification, Overrides: [{ InstanceType: 't3.small', ImageId }] };
      await group(site, `group-image-${n}`, { MixedInstancesPolicy: { LaunchTemplate } });
    },
    'a group with mixed instances, by an override of the template': async (site, id, n) => {
      const base = { LaunchTemplateId: await template(site.ec2(), `mixed-base-${n}`, OLD), Version: '1' };
      const LaunchTemplateName = `mixed-other-${n}`;
      await template(site.ec2(), LaunchTemplateName, OLD, id, OLD);
      const Overrides = [
        { InstanceType: 't3.small', LaunchTemplateSpecification: { LaunchTemplateName, Version: '2' } },
      ];
      const LaunchTemplate = { LaunchTemplateSpecification: base, Overrides };
      await group(site, `group-template-${n}`, { MixedInstancesPolicy: { LaunchTemplate } });
    },
  },
  fleets: {
    'a fleet by an override': async (site, ImageId, n) => {
      const LaunchTemplateId = await template(site.ec2(), `fleet-${n}`, OLD);
      await fleet(site, { LaunchTemplateId, Version: '1' }, [{ InstanceType: 't3.micro', ImageId }]);
    },
    'a fleet by a version of a launch template': async (site, id, n) => {
      const LaunchTemplateId = await template(site.ec2(), `fleet-lt-${n}`, OLD, id, OLD);
      await fleet(site, { LaunchTemplateId, Version: '2' }, []);
    },
    'a spot fleet': (site, ImageId) =>
      spotFleet(site, { LaunchSpecifications: [{ ImageId, InstanceType: 't3.micro' }] }),
    'a spot fleet by a version of a launch template': async (site, id, n) => {
      const LaunchTemplateId = await template(site.ec2(), `spot-${n}`, OLD, id, OLD);
      const LaunchTemplateSpecification = { LaunchTemplateId, Version: '2' };
      await spotFleet(site, { LaunchTemplateConfigs: [{ LaunchTemplateSpecification }] });
    },
  },
  parameters: {
    'a parameter of text': (site, id, n) => put(site, `/text/${n}`, id),
    'a parameter of an image': async (site, id, n) => {
      await put(site, `image-${n}`, id, { DataType: 'aws:ec2:image' });
      // Systems Manager looks at the image first.
      await site.clock.sleep(5_000);
    },
    'a list of parameters': (site, id, n) => put(site, `/list/${n}`, `${OLD},${id}`, { Type: 'StringList' }),
    'a parameter with JSON': (site, id, n) => put(site, `/json/${n}`, JSON.stringify({ web: { 'us-east-1': id } })),
    'a parameter of another region': (site, id, n) => put(site, `/far/${n}`, id, {}, 'eu-west-1'),
    'a parameter of another account': (site, id, n) =>
      new SSMClient(clientConfig(site.other)).send(
        new PutParameterCommand({ Name: `/theirs/${n}`, Value: id, Type: 'String' }),
      ),
  },
  sharing: {
    'another account that nobody was asked about': (site, id) => share(site, id, { UserId: '111122223333' }),
    'an organisation': (site, id) =>
      share(site, id, { OrganizationArn: 'arn:aws:organizations::111122223333:organization/o-abcdefghij' }),
    everybody: (site, id) => share(site, id, { Group: 'all' }),
  },
  always: {
    'a tag to keep it': (site, id) => site.tag(id, { 'bake-ami:keep': '' }),
    'protection from deregistration': (site, ImageId) =>
      site.ec2().send(new EnableImageDeregistrationProtectionCommand({ ImageId })),
    'a run that is still going': async (site, id, n) => {
      await site.tag(id, { 'bake-ami:run': `going-${n}` });
      const group = await template(site.ec2(), `of-the-run-${n}`, OLD);
      const expiry = new Date(site.clock.now() + 365 * DAY).toISOString();
      await site.tag(group, { 'bake-ami:run': `going-${n}`, 'bake-ami:expires-at': expiry });
    },
    'an expiry of its own': (site, id) => site.tag(id, { 'bake-ami:expires-at': '2026-01-03T00:00:00Z' }),
  },
};

function fleet(site: PrunableCloud, LaunchTemplateSpecification: object, Overrides: object[]): Promise<unknown> {
  return site.ec2().send(
    new CreateFleetCommand({
      Type: 'maintain',
      LaunchTemplateConfigs: [{ LaunchTemplateSpecification, Overrides }],
      TargetCapacitySpecification: { TotalTargetCapacity: 0 },
    }),
  );
}

function spotFleet(site: PrunableCloud, specifications: object): Promise<unknown> {
  const IamFleetRole = 'arn:aws:iam::123456789012:role/fleet';
  const SpotFleetRequestConfig = { IamFleetRole, TargetCapacity: 0, ...specifications };
  return site.ec2().send(new RequestSpotFleetCommand({ SpotFleetRequestConfig }));
}

/** Keys of the other account's role lead to the other account. */
function byAccount(own: InProcessRequestHandler, other: InProcessRequestHandler): InProcessRequestHandler {
  const isTheirs = /Credential=ASIA(\d{12})/;
  return {
    ...own,
    handle: (request, options) => {
      const [, account] = isTheirs.exec(request.headers['authorization'] ?? '') ?? [];
      return (account === OTHER_ACCOUNT ? other : own).handle(request, options);
    },
  };
}
