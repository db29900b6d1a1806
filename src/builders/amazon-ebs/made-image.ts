import type { Image } from '@aws-sdk/client-ec2';
import type { ResourceRef } from '../../kernel/events.ts';

/** An image of this build that is available. */
export interface MadeImage {
  readonly region: string;
  readonly id: string;
  readonly name: string;
  readonly snapshotIds: readonly string[];
}

export function imageRef({ region, id, name }: Pick<MadeImage, 'region' | 'id' | 'name'>): ResourceRef {
  return { kind: 'image', id, region, name };
}

export type AvailableImage = Image & { readonly ImageId: string };
