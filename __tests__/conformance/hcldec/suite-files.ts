import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NativeBlock, NativeBody } from '../../../src/hcl/ast.ts';
import { evaluate } from '../../../src/hcl/evaluator.ts';
import type { Expression } from '../../../src/hcl/expression-ast.ts';
import { parseFile } from '../../../src/hcl/parser.ts';
import { EMPTY_SCOPE } from '../../../src/hcl/scope.ts';
import { Source } from '../../../src/hcl/source.ts';
import { keyword } from '../../../src/hcl/static-analysis.ts';
import { typeFromExpression } from '../../../src/hcl/type-expression.ts';
import { DYNAMIC, type Type } from '../../../src/hcl/values/types.ts';
import { Value } from '../../../src/hcl/values/value.ts';
import type { Spec } from './decode-spec.ts';

export interface SuiteCase {
  readonly name: string;
  readonly input: string;
  readonly spec: Spec;
  readonly variables: ReadonlyMap<string, Value>;
  readonly expected: Expectation;
}

export interface Expectation {
  readonly type: Type | undefined;
  readonly value: Value | undefined;
  /** `severity line:column:byte-line:column:byte`. */
  readonly diagnostics: readonly string[];
}

/**
 * All cases below a copy of `specsuite/tests` of hashicorp/hcl: each is a `.t` file with its `.hcldec`, and its input in one
 * syntax or both: `.hcl` and `.hcl.json`.
 */
export function readSuite(folder: string): readonly SuiteCase[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.t'))
    .sort()
    .flatMap((name) => {
      const base = join(folder, name.slice(0, -'.t'.length));
      const { spec, variables } = readSpecFile(read(`${base}.hcldec`));
      const expected = readExpectation(read(`${base}.t`));
      return ['.hcl', '.hcl.json']
        .filter((ending) => existsSync(base + ending))
        .map((ending) => ({
          name: name.slice(0, -'.t'.length) + ending,
          input: readFileSync(base + ending, 'utf8'),
          spec,
          variables,
          expected,
        }));
    });
}

function read(path: string): NativeBody {
  const { body, diagnostics } = parseFile(new Source(path, readFileSync(path, 'utf8')));
  if (diagnostics.length > 0) throw new Error(`${path} can't be read: ${diagnostics[0]?.detail}`);
  return body;
}

function readSpecFile(body: NativeBody): Pick<SuiteCase, 'spec' | 'variables'> {
  const variables = new Map<string, Value>();
  let spec: Spec = { kind: 'literal', value: Value.nullOf(DYNAMIC) };
  for (const block of body.blocks) {
    if (block.type !== 'variables') spec = readSpec(block);
    else for (const [name, { expression }] of block.body.attributes) variables.set(name, literal(expression));
  }
  return { spec, variables };
}

function readSpec(block: NativeBlock): Spec {
  const name = block.labels[0]?.text ?? '';
  const attribute = (wanted: string): Expression | undefined => block.body.attributes.get(wanted)?.expression;
  const type = text(attribute('block_type')) ?? name;
  const nested = (): Spec => {
    const [inner] = block.body.blocks;
    if (inner === undefined) throw new Error(`The block "${block.type}" holds no spec`);
    return readSpec(inner);
  };
  switch (block.type) {
    case 'literal':
      return { kind: 'literal', value: literal(attribute('value')) };
    case 'object':
      return {
        kind: 'object',
        items: Object.fromEntries(block.body.blocks.map((inner) => [inner.labels[0]?.text ?? '', readSpec(inner)])),
      };
    case 'attr':
      return { kind: 'attribute', name: text(attribute('name')) ?? name, type: readType(attribute('type')) };
    case 'block':
      return { kind: 'block', type, nested: nested() };
    case 'block_list':
      return { kind: 'block-list', type, nested: nested() };
    case 'block_map': {
      const labels = literal(attribute('labels')).asElements();
      return { kind: 'block-map', type, labels: labels.map((label) => label.asString()), nested: nested() };
    }
    default:
      throw new Error(`Unknown spec "${block.type}"`);
  }
}

function readExpectation(body: NativeBody): Expectation {
  const result = body.attributes.get('result');
  const type = body.attributes.get('result_type');
  return {
    value: result === undefined ? undefined : literal(result.expression),
    type: type === undefined ? undefined : readType(type.expression),
    diagnostics: body.blocks
      .filter((block) => block.type === 'diagnostics')
      .flatMap((block) => block.body.blocks.map(readDiagnostic)),
  };
}

function readDiagnostic(block: NativeBlock): string {
  const position = (name: string): string => {
    const from = block.body.blocks.find((inner) => inner.type === name);
    const number = (part: string): string => {
      const expression = from?.body.attributes.get(part)?.expression;
      return expression === undefined ? '' : literal(expression).asNumber().toFixed();
    };
    return `${number('line')}:${number('column')}:${number('byte')}`;
  };
  return `${block.type} ${position('from')}-${position('to')}`;
}

function literal(expression: Expression | undefined): Value {
  if (expression === undefined) throw new Error('A value is missing');
  const { value, diagnostics } = evaluate(expression, EMPTY_SCOPE);
  if (diagnostics.length > 0) throw new Error(diagnostics[0]?.detail);
  return value;
}

function text(expression: Expression | undefined): string | undefined {
  return expression === undefined ? undefined : literal(expression).asString();
}

function readType(expression: Expression | undefined): Type {
  if (expression === undefined || keyword(expression) === 'any') return DYNAMIC;
  const { value } = typeFromExpression(expression);
  if (value === undefined) throw new Error('A type is wrong');
  return value;
}
