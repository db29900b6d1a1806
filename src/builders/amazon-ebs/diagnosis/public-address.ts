import { isWithin } from './cidr.ts';
import { type Question, wasReached } from './question.ts';

/** Private networks as wide as VPCs are made: whoever is in the same one may well be connected to it. */
const SAME_NETWORK = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

/** Is a private address tried from a machine that is in no network with it? */
export const publicAddress: Question = (facts) => {
  const { address, isPublic, instance, from } = facts;
  if (wasReached(facts) || isPublic || address === undefined) return undefined;
  const network = SAME_NETWORK.find((cidr) => isWithin(address, cidr));
  if (network === undefined || from.some((own) => isWithin(own, network))) return undefined;
  const why = instance?.PublicIpAddress
    ? `and its public address ${instance.PublicIpAddress} is not used, because ssh_interface says so`
    : 'and it has no public address';
  return {
    what: `The instance was tried at its private address ${address}, which this machine has no network in common with, ${why}`,
    remedy: instance?.PublicIpAddress
      ? 'Remove ssh_interface, or go through a jump host (ssh_bastion_host).'
      : 'Set associate_public_ip_address = true in a public subnet, go through a jump host (ssh_bastion_host), or run the job on a machine in that network.',
  };
};
