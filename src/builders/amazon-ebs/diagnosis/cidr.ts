import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Whether an address lies in a network in CIDR notation; false for what is neither. */
export function isWithin(address: string, cidr: string): boolean {
  const [network = '', prefix = ''] = cidr.split('/');
  const family = familyOf(address);
  if (family === undefined || familyOf(network) !== family || !/^\d+$/.test(prefix)) return false;
  const list = new BlockList();
  try {
    list.addSubnet(network, Number(prefix), family);
  } catch {
    return false;
  }
  return list.check(address, family);
}

export function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  if (isIPv4(address)) return 'ipv4';
  return isIPv6(address) ? 'ipv6' : undefined;
}
