import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NativeBody } from '../../src/hcl/ast.ts';
import { evaluate } from '../../src/hcl/evaluator.ts';
import type { Expression } from '../../src/hcl/expression-ast.ts';
import { parseExpression, parseFile } from '../../src/hcl/parser.ts';
import { Source } from '../../src/hcl/source.ts';
import { inspect } from '../../src/hcl/values/inspect.ts';
import { hclTexts } from './format/hcl-texts.ts';
import { printBody, printExpression } from './print-ast.ts';
import { randomExpressions } from './random-ast.ts';
import { SCOPE } from './support.ts';
import { randomValues } from './values/random-values.ts';
import { withoutPlaces } from './without-places.ts';

function parsed(text: string): Expression {
  const { value, diagnostics } = parseExpression(text, 'printed.hcl');
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error(`Nothing was parsed from ${text}`);
  return value;
}

function result(expression: Expression) {
  const { value, diagnostics } = evaluate(expression, SCOPE);
  return { value: inspect(value), codes: diagnostics.map(({ code }) => code) };
}

function body(text: string): { readonly body: NativeBody; readonly isValid: boolean } {
  const { body, diagnostics } = parseFile(new Source('x.hcl', text));
  return { body, isValid: diagnostics.length === 0 };
}

describe('an expression that is printed and parsed again', () => {
  it('is the same expression, and evaluates to the same', () => {
    fc.assert(
      fc.property(randomExpressions, (expression) => {
        const printed = printExpression(expression);
        const again = parsed(printed);
        expect({ printed, tree: withoutPlaces(again) }).toEqual({ printed, tree: withoutPlaces(expression) });
        expect({ printed, ...result(again) }).toEqual({ printed, ...result(expression) });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a text that is parsed, printed and parsed again', () => {
  it('means the same', () => {
    fc.assert(
      fc.property(hclTexts, (text) => {
        const first = body(text);
        fc.pre(first.isValid);
        const second = body(printBody(first.body));
        expect(second.isValid).toBe(true);
        expect(withoutPlaces(second.body)).toEqual(withoutPlaces(first.body));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a value that is printed as HCL', () => {
  it('evaluates to itself', () => {
    fc.assert(
      fc.property(randomValues, (value) => {
        const { value: again, diagnostics } = evaluate(parsed(inspect(value)), SCOPE);
        expect(diagnostics).toEqual([]);
        expect(again).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });
});
