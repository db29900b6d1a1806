import type { Diagnostic } from '../kernel/diagnostics.ts';
import { withMasks } from './concealed-source.ts';
import { enclosingBlocks } from './enclosing-blocks.ts';
import type { Source } from './source.ts';

/** All that a diagnostic says beside its summary and its place, the same for everybody: the detail, then the values. */
export function diagnosticText({ detail, values = [] }: Diagnostic): string {
  const lines = values.map(({ expression, value }) => `with ${expression} as ${value}`);
  return [detail, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n');
}

/** The lines at fault, for programs that show a diagnostic in their own way. */
export interface Snippet {
  /** The headers of the blocks around: `source "amazon-ebs" "app"`; empty on the top level. */
  readonly context: string;
  /** Whole lines, unless they are very long. */
  readonly code: string;
  /** The number of the first of them, from 1. */
  readonly startLine: number;
  /** What is at fault: indexes into `code`, in UTF-16 code units; `highlightEnd` is the first that is not. */
  readonly highlightStart: number;
  readonly highlightEnd: number;
}

/** More of a long subject than this says nothing. */
const MAXIMUM_LINES = 20;
/** Nor does more of a long line, which may be a whole file, in UTF-16 code units. */
const MAXIMUM_LENGTH = 8_192;

/** Undefined for a diagnostic without a place; `source` may be concealed. */
export function snippetOf({ subject }: Diagnostic, source: Source): Snippet | undefined {
  if (subject === undefined) return undefined;
  const { start, end } = subject;
  const last = Math.min(end.line, start.line + MAXIMUM_LINES - 1);
  const from = Math.max(source.lineStart(start.line), start.offset - MAXIMUM_LENGTH / 4);
  const lineEnd = source.lineStart(last) + source.line(last).length;
  const code = source.text.slice(from, Math.min(lineEnd, from + MAXIMUM_LENGTH));
  const within = (offset: number): number => Math.min(Math.max(offset - from, 0), code.length);
  return {
    context: withMasks(enclosingBlocks(source, start.offset)),
    code: withMasks(code),
    startLine: start.line,
    highlightStart: withMasks(code.slice(0, within(start.offset))).length,
    highlightEnd: withMasks(code.slice(0, within(end.offset))).length,
  };
}
