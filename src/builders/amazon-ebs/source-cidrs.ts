import { isIPv4, isIPv6 } from 'node:net';
import { orAborted, withDeadline } from '../../kernel/deadline.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import { note, type Site, warn } from './site.ts';
import type { Network } from './steps/choose-network.ts';

/** Addresses that are not routed on the internet (RFC 1918, RFC 6598): whoever has one is in a network of the user's. */
const PRIVATE_NETWORKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];
const LOOPBACK = '127.0.0.0/8';
/** Most networks that let nobody ask do not say so. */
const ANSWER_LIMIT_MS = 5_000;

/** Who may reach the instance while it is built, in CIDR notation. */
export async function sourceCidrs(site: Site, network: Network): Promise<readonly string[]> {
  const { options, dependencies } = site;
  if (options.temporary_security_group_source_cidrs.length > 0) return options.temporary_security_group_source_cidrs;
  if (isOnThisComputer(site)) return [LOOPBACK];
  if (options.temporary_security_group_source_public_ip) return [await onlyPublicAddress(site)];

  const local = dependencies.localAddresses();
  if (options.ssh_interface === 'ipv6') {
    const own = local.filter((address) => isIPv6(address) && !address.startsWith('fe80'));
    if (own.length > 0) return own.map((address) => `${address}/128`);
    throw unknownSource('This machine has no IPv6 address of its own, and ssh_interface is "ipv6"');
  }
  const own = local.filter((address) => isIPv4(address)).map((address) => `${address}/32`);
  const other = otherMachine(site);
  const within = other === undefined ? own : PRIVATE_NETWORKS;
  const outside = await publicAddressIfKnown(site);
  const admitted = [...new Set([...(outside === undefined ? [] : [outside]), ...within])];
  if (admitted.length === 0) throw unknownSource('It is not known by which address this machine reaches the instance');
  if (other !== undefined) {
    note(
      site,
      `The address that ${other} connects from is not known here, so all private ones may reach the instance (${PRIVATE_NETWORKS.join(', ')}): to let fewer in, write temporary_security_group_source_cidrs`,
    );
  } else if (isReachedPrivately(site, network)) {
    note(
      site,
      `Only this machine's own addresses may reach the instance (${admitted.join(', ')}): where others take their place on the way (a container's host, a NAT gateway), write temporary_security_group_source_cidrs`,
    );
  }
  return admitted;
}

/** The cloud runs on this very computer (the local one, an emulator). */
function isOnThisComputer({ aws }: Site): boolean {
  if (aws.ec2Endpoint === undefined || !URL.canParse(aws.ec2Endpoint)) return false;
  const { hostname } = new URL(aws.ec2Endpoint);
  return (
    hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.') || hostname.endsWith('.localhost')
  );
}

/** What stands between this machine and the instance, with addresses of its own; undefined: nothing does. */
function otherMachine({ connector, given }: Site): string | undefined {
  if (given('ssh_bastion_host')) return 'the jump host (ssh_bastion_host)';
  return connector.fixedHost === undefined ? undefined : `what listens at ${connector.fixedHost} (ssh_host)`;
}

function isReachedPrivately({ options }: Site, network: Network): boolean {
  return network.isPrivate || options.ssh_interface === 'private_ip' || options.ssh_interface === 'private_dns';
}

/** For `temporary_security_group_source_public_ip`, which lets nobody else in. */
async function onlyPublicAddress(site: Site): Promise<string> {
  try {
    return await publicAddress(site);
  } catch (thrown) {
    if (site.context.signal.aborted) throw thrown;
    throw unknownSource(
      `temporary_security_group_source_public_ip lets only the public address of this machine in, which could not be found out (${errorMessage(thrown)})`,
    );
  }
}

/** Undefined, with a warning, where it can't be found out. */
async function publicAddressIfKnown(site: Site): Promise<string | undefined> {
  try {
    return await publicAddress(site);
  } catch (thrown) {
    if (site.context.signal.aborted) throw thrown;
    warn(
      site,
      `The public address of this machine could not be found out (${errorMessage(thrown)}), so only private ones may reach the instance; if connecting fails, write temporary_security_group_source_cidrs`,
    );
    return undefined;
  }
}

/** `203.0.113.7/32` */
async function publicAddress({ dependencies, context }: Site): Promise<string> {
  const address = await withDeadline(context.clock, ANSWER_LIMIT_MS, tooLate, context.signal, (limited) =>
    orAborted(dependencies.publicAddress(limited), limited),
  );
  if (isIPv4(address)) return `${address}/32`;
  if (isIPv6(address)) return `${address}/128`;
  throw new Error(`${JSON.stringify(address.slice(0, 40))} is no address`);
}

function tooLate(): Error {
  return new Error(`no answer within ${ANSWER_LIMIT_MS / 1_000} seconds`);
}

function unknownSource(message: string): BakeError {
  return new BakeError(message, {
    code: 'source-address-unknown',
    category: 'connection',
    hint: 'Say who may connect while the image is built: temporary_security_group_source_cidrs = ["203.0.113.7/32"], or ["0.0.0.0/0"] for everybody.',
  });
}
