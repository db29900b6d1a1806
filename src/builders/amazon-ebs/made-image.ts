import type { Image, Tag } from '@aws-sdk/client-ec2';
import { snapshotIdsOf } from '../../aws/undo/image.ts';
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

/** An available image as EC2 describes it. */
export function madeImage(region: string, image: Image): MadeImage {
  const { ImageId: id = '', Name: name = '', Tags: tags = [] } = image;
  return { region, id, name, snapshotIds: snapshotIdsOf(image), sizeGib: sizeOf(image), tags };
}

function sizeOf({ BlockDeviceMappings = [] }: Image): number | undefined {
  const sizes = BlockDeviceMappings.flatMap(({ Ebs }) => (Ebs?.VolumeSize === undefined ? [] : [Ebs.VolumeSize]));
  return sizes.length === 0 ? undefined : sizes.reduce((sum, size) => sum + size, 0);
}

export function imageRef({ region, id, name }: Pick<MadeImage, 'region' | 'id' | 'name'>): ResourceRef {
  return { kind: 'image', id, region, name };
}
