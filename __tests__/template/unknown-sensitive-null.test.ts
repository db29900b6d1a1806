import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { localFileSystem } from '../../src/app/templates/local-file-system.ts';
import { FUNCTION_NAMES } from '../../src/hcl/functions/table.ts';
import { parseExpression } from '../../src/hcl/parser.ts';
import { typeFromExpression } from '../../src/hcl/type-expression.ts';
import { DYNAMIC, type Type } from '../../src/hcl/values/types.ts';
import { SENSITIVE, Value } from '../../src/hcl/values/value.ts';
import { hasErrors } from '../../src/kernel/diagnostics.ts';
import { SingleExpressions } from '../../src/template/single-expressions.ts';
import { describeValue } from '../hcl/describe-value.ts';
import { readVectors } from '../hcl/functions/vectors.ts';
import { ports } from './support/load.ts';

const FILES = fileURLToPath(new URL('../hcl/functions/vectors/files', import.meta.url));

type Variable =
  | { readonly name: string; readonly kind: 'unknown' | 'null'; readonly type: string }
  | { readonly name: string; readonly kind: 'value' | 'sensitive'; readonly expression: string };

interface Row {
  /** The function, or the kind of expression. */
  readonly group: string;
  readonly expression: string;
  /** What Packer gives, as `describeValue` writes it, or `error`. */
  readonly packer: string;
  /** What is given here, where that is otherwise on purpose (vectors/README.md). */
  readonly ours?: string;
}

const { variables: declared, rows } = readVectors<{ variables: Variable[]; rows: Row[] }>(
  'unknown-sensitive-null.json',
);

function evaluatorWith(variables: ReadonlyMap<string, Value>): Promise<SingleExpressions> {
  return SingleExpressions.open(
    { variables },
    { ...ports(), fileSystem: localFileSystem, homeDirectory: FILES },
    { templateDirectory: FILES, workingDirectory: FILES, asksRemote: false },
  );
}

async function evaluated(text: string, evaluator: SingleExpressions): Promise<Value | undefined> {
  const { value: expression, diagnostics } = parseExpression(text, 'row');
  if (expression === undefined || hasErrors(diagnostics)) throw new Error(`Not an expression: ${text}`);
  const result = await evaluator.evaluate(expression);
  return hasErrors(result.diagnostics) ? undefined : result.value;
}

function readType(text: string): Type {
  const { value } = parseExpression(text, 'type');
  return value === undefined || text === 'any' ? DYNAMIC : (typeFromExpression(value).value ?? DYNAMIC);
}

async function variables(): Promise<Map<string, Value>> {
  const evaluator = await evaluatorWith(new Map());
  const values = new Map<string, Value>();
  for (const each of declared) {
    if ('type' in each) {
      const type = readType(each.type);
      values.set(each.name, each.kind === 'null' ? Value.nullOf(type) : Value.unknownOf(type));
    } else {
      const value = await evaluated(each.expression, evaluator);
      if (value === undefined) throw new Error(`No value: ${each.expression}`);
      values.set(each.name, each.kind === 'sensitive' ? value.withMarks([SENSITIVE]) : value);
    }
  }
  return values;
}

const evaluator = await evaluatorWith(await variables());
const groups = [...new Set(rows.map(({ group }) => group))];

describe('what is unknown, sensitive or null', () => {
  it.each(groups)('goes through %s as it does in Packer', async (name) => {
    const own = rows.filter(({ group }) => group === name);
    const actual = own.map(async ({ expression }) => {
      const value = await evaluated(expression, evaluator);
      return `${expression}: ${value === undefined ? 'error' : describeValue(value)}`;
    });
    expect(await Promise.all(actual)).toEqual(
      own.map(({ expression, packer, ours }) => `${expression}: ${ours ?? packer}`),
    );
  });

  it('is tried in each parameter of each function', () => {
    const functions = [...evaluator.functions.functions.values()];
    const untried = functions.flatMap(({ name, params, variadic }) => {
      const own = rows.filter(({ group }) => group === name);
      const wanted = params.length + (variadic === undefined ? 0 : 1);
      const tried = (pattern: RegExp): boolean =>
        own.filter(({ expression }) => pattern.test(expression)).length >= wanted;
      // `convert` has a type as its second parameter, and services are not asked about secrets here.
      const unlike = name === 'convert' || ['vault', 'consul_key'].includes(name) || name.startsWith('aws_');
      return wanted > 0 && !(tried(/\bu_any\b/) && tried(/\bnull\b/) && tried(/\bs_/)) && !unlike ? [name] : [];
    });
    expect(functions).toHaveLength(FUNCTION_NAMES.length);
    expect(untried).toEqual([]);
  });

  it('is never less sensitive than in Packer, but where only a part is', () => {
    const lessSensitive = rows.filter(
      ({ packer, ours }) => packer.startsWith('S(') && ours?.startsWith('S(') === false,
    );
    expect(lessSensitive.map(({ expression, ours }) => `${expression}: ${ours}`)).toEqual([
      'length(["a", s_string]): 2',
      'convert(["a", s_string], list(string)): list["a",S("a")]',
      'convert(["a", s_string], list(string)): list["a",S("a")]',
      'convert({ a = s_string }, map(string)): map{a=S("a")}',
    ]);
  });
});
