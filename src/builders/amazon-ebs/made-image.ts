import type { Tag } from '@aws-sdk/client-ec2';
import type { ResourceRef } from '../../kernel/events.ts';

/** An image of this build that is available. */
export interface MadeImage {
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly snapshotIds: readonly string[];
  /** Of all its disks together; undefined where EC2 does not say. GiB. */
  readonly sizeGib: number | undefined;
  /** As EC2 shows them. */
  readonly tags: readonly Tag[];
}

export function imageRef({ region, id, name }: Pick<MadeImage, 'region' | 'id' | 'name'>): ResourceRef {
  return { kind: 'image', id, region, name };
}
