import { imageFeatures } from './image-features.ts';
import { machineFeatures } from './machine-features.ts';
import type { Asked, Feature, Need } from './need.ts';

/**
 * The one declaration of what the builder has to be allowed for what. By it `bake-ami policy` prints, and docs/iam.md
 * is written.
 */
export const features: readonly Feature[] = [...machineFeatures, ...imageFeatures];

/** What one build has to be allowed. */
export function needsOf(asked: Asked): readonly Need[] {
  return features.filter(({ isAsked }) => isAsked(asked)).flatMap(({ needs }) => needs);
}
