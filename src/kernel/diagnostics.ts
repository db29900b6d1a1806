import type { SourceRange } from './source-range.ts';

export type Severity = 'error' | 'warning';

/**
 * Something to tell users about their own text: a value, never thrown. Analysis goes on after the first one and all of
 * them come out together.
 */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable identifier, kebab-case, for example `unknown-option`; scripts may rely on it, never on the texts. */
  readonly code: string;
  /** One line, capitalised, without a full stop. */
  readonly summary: string;
  /** What is wrong with which value, and what to do about it; whole sentences. */
  readonly detail: string;
  /** The exact text at fault. Absent when no text is (a missing file, say). */
  readonly subject?: SourceRange;
  /** What to show around the subject when the subject alone says too little. */
  readonly context?: SourceRange;
  /** What the variables in the expression at fault hold; never anything sensitive. */
  readonly values?: readonly DiagnosticValue[];
  /**
   * A warning about what Packer can do and we can't yet: the template is right, but it may not be built. Where it is to
   * be built the warning is an error (`forBuild`), before anything is launched.
   */
  readonly stopsBuild?: true;
}

export interface DiagnosticValue {
  /** As it is written: `var.size`. */
  readonly expression: string;
  /** For people: `"t3.micro"`, `list of string with 2 elements`. */
  readonly value: string;
}

export type DiagnosticParts = Omit<Diagnostic, 'severity' | 'stopsBuild'>;

export function errorDiagnostic(parts: DiagnosticParts): Diagnostic {
  return { severity: 'error', ...parts };
}

export function warningDiagnostic(parts: DiagnosticParts): Diagnostic {
  return { severity: 'warning', ...parts };
}

/** The template is right and asks for what does not run yet. */
export function notYetDiagnostic(parts: DiagnosticParts): Diagnostic {
  return { severity: 'warning', ...parts, stopsBuild: true };
}

/** The same findings for a template that is to be built: what does not run yet is an error. */
export function forBuild(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) =>
    diagnostic.stopsBuild === true ? { ...diagnostic, severity: 'error' } : diagnostic,
  );
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** A value with what there was to say about it; `value` is absent only when nothing useful could be made. */
export interface Diagnosed<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
