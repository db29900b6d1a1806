import fc from 'fast-check';
import type {
  AccessStep,
  Expression,
  ObjectKey,
  TemplateExpression,
  TemplatePart,
} from '../../src/hcl/expression-ast.ts';
import type { BinaryOperator } from '../../src/hcl/values/operators.ts';

const at = { line: 1, column: 1, offset: 0 };
/** Trees are compared without their places. */
const range = { filename: 'random.hcl', start: at, end: at };

const OPERATORS: readonly (readonly BinaryOperator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

/** Keywords are names like any other, but at the start of a list or an object, where `for` means a loop. */
const name = fc.constantFrom('a', 's', 'l', 'o', 'in', 'if', 'else', 'x-y', 'é', '_');
const word = name.map((text) => ({ text, range }));

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  name.map((variable): Expression => ({ kind: 'variable', name: variable, range })),
  fc.constantFrom('0', '1', '2.5', '1e3', '00').map((text): Expression => ({ kind: 'number', text, range })),
  fc.boolean().map((value): Expression => ({ kind: 'boolean', value, range })),
  fc.constant<Expression>({ kind: 'null', range }),
);

/**
 * Random expressions of the shapes that the parser makes: a looser operation within a tighter one stands in parentheses,
 * no two literals of a template are neighbours.
 */
