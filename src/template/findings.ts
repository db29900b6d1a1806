import {
  type Diagnosed,
  type Diagnostic,
  type DiagnosticParts,
  errorDiagnostic,
  warningDiagnostic,
} from '../kernel/diagnostics.ts';

/** Collects what there is to say about a template while it is read; the same thing is said once. */
export class Findings {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  add(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      // A source that several builds use is decoded for each of them.
      const { code, summary, detail, subject } = diagnostic;
      const key = JSON.stringify([code, summary, detail, subject]);
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.#diagnostics.push(diagnostic);
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
