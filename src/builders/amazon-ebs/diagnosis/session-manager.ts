import { tableOf, wayOut } from '../route-tables.ts';
import type { Facts, Finding, Question } from './question.ts';

const PROFILE =
  'The instance profile (iam_instance_profile, or temporary_iam_instance_profile_policy_document) has to allow what AmazonSSMManagedInstanceCore does';
const ENDPOINTS = 'a NAT gateway, or VPC endpoints for ssm and ssmmessages';
const WAY_OUT = `Give the subnet a way to Systems Manager: ${ENDPOINTS}; or set associate_public_ip_address = true in a public subnet. Where it has such endpoints: ${PROFILE.replace(/^The/, 'the')}.`;

/** Why does Session Manager not lead to the machine? Both ends of its agent can be asked: the instance's, and SSM's. */
export const sessionManager: Question = async (facts) => {
  const { instance, instanceId, bake, signal, error } = facts;
  if (instance !== undefined && instance.IamInstanceProfile === undefined) {
    return { what: `The instance ${instanceId} has no instance profile`, remedy: `${PROFILE}.` };
  }
  const ssm = await bake.aws.ssm(bake.region);
  const Filters = [{ Key: 'InstanceIds', Values: [instanceId] }];
  const known = await ssm.describeInstanceInformation({ Filters }, signal).then(
    ({ InstanceInformationList: [found] = [] }) => ({ found }),
    () => undefined,
  );
  // Who may not ask is told by the error itself that SSM does not know the instance.
  const isUnknown = known === undefined ? /TargetNotConnected/.test(error.message) : known.found === undefined;
  if (isUnknown) return neverReported(facts);
  const { PingStatus: status, AgentVersion: version = 'unknown' } = known?.found ?? {};
  if (status !== undefined && status !== 'Online') {
    return {
      what: `The SSM agent of ${instanceId} (${version}) has reported and does so no more: its state is ${status}`,
      remedy: 'See the end of the console: the machine hangs, restarts, or has lost its way to Systems Manager.',
    };
  }
  if (error.code === 'ssh-login-refused' || error.code.startsWith('host-key-')) return undefined;
  return {
    what: `The SSM agent of ${instanceId} (${version}) is online, and no SSH server answered behind it on port ${bake.connector.port}`,
    remedy: 'The image has to start an SSH server: check that it is installed, and ssh_port.',
  };
};

/** The agent has never reached SSM: it is not there, it may not, or there is no way. */
async function neverReported({ instance, instanceId, bake, signal }: Facts): Promise<Finding> {
  const what = `The SSM agent of ${instanceId} has never reported to Systems Manager`;
  const place =
    instance?.SubnetId === undefined || instance.VpcId === undefined
      ? undefined
      : { subnetId: instance.SubnetId, vpcId: instance.VpcId };
  const table = place === undefined ? undefined : await tableOf(bake.ec2, place, signal).catch(() => undefined);
  const way = table === undefined ? undefined : wayOut(table, '0.0.0.0/0');
  if (place !== undefined && table !== undefined && way === undefined) {
    return { what: `${what}, and its subnet ${place.subnetId} has no route to the internet`, remedy: WAY_OUT };
  }
  if (way?.GatewayId?.startsWith('igw-') === true && !instance?.PublicIpAddress) {
    const why = `it has no public address, which the route of its subnet to ${way.GatewayId} is of no use without`;
    return { what: `${what}: ${why}`, remedy: WAY_OUT };
  }
  return {
    what,
    remedy: `${PROFILE}; the subnet needs a way to Systems Manager (${ENDPOINTS}), and the image the SSM agent (Amazon Linux and Ubuntu of Canonical have it, Debian does not: install it by user_data).`,
  };
}
