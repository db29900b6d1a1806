import type { _InstanceType } from '@aws-sdk/client-ec2';
import { isDenied } from '../../aws/errors.ts';
import { orAborted, withDeadline } from '../../kernel/deadline.ts';
import { BakeError, toBakeError } from '../../kernel/errors.ts';
import { spotTypes } from './launch/spot-options.ts';
import type { Groundwork } from './prepare.ts';
import { targetRegions } from './regions.ts';
import type { Bake } from './site.ts';

const ANSWER_LIMIT_MS = 10_000;

/**
 * What to throw for an error of the launch. When that is a denied call, dry runs ask what else is denied, so that all of it
 * can be allowed at once. They are made only then: a role that does all that the build needs is never asked.
 */
export async function withAllThatIsMissing(work: Bake, groundwork: Groundwork, thrown: unknown): Promise<unknown> {
  const { clock, signal } = work.context;
  if (!isDenied(thrown) || signal.aborted) return thrown;
  const error = toBakeError(thrown);
  const first = deniedAction(error);
  const refusals = await withDeadline(clock, ANSWER_LIMIT_MS, noAnswer, signal, (limited) =>
    Promise.all(dryRuns(work, groundwork, limited).map((call) => orAborted(call, limited).catch((reason) => reason))),
  ).catch((): readonly unknown[] => []);
  const others = refusals.filter(isDenied).flatMap((refusal) => deniedAction(toBakeError(refusal)) ?? []);
  const missing: readonly string[] = [...new Set(others.filter((action) => action !== first))].toSorted();
  if (first === undefined || missing.length === 0) return thrown;
  return new BakeError(`${error.message}. Dry runs say that they may not call ${missing.join(', ')} either`, {
    code: error.code,
    category: error.category,
    hint: `Allow ${[first, ...missing].join(', ')} in the IAM policy of the role or user that bakes. \`bake-ami policy\` prints all that the template needs.`,
    cause: error,
  });
}

/** The calls that can be tried before there is an instance. */
function dryRuns(work: Bake, groundwork: Groundwork, signal: AbortSignal): readonly Promise<unknown>[] {
  const { ec2, aws, options, region } = work;
  const { source, network, securityGroupIds } = groundwork;
  const DryRun = true;
  const { iam_instance_profile: profile, skip_create_ami: makesNone, ami_name: Name } = options;
  const launch = ec2.runInstances(
    {
      ImageId: source.ImageId,
      // EC2 judges it: types that are newer than this program work too.
      InstanceType: spotTypes(work)[0] as _InstanceType,
      MinCount: 1,
      MaxCount: 1,
      ...(network.subnetId === undefined ? {} : { SubnetId: network.subnetId }),
      ...(profile ? { IamInstanceProfile: { Name: profile } } : {}),
      DryRun,
    },
    signal,
  );
  const group = {
    GroupName: 'packer_dry-run',
    Description: 'Temporary group for Packer (bake-ami)',
    ...(network.vpcId === undefined ? {} : { VpcId: network.vpcId }),
    DryRun,
  };
  const copies = makesNone ? [] : targetRegions(work).filter((target) => target !== region);
  return [
    launch,
    ...(securityGroupIds === undefined ? [ec2.createSecurityGroup(group, signal)] : []),
    ...copies.map((target) =>
      aws.ec2(target).copyImage({ SourceImageId: source.ImageId, SourceRegion: region, Name, DryRun }, signal),
    ),
  ];
}

/** The action that a denial is about, which its message names. */
function deniedAction({ message }: BakeError): string | undefined {
  return /may not call ([\w-]+:\w+)/.exec(message)?.[1];
}

function noAnswer(): Error {
  return new Error(`no answer within ${ANSWER_LIMIT_MS / 1_000} seconds`);
}
