/** One check and how it ended. */
export interface Check {
  /** `script checks.sh`, `File: /etc/passwd: mode` */
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly elapsedMs: number;
  /** One line, for a check that failed. The machine may have written parts of it. */
  readonly message?: string;
  /** What the machine printed: hostile. */
  readonly output?: string;
}

/** All checks of one image. */
export interface Suite {
  /** The full build name. */
  readonly build: string;
  readonly image: { readonly id: string; readonly region: string; readonly name: string };
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly elapsedMs: number;
  readonly checks: readonly Check[];
}
