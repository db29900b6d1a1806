/** A part of AWS with accounts and names of its own (AWS General Reference, "Amazon Resource Names"). */
export interface Partition {
  /** As ARNs have it: `aws`, `aws-cn`, … */
  readonly name: string;
  /** What the names of its services end with: `ec2.REGION.amazonaws.com`. */
  readonly dnsSuffix: string;
}

const COMMERCIAL: Partition = { name: 'aws', dnsSuffix: 'amazonaws.com' };

/** By how names of regions begin. Source: the AWS SDKs' partitions.json. */
const OTHERS: readonly (readonly [string, Partition])[] = [
  ['cn-', { name: 'aws-cn', dnsSuffix: 'amazonaws.com.cn' }],
  ['us-gov-', { name: 'aws-us-gov', dnsSuffix: 'amazonaws.com' }],
  ['us-iso-', { name: 'aws-iso', dnsSuffix: 'c2s.ic.gov' }],
  ['us-isob-', { name: 'aws-iso-b', dnsSuffix: 'sc2s.sgov.gov' }],
  ['eu-isoe-', { name: 'aws-iso-e', dnsSuffix: 'cloud.adc-e.uk' }],
  ['us-isof-', { name: 'aws-iso-f', dnsSuffix: 'csp.hci.ic.gov' }],
  ['eusc-', { name: 'aws-eusc', dnsSuffix: 'amazonaws.eu' }],
];

/** The partition that a region is in; undefined counts as the commercial one. */
export function partitionOf(region: string | undefined): Partition {
  return OTHERS.find(([prefix]) => region?.startsWith(prefix) === true)?.[1] ?? COMMERCIAL;
}
