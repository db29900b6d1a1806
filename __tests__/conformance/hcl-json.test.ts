import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Attribute, Body } from '../../src/hcl/ast.ts';
import { type BodySchema, justAttributes, unexpected } from '../../src/hcl/decode/content.ts';
import { expandedContent } from '../../src/hcl/decode/dynamic-blocks.ts';
import { evaluate } from '../../src/hcl/evaluator.ts';
import { parseJsonFile } from '../../src/hcl/json/parse-json.ts';
import { childScope, EMPTY_SCOPE, type Scope } from '../../src/hcl/scope.ts';
import { Source } from '../../src/hcl/source.ts';
import { DYNAMIC, STRING } from '../../src/hcl/values/types.ts';
import { Value } from '../../src/hcl/values/value.ts';
import type { Diagnostic } from '../../src/kernel/diagnostics.ts';
import type { Position, SourceRange } from '../../src/kernel/source-range.ts';
import { SCOPE as FUNCTIONS } from '../hcl/support.ts';
import { describeType, plainValue } from './cty-notation.ts';

interface VectorSchema {
  readonly attributes?: readonly string[];
  readonly required?: readonly string[];
  /** All properties are arguments. */
  readonly just?: boolean;
  readonly blocks?: Readonly<Record<string, { readonly labels?: readonly string[]; readonly body: VectorSchema }>>;
}

interface VectorContent {
  readonly attributes: Readonly<
    Record<string, { readonly at: string; readonly type?: unknown; readonly value?: unknown; readonly unknown?: true }>
  >;
  readonly blocks: readonly {
    readonly type: string;
    readonly labels: readonly string[];
    readonly at: string;
    readonly content: VectorContent;
  }[];
}

/** What HashiCorp's implementation makes of a JSON body: its content, or the places of its errors. */
interface Case {
  readonly name: string;
  readonly input: readonly string[];
  readonly schema: VectorSchema;
  /** Read without an evaluation context. */
  readonly literal?: boolean;
  readonly content?: VectorContent;
  readonly errors?: readonly string[];
  /** Not JSON at all; where it says so is up to the parser. */
  readonly syntax?: 'error';
}

const SCOPE: Scope = childScope(FUNCTIONS, [
  ['s', Value.string('hello')],
  ['n', Value.number(3)],
  ['t', Value.bool(true)],
  ['l', Value.list(STRING, [Value.string('a'), Value.string('b')])],
  ['o', Value.object({ x: Value.number(1) })],
  ['nul', Value.nullOf(DYNAMIC)],
  ['ud', Value.unknownOf(DYNAMIC)],
]);

/** Reads bodies as the vectors were recorded. */
class Recorder {
  readonly errors: string[] = [];
  readonly #input: string;

  constructor(input: string) {
    this.#input = input;
  }

  read(body: Body, schema: VectorSchema, scope: Scope): VectorContent {
    if (schema.just === true) {
      const { attributes, diagnostics } = justAttributes(body);
      this.report(diagnostics);
      return { attributes: this.#attributes([...attributes.values()].map((each) => [each, scope])), blocks: [] };
    }
    const wanted: BodySchema = {
      attributes: (schema.attributes ?? []).map((name) => ({ name })),
      blocks: Object.entries(schema.blocks ?? {}).map(([type, { labels }]) => ({ type, labels: labels ?? [] })),
    };
    const { attributes, blocks, leftovers, diagnostics } = expandedContent(body, wanted, scope);
    this.report([...diagnostics, ...leftovers.map((item) => unexpected(item, [], []))]);
    if (schema.required?.some((name) => !attributes.has(name))) this.errors.push(this.#range(body.endRange));
    return {
      attributes: this.#attributes([...attributes.values()].map((each) => [each.attribute, each.scope])),
      blocks: blocks.map(({ block, scope: own }) => ({
        type: block.type,
        labels: block.labels.map(({ text }) => text),
        at: this.#range(block.typeRange),
        content: this.read(block.body, schema.blocks?.[block.type]?.body ?? {}, own),
      })),
    };
  }

  report(diagnostics: readonly Diagnostic[]): void {
    for (const { subject } of diagnostics) this.errors.push(subject === undefined ? '' : this.#range(subject));
  }

  #attributes(attributes: readonly (readonly [Attribute, Scope])[]): VectorContent['attributes'] {
    return Object.fromEntries(
      attributes.map(([{ name, nameRange, expression }, scope]) => {
        const { value, diagnostics } = evaluate(expression, scope);
        this.report(diagnostics);
        const known = value.isWhollyKnown();
        const result = known ? { value: plainValue(value) } : { unknown: true as const };
        return [name, { at: this.#range(nameRange), type: describeType(value.type), ...result }];
      }),
    );
  }

  #range({ start, end }: SourceRange): string {
    return `${this.#position(start)}-${this.#position(end)}`;
  }

  #position({ line, column, offset }: Position): string {
    return `${line}:${column}:${Buffer.byteLength(this.#input.slice(0, offset))}`;
  }
}

function outcome({ input, schema, literal }: Case): Pick<Case, 'content' | 'errors' | 'syntax'> {
  const text = input.join('\n');
  const { body, diagnostics } = parseJsonFile(new Source('t.json', text));
  if (diagnostics.length > 0) return { syntax: 'error' };
  const recorder = new Recorder(text);
  const content = recorder.read(body, schema, literal === true ? EMPTY_SCOPE : SCOPE);
  return recorder.errors.length > 0 ? { errors: [...new Set(recorder.errors)] } : { content };
}

const { cases } = JSON.parse(readFileSync(new URL('vectors/hcl-json.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
};

describe('a JSON body holds what it holds in HashiCorp’s implementation, and is wrong in the same places', () => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const { content, errors, syntax } = each;
    const expected = Object.fromEntries(Object.entries({ content, errors, syntax }).filter(([, value]) => value));
    expect(outcome(each)).toEqual(expected);
  });
});
