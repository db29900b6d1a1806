import { partitionOf } from '../../aws/partition.ts';

/** Amazon Resource Names of images and snapshots have no account (Service Authorization Reference, "Amazon EC2"). */
export function imageArn(region: string, id: string): string {
  return `arn:${partitionOf(region).name}:ec2:${region}::image/${id}`;
}

export function snapshotArn(region: string, id: string): string {
  return `arn:${partitionOf(region).name}:ec2:${region}::snapshot/${id}`;
}
