import type { Bake } from '../site.ts';
import type { Network } from '../steps/choose-network.ts';
import type { SourceImage } from '../steps/find-source-image.ts';
import type { TemplateTags } from '../template-tags.ts';

/** What of a build a request to launch goes by, beside its inputs. */
export type LaunchedBy = Pick<Bake, 'options' | 'ownership'>;

/** What a launch needs that was found or made before it. */
export interface LaunchInputs {
  readonly source: SourceImage;
  readonly network: Network;
  readonly keyName: string | undefined;
  readonly securityGroupIds: readonly string[];
  /** Name of the instance profile: the template's or a temporary one. */
  readonly instanceProfile: string | undefined;
  /** Raw bytes. */
  readonly userData: Buffer | undefined;
  /** What the machine's own shutdown does to the instance. */
  readonly shutdownBehavior: 'stop' | 'terminate';
  readonly tags: TemplateTags;
}

export type Market = 'on-demand' | 'spot';

/** Where an instance may go; what is undefined is left to EC2. */
export interface Place {
  readonly subnetId: string | undefined;
  readonly availabilityZone: string | undefined;
}

/** `us-east-1a`, `subnet-0123 (us-east-1a)`; for people. */
export function describePlace({ subnetId, availabilityZone }: Place, region: string): string {
  if (subnetId === undefined) return availabilityZone ?? region;
  return availabilityZone === undefined ? subnetId : `${subnetId} (${availabilityZone})`;
}
