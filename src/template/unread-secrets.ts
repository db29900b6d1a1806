import type { Source } from '../hcl/source.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { TextSpan } from '../kernel/secrets.ts';

/** A piece of a file that is not to be shown. */
export interface HiddenSpan extends TextSpan {
  readonly filename: string;
  /** Whether it is one text, without its quotes. */
  readonly isText?: boolean;
}

/** Where a template or a variable file may hold secrets, told by its text alone: also of a file that can't be read. */
export interface UnreadSecrets {
  readonly spans: readonly HiddenSpan[];
  /** The words in the spans of files with errors, whose messages may quote them. */
  readonly texts: readonly string[];
}

/** Comments, heredocs, strings (which end with their line), brackets, words, line endings, and anything else. */
const TOKEN =
  /(?:#|\/\/)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|<<-?([\w-]+)[^\n]*\n[\s\S]*?(?:\n[ \t]*\1(?=\s|$)|$)|"(?:[^"\\\n]|\\.)*"?|[{}[\]()]|[\p{L}\d_][\w-]*|\n|[^\s]/gu;
const ASSIGNS = /[ \t]*[=:](?!=)/y;
/** What is no text of its own in a literal: `${…}`, `%{…}` and `{{…}}`. */
const INTERPOLATION = /[$%]\{[^{}"]*\}|\{\{[^{}]*\}\}/g;
const WORDS = /"(?:[^"\\\n]|\\.)*"?|[^\s"{}[\](),=:]+/g;
/** Words of the language; shorter words than four letters stand everywhere. */
const COMMON = /^(?:true|false|null|.{0,3})$/s;
/** A block that may be sensitive, up to the next line that begins at the margin with anything but its end. */
const DECLARATION = /^[ \t]*(?:variable|local)[ \t]+"?[\w-]+"?[ \t]*\{[\s\S]*?(?=^[^\s}#/]|(?![\s\S]))/gm;
const DESCRIBING: ReadonlySet<string> = new Set(['type', 'description', 'sensitive', 'condition', 'error_message']);

interface Token extends TextSpan {
  readonly text: string;
  /** How many brackets are open before it. */
  readonly depth: number;
  /** The name that is given a value here, and where the value begins. */
  readonly key: { readonly name: string; readonly valueStart: number } | undefined;
}

function tokensOf(text: string): readonly Token[] {
  let depth = 0;
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => {
    if (/^[}\])]$/.test(token)) depth -= 1;
    const end = index + token.length;
    ASSIGNS.lastIndex = end;
    const isName = /^["\p{L}\d_]/u.test(token) && ASSIGNS.test(text);
    const key = isName ? { name: token.replace(/^"|"$/g, ''), valueStart: ASSIGNS.lastIndex } : undefined;
    const found: Token = { text: token, start: index, end, depth, key };
    if (/^[{[(]$/.test(token)) depth += 1;
    return found;
  });
}

/**
 * The values in a variable file of all variables but those that are declared and not sensitive; `declared` says of each
 * declared one whether it is sensitive.
 */
export function valuesInVariableFile({ text, filename }: Source, declared: ReadonlyMap<string, boolean>): HiddenSpan[] {
  const topDepth = /^\s*\{/.test(text) ? 1 : 0;
  const spans: HiddenSpan[] = [];
  let from: number | undefined;
  let keys = 0;
  const close = (end: number): void => {
    if (from === undefined) return;
    const value = text.slice(from, end).replace(/[\s,]+$/, '');
    const start = from + value.length - value.trimStart().length;
    if (value.trim() !== '') spans.push({ filename, start, end: from + value.length });
    from = undefined;
  };
  for (const { key, start, end, depth, text: token } of tokensOf(text)) {
    if (key === undefined) {
      if (keys === 0 && /^["<]/.test(token)) spans.push({ filename, start, end });
      continue;
    }
    const isSensitive = declared.get(key.name);
    if (depth > topDepth && isSensitive !== true) continue;
    keys += 1;
    close(start);
    if (isSensitive !== false) from = key.valueStart;
  }
  close(text.length);
  return spans;
}

/**
 * The literals in a template that are values of the options in `optionNames`, which hold secrets, and of variables and
 * locals that are declared as sensitive.
 */
export function secretLiterals(source: Source, optionNames: ReadonlySet<string>): HiddenSpan[] {
  const { text, filename } = source;
  const isSecret = secretKeys(text, optionNames);
  const spans: HiddenSpan[] = [];
  let valueDepth: number | undefined;
  for (const token of tokensOf(text)) {
    const { key, depth } = token;
    const ends = token.text === '\n' || token.text === ',' || token.key !== undefined;
    if (valueDepth !== undefined && (depth < valueDepth || (ends && depth === valueDepth))) valueDepth = undefined;
    if (valueDepth !== undefined) spans.push(...literalParts(text, token, depth === valueDepth, filename));
    else if (key !== undefined && isSecret(key.name, token.start)) valueDepth = depth;
  }
  return spans;
}

function secretKeys(text: string, optionNames: ReadonlySet<string>): (name: string, at: number) => boolean {
  const declarations = Array.from(text.matchAll(DECLARATION), ({ 0: block, index }) => ({ block, index })).filter(
    ({ block }) => /\bsensitive[ \t]*=[ \t]*"?true/.test(block),
  );
  const hasSensitive = /"sensitive"\s*:\s*"?true/.test(text);
  const list = /"sensitive-variables"\s*:\s*\[([^\]]*)/.exec(text)?.[1] ?? '';
  const older = new Set(Array.from(list.matchAll(/"([^"\n]*)"?/g), ([, name = '']) => name));
  // Keys are asked for in their order.
  let next = 0;
  const isDeclared = (at: number): boolean => {
    while (at >= endOf(declarations[next])) next += 1;
    return at >= (declarations[next]?.index ?? Number.POSITIVE_INFINITY);
  };
  return (name, at) =>
    optionNames.has(name) ||
    older.has(name) ||
    (hasSensitive && (name === 'default' || name === 'expression')) ||
    (!DESCRIBING.has(name) && isDeclared(at));
}

function endOf(declaration: { readonly block: string; readonly index: number } | undefined): number {
  return declaration === undefined ? Number.POSITIVE_INFINITY : declaration.index + declaration.block.length;
}

/** What is written out in a token of a value; names of anything else are left, so that a wrong one can be seen. */
function literalParts(text: string, token: Token, isWhole: boolean, filename: string): readonly HiddenSpan[] {
  if (token.text.startsWith('"')) {
    const end = token.text.length > 1 && token.text.endsWith('"') ? token.end - 1 : token.end;
    const content = text.slice(token.start + 1, end);
    const spans: HiddenSpan[] = [];
    let at = 0;
    for (const { 0: interpolation, index } of [...content.matchAll(INTERPOLATION), { 0: '', index: content.length }]) {
      if (index > at) spans.push({ filename, start: token.start + 1 + at, end: token.start + 1 + index, isText: true });
      at = index + interpolation.length;
    }
    return spans;
  }
  if (token.text.startsWith('<<')) return [{ filename, start: token.start, end: token.end }];
  const isName = /^[.([]/.test(text.slice(token.end)) || text[token.start - 1] === '.';
  return isWhole && /^[\p{L}\d_]/u.test(token.text) && !isName && !COMMON.test(token.text)
    ? [{ filename, start: token.start, end: token.end }]
    : [];
}

/** These spans, and what messages about their files may quote of them. */
export function unreadSecrets(
  sources: Iterable<Source>,
  spans: readonly HiddenSpan[],
  diagnostics: readonly Diagnostic[],
): UnreadSecrets {
  const wrong = new Set(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ subject }) => subject?.filename),
  );
  const texts = new Set<string>();
  const bySource = new Map(Array.from(sources, (source) => [source.filename, source.text]));
  for (const { filename, start, end, isText = false } of spans) {
    if (!wrong.has(filename)) continue;
    const piece = (bySource.get(filename) ?? '').slice(start, end);
    for (const word of isText ? [piece] : (piece.match(WORDS) ?? [])) {
      const bare = word.replace(/^"|"$/g, '');
      if (!COMMON.test(bare)) texts.add(bare).add(unescaped(bare));
    }
  }
  return { spans, texts: [...texts] };
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
