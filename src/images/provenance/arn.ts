/** Amazon Resource Names of images and snapshots have no account (Service Authorization Reference, "Amazon EC2"). */
export function imageArn(region: string, id: string): string {
  return `arn:${partitionOf(region)}:ec2:${region}::image/${id}`;
}

export function snapshotArn(region: string, id: string): string {
  return `arn:${partitionOf(region)}:ec2:${region}::snapshot/${id}`;
}

const PARTITIONS: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^us-iso-/, 'aws-iso'],
  [/^us-isob-/, 'aws-iso-b'],
  [/^eu-isoe-/, 'aws-iso-e'],
  [/^us-isof-/, 'aws-iso-f'],
  [/^eusc-/, 'aws-eusc'],
];

function partitionOf(region: string): string {
  return PARTITIONS.find(([pattern]) => pattern.test(region))?.[1] ?? 'aws';
}
