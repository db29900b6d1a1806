import { isIPv4, isIPv6 } from 'node:net';
import { orAborted, withDeadline } from '../../kernel/deadline.ts';
import { BakeError } from '../../kernel/errors.ts';
import { type Site, warn } from './site.ts';
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

  const local = dependencies.localAddresses();
  if (options.ssh_interface === 'ipv6') {
    const own = local.filter((address) => isIPv6(address) && !address.startsWith('fe80'));
    if (own.length > 0) return own.map((address) => `${address}/128`);
    throw unknownSource('This machine has no IPv6 address of its own, and ssh_interface is "ipv6"');
  }
  const own = local.filter((address) => isIPv4(address)).map((address) => `${address}/32`);
  // By private addresses, and from behind a jump host or whatever listens at ssh_host, connections come from addresses
  // that this machine does not know.
  const within = comesFromWithin(site, network) ? PRIVATE_NETWORKS : own;
  const outside = await publicAddress(site);
  if (outside === undefined && within.length === 0) {
    throw unknownSource('It is not known by which address this machine reaches the instance');
  }
  return [...new Set([...(outside === undefined ? [] : [outside]), ...within])];
}

/** The cloud runs on this very computer (the local one, an emulator). */
function isOnThisComputer({ aws }: Site): boolean {
  if (aws.ec2Endpoint === undefined || !URL.canParse(aws.ec2Endpoint)) return false;
  const { hostname } = new URL(aws.ec2Endpoint);
  return (
    hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.') || hostname.endsWith('.localhost')
  );
}

function comesFromWithin({ options, connector, given }: Site, network: Network): boolean {
  return (
    network.isPrivate ||
    options.ssh_interface === 'private_ip' ||
    options.ssh_interface === 'private_dns' ||
    connector.fixedHost !== undefined ||
    given('ssh_bastion_host')
  );
}

/** `203.0.113.7/32`; undefined, with a warning, where it can't be found out. */
async function publicAddress(site: Site): Promise<string | undefined> {
  const { dependencies, context } = site;
  try {
    const address = await withDeadline(context.clock, ANSWER_LIMIT_MS, tooLate, context.signal, (limited) =>
      orAborted(dependencies.publicAddress(limited), limited),
    );
    if (isIPv4(address)) return `${address}/32`;
    if (isIPv6(address)) return `${address}/128`;
    throw new Error(`${JSON.stringify(address.slice(0, 40))} is no address`);
  } catch (thrown) {
    if (context.signal.aborted) throw thrown;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    warn(
      site,
      `The public address of this machine could not be found out (${why}), so only private ones may reach the instance; if connecting fails, write temporary_security_group_source_cidrs`,
    );
    return undefined;
  }
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
