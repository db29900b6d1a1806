import type { Source } from '../../hcl/source.ts';
import type { Diagnosed, Diagnostic } from '../../kernel/diagnostics.ts';

/** Evaluates what somebody types as it would be evaluated in a template. */
export interface ConsoleSession {
  /** Whether it takes expressions of HCL2, or texts with `{{ }}` in them, as the older JSON templates have. */
  readonly language: 'hcl2' | 'json';
  /** What is wrong with the template; the console works all the same. */
  readonly diagnostics: readonly Diagnostic[];
  /** All words that an input can begin with, for completion: `var.size`, `local.tags`, `upper(`, … */
  readonly names: readonly string[];
  /** The variables with what they hold, as it may be shown, for people. */
  variableLines(): readonly string[];
  /** Whether what has been typed so far has to go on in another line. */
  expectsMore(text: string): boolean;
  evaluate(text: string): Promise<ConsoleResult>;
}

/** The result as it is shown; there is none where the input is wrong. */
export interface ConsoleResult extends Diagnosed<string> {
  /** What the ranges of the diagnostics point into. */
  readonly source: Source;
}

/** What ranges in the input call their text. */
export const CONSOLE_INPUT = '<console-input>';