export const { expression: randomExpressions } = fc.letrec<{
  expression: Expression;
  operation: Expression;
  unary: Expression;
  access: Expression;
  term: Expression;
  template: TemplateExpression;
  parts: TemplatePart[];
}>((tie) => {
  const expression = tie('expression');
  const index: fc.Arbitrary<AccessStep> = expression.map((key) => ({ kind: 'index', key, legacy: false, range }));
  const dotted: fc.Arbitrary<AccessStep> = fc.oneof(
    name.map((attribute): AccessStep => ({ kind: 'attribute', name: attribute, range })),
    fc.nat(20).map((key): AccessStep => {
      return { kind: 'index', key: { kind: 'number', text: String(key), range }, legacy: true, range };
    }),
  );
  const plain = fc.array(fc.oneof(dotted, index), { maxLength: 3 });
  const tail: fc.Arbitrary<AccessStep[]> = fc.oneof(
    fc.constant<AccessStep[]>([]),
    plain.map((each): AccessStep[] => [{ kind: 'splat', form: 'full', each, markerRange: range, range }]),
    fc
      .tuple(fc.array(dotted, { maxLength: 2 }), fc.option(index))
      .map(([each, after]): AccessStep[] => [
        { kind: 'splat', form: 'attribute-only', each, markerRange: range, range },
        ...(after === null ? [] : [after]),
      ]),
  );
  const key: fc.Arbitrary<ObjectKey> = fc.oneof(
    fc.constantFrom('a', 'if', 'true', 'x-y').map((text): ObjectKey => ({ kind: 'name', name: text, range })),
    fc.oneof(tie('template'), parenthesized(expression)).map((inner): ObjectKey => {
      return { kind: 'expression', expression: inner, range };
    }),
  );
  const introduction = { keyName: fc.option(word, { nil: undefined }), valueName: word, collection: expression };
  const condition = fc.option(expression, { nil: undefined });
  const part: fc.Arbitrary<TemplatePart> = fc.oneof(
    fc.string({ minLength: 1 }).map((text): TemplatePart => ({ kind: 'literal', text, range })),
    fc
      .constantFrom('\x24{', '%%{', '$', '"', '\\', '\n', ' ', '')
      .map((text): TemplatePart => ({ kind: 'literal', text, range })),
    expression.map((inner): TemplatePart => ({ kind: 'interpolation', expression: inner, range })),
    fc.record({
      kind: fc.constant('if' as const),
      condition: expression,
      whenTrue: tie('parts'),
      whenFalse: tie('parts'),
      range: fc.constant(range),
    }),
    fc.record({ kind: fc.constant('for' as const), ...introduction, body: tie('parts'), range: fc.constant(range) }),
  );
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      tie('operation'),
      fc.record({
        kind: fc.constant('conditional' as const),
        condition: tie('operation'),
        whenTrue: expression,
        whenFalse: expression,
        range: fc.constant(range),
      }),
    ),
    operation: fc.oneof(
      { depthSize: 'small' },
      tie('unary'),
      fc
        .tuple(
          fc.constantFrom(...OPERATORS),
          tie('unary'),
          fc.array(fc.tuple(fc.nat(3), tie('unary')), { minLength: 1, maxLength: 3 }),
        )
        .map(([level, first, rest]): Expression => {
          const operands = rest.map(([choice, operand]) => {
            const operator = level[choice % level.length] ?? '+';
            return { operator, operatorRange: range, operand };
          });
          return { kind: 'operation', first, rest: operands, range };
        }),
      // A tighter operation within a looser one needs no parentheses.
      fc.tuple(tie('unary'), tie('unary'), tie('unary')).map(([a, b, c]): Expression => {
        const product: Expression = {
          kind: 'operation',
          first: a,
          rest: [{ operator: '*', operatorRange: range, operand: b }],
          range,
        };
        return {
          kind: 'operation',
          first: product,
          rest: [{ operator: '<', operatorRange: range, operand: c }],
          range,
        };
      }),
    ),
    unary: fc.oneof(
      { depthSize: 'small' },
      tie('access'),
      fc.record({
        kind: fc.constant('unary' as const),
        operator: fc.constantFrom('-' as const, '!' as const),
        operatorRange: fc.constant(range),
        operand: tie('unary'),
        range: fc.constant(range),
      }),
    ),
    access: fc.oneof(
      { depthSize: 'small' },
      tie('term'),
      fc
        .tuple(tie('term'), plain, tail)
        .map(([target, steps, last]) => ({ target, steps: [...steps, ...last] }))
        .map(
          ({ target, steps }): Expression => (steps.length === 0 ? target : { kind: 'access', target, steps, range }),
        ),
    ),
    term: fc.oneof(
      { depthSize: 'small' },
      leaf,
      parenthesized(expression),
      tie('template'),
      fc.array(expression, { maxLength: 3 }).map((items): Expression => ({ kind: 'tuple', items, range })),
      fc
        .array(fc.record({ key, value: expression }), { maxLength: 3 })
        .map((items): Expression => ({ kind: 'object', items, range })),
      fc.record({
        kind: fc.constant('call' as const),
        name: fc.constantFrom('upper', 'ns::upper'),
        nameRange: fc.constant(range),
        arguments: fc.array(expression, { minLength: 1, maxLength: 2 }),
        expansion: fc.constantFrom(undefined, range),
        closeRange: fc.constant(range),
        range: fc.constant(range),
      }),
      fc.record({
        kind: fc.constant('for-tuple' as const),
        ...introduction,
        value: expression,
        condition,
        range: fc.constant(range),
      }),
      fc.record({
        kind: fc.constant('for-object' as const),
        ...introduction,
        key: expression,
        value: expression,
        grouping: fc.boolean(),
        condition,
        range: fc.constant(range),
      }),
    ),
    template: tie('parts').map(
      (parts): TemplateExpression => ({ kind: 'template', form: 'quoted', parts: settled(parts, false), range }),
    ),
    parts: fc.array(part, { maxLength: 3 }),
  };
});

function parenthesized(expression: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return expression.map((inner) => ({ kind: 'parenthesized', expression: inner, range }));
}

/** Leaves out literals that the parser would join, and empty ones that have nothing beside them to strip them. */
function settled(parts: readonly TemplatePart[], within: boolean): TemplatePart[] {
  const kept: TemplatePart[] = [];
  for (const part of parts) {
    if (part.kind !== 'literal') kept.push(settledPart(part));
    else if (
      kept.at(-1)?.kind !== 'literal' &&
      (part.text !== '' || within || parts.some(({ kind }) => kind !== 'literal'))
    )
      kept.push(part);
  }
  return kept;
}

function settledPart(part: TemplatePart): TemplatePart {
  if (part.kind === 'if') {
    return { ...part, whenTrue: settled(part.whenTrue, true), whenFalse: settled(part.whenFalse, true) };
  }
  return part.kind === 'for' ? { ...part, body: settled(part.body, true) } : part;
}
