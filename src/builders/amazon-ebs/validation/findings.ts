import { type Diagnostic, errorDiagnostic, warningDiagnostic } from '../../../kernel/diagnostics.ts';
import type { DecodedOptions } from '../../../kernel/schema.ts';
import type { AmazonEbsOptions } from '../options.ts';

interface Finding {
  /** The option at fault: `ami_name`, `launch_block_device_mappings[0].iops`; empty: the source block itself. */
  readonly at: string;
  readonly code: string;
  readonly summary: string;
  readonly detail: string;
}

/** Collects what is wrong with the options of one source, each finding at its place in the template. */
export class Findings {
  readonly options: AmazonEbsOptions;
  readonly #decoded: DecodedOptions<AmazonEbsOptions>;
  readonly #found: Diagnostic[] = [];

  constructor(decoded: DecodedOptions<AmazonEbsOptions>) {
    this.options = decoded.options;
    this.#decoded = decoded;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#found;
  }

  error({ at, ...finding }: Finding): void {
    this.#found.push(errorDiagnostic({ ...finding, subject: this.#decoded.range(at === '' ? undefined : at) }));
  }

  warning({ at, ...finding }: Finding): void {
    this.#found.push(warningDiagnostic({ ...finding, subject: this.#decoded.range(at === '' ? undefined : at) }));
  }

  given(path: string): boolean {
    return this.#decoded.given(path);
  }

  /** Whether the value may be judged: it is not a stand-in for one that only the run knows. */
  known(path: string): boolean {
    return !this.#decoded.unknown(path);
  }

  /** Two options of which at most one may be written. */
  exclusive(first: string, second: string, remedy: string): void {
    if (!this.given(first) || !this.given(second)) return;
    this.error({
      at: second,
      code: 'conflicting-options',
      summary: `${first} and ${second} exclude each other`,
      detail: remedy,
    });
  }
}
