import type { JsonNode } from '../../hcl/json/nodes.ts';
import { parseJson } from '../../hcl/json/parse-json.ts';
import type { Source } from '../../hcl/source.ts';
import type { Diagnosed, Diagnostic } from '../../kernel/diagnostics.ts';
import { explainQuotesInBraces } from '../quotes-in-braces.ts';

/** What is wrong with a text that can be read no further with certainty. */
const BREAKING: ReadonlySet<string> = new Set([
  'invalid-json',
  'unclosed-string',
  'wrong-quotes',
  'quote-in-braces',
  'nesting-too-deep',
]);
/** The others of a JSON text. */
const HARMLESS: ReadonlySet<string> = new Set(['comment-in-json', 'trailing-comma', 'invalid-escape']);

/** Parses a template in the older format, whose own remedies are told. */
export function parseLegacyJson(source: Source): Diagnosed<JsonNode> {
  const { value, diagnostics } = parseJson(source);
  const own = diagnostics.map((each) => (each.code === 'comment-in-json' ? { ...each, detail: COMMENT } : each));
  return { value, diagnostics: explainQuotesInBraces(source, own) };
}

const COMMENT =
  'JSON has no comments. Remove it, or write it at the root of the template, as a key that begins with an underscore: "_comment": "why it is so".';

/** Without what only follows from JSON that could not be read to its end. */
export function withoutFollowUps(diagnostics: readonly Diagnostic[], template: Source): readonly Diagnostic[] {
  const isOf = ({ subject }: Diagnostic): boolean => subject?.filename === template.filename;
  if (!diagnostics.some((each) => isOf(each) && BREAKING.has(each.code))) return diagnostics;
  return diagnostics.filter((each) => !isOf(each) || BREAKING.has(each.code) || HARMLESS.has(each.code));
}
