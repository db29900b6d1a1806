/** How images are to be verified, as an input or a flag says it. */
export interface VerifyRequest {
  /** The path of a script, or lines of shell; empty: none. */
  readonly script: string;
  /** A goss file, or a folder with a `goss.yaml`; empty: none. */
  readonly goss: string;
  /** A goss for Linux, used in place of the one in the PATH; empty: none is named. */
  readonly gossBinary: string;
  readonly bootTimeoutMs: number;
  readonly checksTimeoutMs: number;
  readonly onFailure: 'remove' | 'keep';
  /** Where a report is written; empty: nowhere. */
  readonly junit: string;
}

export const VERIFY_DEFAULTS = {
  'verify-timeout': '15m',
  'verify-boot-timeout': '10m',
  'verify-on-failure': 'remove',
} as const;

/** How long an image stays that failed and is kept. */
export const KEEP_FAILED_MS = 7 * 24 * 3_600_000;

/** Gets a file from the network, checks it and keeps it for later; returns its absolute path. */
export type FetchTool = (tool: FetchedTool, signal: AbortSignal) => Promise<string>;

export interface FetchedTool {
  readonly name: string;
  readonly version: string;
  /** As the cache of tools names it: `x64`, `arm64`. */
  readonly architecture: string;
  readonly url: string;
  /** Hex. */
  readonly sha256: string;
}
