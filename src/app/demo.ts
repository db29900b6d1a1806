import type { Surroundings } from './build.ts';

/** Bakes the example template on the local cloud, launches the image, looks inside, and removes everything. */
export interface DemoRequest extends Surroundings {
  /** `examples/node-app`, absolute. */
  readonly exampleDirectory: string;
  /** `dist/cli.js`, absolute. */
  readonly cliPath: string;
  /** A folder for the demo's run; made, and removed at the end. */
  readonly runDirectory: string;
  /** One sentence for the person who watches, between the events of the bake. */
  narrate(text: string): void;
}

export interface DemoResult {
  /** The image that was baked, launched and removed again. */
  readonly imageId: string;
  readonly elapsedMs: number;
}
