import { counted } from '../kernel/counted.ts';
import {
  type Diagnosed,
  type Diagnostic,
  type DiagnosticParts,
  errorDiagnostic,
  warningDiagnostic,
} from '../kernel/diagnostics.ts';

/** More errors, or warnings, than anybody reads; a template of a megabyte could have a hundred thousand. */
const MOST_OF_A_KIND = 200;

/** Collects what there is to say about a template while it is read; the same thing is said once. */
export class Findings {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  readonly #counts: Record<Diagnostic['severity'], number> = { error: 0, warning: 0 };

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics, ...this.#leftOut('error'), ...this.#leftOut('warning')];
  }

  #leftOut(severity: Diagnostic['severity']): readonly Diagnostic[] {
    const count = this.#counts[severity] - MOST_OF_A_KIND;
    if (count <= 0) return [];
    const parts = {
      code: 'too-many-problems',
      summary: counted(count, `more ${severity}`),
      detail: `Only the first ${MOST_OF_A_KIND} are shown: the others often go away with them.`,
    };
    return [severity === 'error' ? errorDiagnostic(parts) : warningDiagnostic(parts)];
  }

  add(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      // A source that several builds use is decoded for each of them.
      const { code, summary, detail, subject } = diagnostic;
      const key = JSON.stringify([code, summary, detail, subject]);
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.#counts[diagnostic.severity] += 1;
      if (this.#counts[diagnostic.severity] <= MOST_OF_A_KIND) this.#diagnostics.push(diagnostic);
    }
  }

  error(parts: DiagnosticParts): void {
    this.add([errorDiagnostic(parts)]);
  }

  warning(parts: DiagnosticParts): void {
    this.add([warningDiagnostic(parts)]);
  }

  /** Adds what was said about a value, and gives the value. */
  take<D extends Diagnosed<unknown>>({ value, diagnostics }: D): D['value'] {
    this.add(diagnostics);
    return value;
  }
}
