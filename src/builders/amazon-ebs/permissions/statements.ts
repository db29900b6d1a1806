import { partitionOf } from '../../../aws/partition.ts';
import { EXPIRES_AT_TAG, RUN_TAG, VERIFIED_TAG } from '../../../aws/tags.ts';
import type { PolicyConditions, PolicyStatement } from '../../../kernel/iam-policy.ts';
import { needsOf } from './features.ts';
import { kmsKeysOf, type NamedKey } from './image-features.ts';
import type { Asked, Need, Scope } from './need.ts';

/** What temporary roles, instance profiles and launch templates are called: Packer's prefix, which is ours too. */
const TEMPORARY = 'packer-*';

/** Every resource of a run carries it, from the call that makes it. */
const OURS: PolicyConditions = { Null: { [`aws:ResourceTag/${RUN_TAG}`]: ['false'] } };

/** A key for what EC2 does with it, and for nothing else. */
function viaEc2(region: string | undefined): PolicyConditions {
  return { StringLike: { 'kms:ViaService': [`ec2.*.${partitionOf(region).dnsSuffix}`] } };
}

/** The calls that give tags to what they make; `ec2:CreateAction` is one of them. */
const CREATING = new Set(
  [
    'CopyImage',
    'CreateFleet',
    'CreateImage',
    'CreateLaunchTemplate',
    'CreateSecurityGroup',
    'ImportKeyPair',
    'RunInstances',
  ].map((name) => `ec2:${name}`),
);

/** The statements of the least policy that a build needs. */
export function statementsOf(asked: Asked): readonly PolicyStatement[] {
  const needs = needsOf(asked);
  return needs.flatMap((need) => statementsFor(need, asked, needs));
}

function statementsFor({ actions, scope }: Need, asked: Asked, needs: readonly Need[]): readonly PolicyStatement[] {
  const { name: aws, dnsSuffix } = partitionOf(asked.region);
  const iam = (kind: string, name: string): string => `arn:${aws}:iam::*:${kind}/${name}`;
  const statement = (
    sid: string,
    resources: readonly string[],
    conditions?: PolicyConditions,
  ): readonly PolicyStatement[] => [{ sid, actions, resources, ...(conditions && { conditions }) }];

  const written: Readonly<Record<Scope, () => readonly PolicyStatement[]>> = {
    regions: () => statement('BakeInTheseRegions', ['*'], inRegions(asked)),
    ours: () => statement('OnlyWhatBakesHaveMade', ['*'], OURS),
    'new-tags': () =>
      statement('TagWhatIsMade', [`arn:${aws}:ec2:*:*:*/*`], {
        StringEquals: {
          'ec2:CreateAction': [...new Set(needs.flatMap((need) => need.actions))]
            .filter((action) => CREATING.has(action))
            .map((action) => action.replace('ec2:', ''))
            .toSorted(),
        },
      }),
    'expiry-tag': () =>
      statement('LetFinishedImagesStay', [`arn:${aws}:ec2:*::image/*`, `arn:${aws}:ec2:*::snapshot/*`], {
        'ForAllValues:StringEquals': { 'aws:TagKeys': [EXPIRES_AT_TAG] },
      }),
    'verified-tag': () =>
      statement('MarkVerifiedImages', [`arn:${aws}:ec2:*::image/*`], {
        'ForAllValues:StringEquals': { 'aws:TagKeys': [VERIFIED_TAG] },
      }),
    parameters: () =>
      statement(
        'WriteParameters',
        asked.parameters.map(({ name, region = asked.region }) => {
          const any = name.replace(/\{\{.*?\}\}/gs, '*').replace(/^\//, '');
          return `arn:${partitionOf(region).name}:ssm:${region ?? '*'}:*:parameter/${any}`;
        }),
      ),
    'image-of-ours': () => [
      ...statement('ImagesOfBuildInstances', [`arn:${aws}:ec2:*:*:instance/*`], OURS),
      ...statement('MakeImages', [`arn:${aws}:ec2:*::image/*`, `arn:${aws}:ec2:*::snapshot/*`]),
    ],
    'port-session': () => [
      ...statement('OnlyBuildInstances', [`arn:${aws}:ec2:*:*:instance/*`], OURS),
      ...statement('SessionsToOnePort', [`arn:${aws}:ssm:*::document/AWS-StartPortForwardingSession`]),
    ],
    sessions: () => statement('EndSessions', [`arn:${aws}:ssm:*:*:session/*`]),
    'instance-role': () =>
      statement('PassTheInstanceRole', [iam('role', asked.options.iam_instance_profile ?? '*')], {
        // In China the service goes by either name.
        StringEquals: {
          'iam:PassedToService': ['ec2.amazonaws.com', ...(aws === 'aws-cn' ? [`ec2.${dnsSuffix}`] : [])],
        },
      }),
    'instance-profile': () =>
      statement('SeeTheInstanceProfile', [iam('instance-profile', asked.options.iam_instance_profile ?? '*')]),
    'temporary-role': () => statement('TemporaryRole', [iam('role', TEMPORARY)]),
    'temporary-profile': () => statement('TemporaryInstanceProfile', [iam('instance-profile', TEMPORARY)]),
    'spot-roles': () => serviceLinkedRoles(actions, iam, ['spot.amazonaws.com', 'ec2fleet.amazonaws.com']),
    'fast-launch-role': () => serviceLinkedRoles(actions, iam, ['ec2fastlaunch.amazonaws.com']),
    'kms-keys': () =>
      kmsKeysOf(asked).map((key) => keyStatement(key, actions, 'KmsKeys', viaEc2(key.region ?? asked.region))),
    'kms-keys-to-see': () => kmsKeysOf(asked).map((key) => keyStatement(key, actions, 'SeeKmsKeys', {})),
    nothing: () => statement('WithoutAResource', ['*']),
  };
  return written[scope]();
}

function inRegions({ options, region }: Asked): PolicyConditions | undefined {
  if (region === undefined) return undefined;
  const regions = [...new Set([region, ...options.ami_regions])].toSorted();
  return { StringEquals: { 'aws:RequestedRegion': regions } };
}

function serviceLinkedRoles(
  actions: readonly string[],
  iam: (kind: string, name: string) => string,
  services: readonly string[],
): readonly PolicyStatement[] {
  const conditions = { StringEquals: { 'iam:AWSServiceName': services } };
  return [{ sid: 'FirstOfTheAccount', actions, resources: [iam('role', 'aws-service-role/*')], conditions }];
}

/** A key by its ARN; an alias can't be a resource, it is a condition (KMS Developer Guide, "Aliases and permissions"). */
function keyStatement(
  { key, region = '*' }: NamedKey,
  actions: readonly string[],
  sid: string,
  by: PolicyConditions,
): PolicyStatement {
  const [, arnRegion, account, rest] = /^arn:[\w-]+:kms:([\w-]+):(\d+):(.+)$/.exec(key) ?? [];
  const at = `arn:${partitionOf(arnRegion ?? region).name}:kms:${arnRegion ?? region}:${account ?? '*'}`;
  const name = rest ?? key;
  if (name.startsWith('alias/')) {
    const conditions = { ...by, 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [name] } };
    return { sid: `${sid}ByAlias`, actions, resources: [`${at}:key/*`], conditions };
  }
  const resources = [`${at}:key/${name.replace(/^key\//, '')}`];
  return { sid, actions, resources, ...(Object.keys(by).length > 0 && { conditions: by }) };
}
