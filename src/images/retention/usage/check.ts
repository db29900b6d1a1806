import type { Aws } from '../../../aws/connections.ts';

/** One account in one region, where somebody may make use of images. */
export interface UsageSite {
  readonly aws: Aws;
  readonly region: string;
  readonly signal: AbortSignal;
}

/** What makes use of images, by their ids: the end of a sentence that begins with "it is used by". */
export type Uses = ReadonlyMap<string, string>;

/** One way in which an image can be in use. */
export interface UsageCheck {
  readonly name: CheckName;
  /** For people: what is looked through. */
  readonly about: string;
  /** The IAM actions that it takes. */
  readonly actions: readonly string[];
  /** Looks through all pages, or rejects: there is no half an answer. `candidates` are the images that it is about. */
  find(site: UsageSite, candidates: ReadonlySet<string>): Promise<Uses>;
}

/** The names by which a check can be switched off. */
export const CHECK_NAMES = [
  'instances',
  'launch-templates',
  'launch-template-versions',
  'auto-scaling',
  'fleets',
  'parameters',
  'sharing',
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

/** Uses as they are found; the first one of an image is the one that is told. */
export class UseCollector {
  readonly #candidates: ReadonlySet<string>;
  readonly uses = new Map<string, string>();

  constructor(candidates: ReadonlySet<string>) {
    this.#candidates = candidates;
  }

  add(imageId: string | undefined, user: string): void {
    if (imageId !== undefined && this.#candidates.has(imageId) && !this.uses.has(imageId)) this.uses.set(imageId, user);
  }
}
