import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { type Diagnosed, type Diagnostic, errorDiagnostic } from '../../kernel/diagnostics.ts';
import type { JsonBody } from '../ast.ts';
import { checkLength, type ParsedFile } from '../parser.ts';
import type { Source } from '../source.ts';
import { MAXIMUM_NESTING } from '../token-stream.ts';
import { brackets, isOpening } from './brackets.ts';
import { jsonProblems } from './json-problems.ts';
import { JsonString } from './json-string.ts';
import type { JsonNode, JsonProperty } from './nodes.ts';

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/**
 * Parses a JSON text (RFC 8259), each value with its place. Never throws; after an error the value is what could be read.
 */
export function parseJson(source: Source): Diagnosed<JsonNode> {
  const refusal = checkLength(source) ?? checkNesting(source);
  if (refusal !== undefined) return { value: undefined, diagnostics: [refusal] };
  const errors: ParseError[] = [];
  const root = parseTree(withoutMark(source), errors, STRICT);
  return {
    value: root === undefined ? undefined : new TreeReader(source).read(root, source.text.length),
    diagnostics: jsonProblems(source, errors),
  };
}

/** Parses a file in HCL's JSON syntax. Never throws. */
export function parseJsonFile(source: Source): ParsedFile<JsonBody> {
  const { value, diagnostics } = parseJson(source);
  const all = source.range(source.start, source.text.length);
  // What could not be read at all has been reported; as null it is a body that holds nothing.
  if (value === undefined) return { body: jsonBody({ kind: 'null', range: all }), diagnostics };
  if (value.kind === 'json-object' || value.kind === 'json-array' || diagnostics.length > 0) {
    return { body: jsonBody(value), diagnostics };
  }
  const wrong = errorDiagnostic({
    code: 'invalid-json-body',
    summary: 'No JSON object',
    detail: 'A file in the JSON syntax of HCL holds an object, or an array of objects: { "name": value }',
    subject: value.range,
  });
  return { body: jsonBody({ kind: 'null', range: all }), diagnostics: [wrong] };
}

/** A value as a body, without the properties of the names in `hidden`. */
export function jsonBody(value: JsonNode, hidden: ReadonlySet<string> = new Set()): JsonBody {
  const endRange =
    value.kind === 'json-object' ? value.closeRange : value.kind === 'json-array' ? value.openRange : value.range;
  return { kind: 'json-body', value, hidden, range: value.range, endRange };
}

/** The text with a blank for a byte order mark. */
function withoutMark(source: Source): string {
  return source.start === 0 ? source.text : ` ${source.text.slice(source.start)}`;
}

/** The parser goes as deep as its text, so how deep that is has to be known before. */
function checkNesting(source: Source): Diagnostic | undefined {
  let depth = 0;
  for (const at of brackets(source.text)) {
    depth += isOpening(source.text, at) ? 1 : -1;
    if (depth <= MAXIMUM_NESTING) continue;
    return errorDiagnostic({
      code: 'nesting-too-deep',
      summary: 'Nesting too deep',
      detail: `Objects and arrays can't be nested more than ${MAXIMUM_NESTING} levels deep.`,
      subject: source.range(at, at + 1),
    });
  }
  return undefined;
}

/** Turns what jsonc-parser has read into nodes of ours. */
class TreeReader {
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  /** `limit` is where a value ends at the latest: one that is not closed ends there. */
  read(node: Node, limit: number): JsonNode {
    const end = node.length < 0 ? limit : node.offset + node.length;
    const range = this.#source.range(node.offset, end);
    switch (node.type) {
      case 'object':
        return {
          kind: 'json-object',
          properties: (node.children ?? []).flatMap((each) => this.#property(each, end)),
          ...this.#brackets(node, end),
          range,
        };
      case 'array':
        return {
          kind: 'json-array',
          items: (node.children ?? []).map((each) => this.read(each, end)),
          ...this.#brackets(node, end),
          range,
        };
      case 'string':
        return new JsonString(this.#source, range, String(node.value));
      case 'number':
        return { kind: 'number', text: this.#source.slice(range), range };
      case 'boolean':
        return { kind: 'boolean', value: node.value === true, range };
      case 'null':
        return { kind: 'null', range };
      case 'property':
        return { kind: 'invalid', range };
    }
  }

  #property(node: Node, limit: number): readonly JsonProperty[] {
    const [name, value] = node.children ?? [];
    if (name === undefined) return [];
    const end = node.length < 0 ? limit : node.offset + node.length;
    const keyEnd = name.offset + name.length;
    const key = new JsonString(this.#source, this.#source.range(name.offset, keyEnd), String(name.value));
    const colon = node.colonOffset ?? keyEnd;
    return [
      {
        kind: 'json-property',
        name: key.text,
        key,
        colonRange: this.#source.range(colon, node.colonOffset === undefined ? colon : colon + 1),
        value: value === undefined ? { kind: 'invalid', range: key.range } : this.read(value, end),
        range: this.#source.range(node.offset, end),
      },
    ];
  }

  #brackets(node: Node, end: number) {
    return {
      openRange: this.#source.range(node.offset, node.offset + 1),
      closeRange: this.#source.range(node.length < 0 ? end : end - 1, end),
    };
  }
}
