import {
  type Diagnostic,
  type DiagnosticParts,
  errorDiagnostic,
  notYetDiagnostic,
  warningDiagnostic,
} from './diagnostics.ts';
import type { DecodedOptions } from './schema.ts';

interface Finding {
  /** The option at fault: `ami_name`, `launch_block_device_mappings[0].iops`; empty: the block itself. */
  readonly at: string;
  readonly code: string;
  readonly summary: string;
  readonly detail: string;
}

/** Collects what there is to say about a component's options, each finding at its place in the template. */
export class OptionFindings<O> {
  readonly options: O;
  readonly #decoded: DecodedOptions<O>;
  readonly #found: Diagnostic[] = [];

  constructor(decoded: DecodedOptions<O>) {
    this.options = decoded.options;
    this.#decoded = decoded;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#found;
  }

  error(finding: Finding): void {
    this.#found.push(errorDiagnostic(this.#parts(finding)));
  }

  warning(finding: Finding): void {
    this.#found.push(warningDiagnostic(this.#parts(finding)));
  }

  /** See `Diagnostic.stopsBuild`. */
  notYet(finding: Finding): void {
    this.#found.push(notYetDiagnostic(this.#parts(finding)));
  }

  given(path: string): boolean {
    return this.#decoded.given(path);
  }

  /** Whether the value may be judged: it is not a stand-in for one that only the run knows. */
  known(path: string): boolean {
    return !this.#decoded.unknown(path);
  }

  /** The file in which the option is written, as the template's files are called. */
  fileOf(path: string): string {
    return this.#decoded.range(path).filename;
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

  #parts({ at, ...finding }: Finding): DiagnosticParts {
    return { ...finding, subject: this.#decoded.range(at === '' ? undefined : at) };
  }
}
