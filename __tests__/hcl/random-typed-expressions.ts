import fc from 'fast-check';
import { BOOL, listOf, NUMBER, objectOf, STRING, type Type } from '../../src/hcl/values/types.ts';

/** The variables that the expressions use, with their types. */
export const VARIABLES: Readonly<Record<string, Type>> = {
  b: BOOL,
  n: NUMBER,
  s: STRING,
  l: listOf(STRING),
  m: objectOf({ a: STRING, b: STRING }),
};

const PATTERN = /[A-Z]/g;

/** Texts made of one of these, each capital letter in which stands for another random expression of that kind. */
function filled(forms: readonly string[], inner: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<string> {
  return fc.constantFrom(...forms).chain((form) => {
    const holes = form.match(PATTERN) ?? [];
    return fc.tuple(...holes.map((hole) => inner[hole] ?? fc.constant('null'))).map((parts) => {
      const rest = [...parts];
      return form.replace(PATTERN, () => rest.shift() ?? '');
    });
  });
}

const COMMON = (kind: string): string[] => [
  `(B ? ${kind} : ${kind})`,
  `try(${kind}, ${kind})`,
  `[${kind}, ${kind}][0]`,
  `{ a = ${kind} }.a`,
];

const FORMS: Readonly<Record<string, readonly string[]>> = {
  B: [
    'N < N',
    'N >= N',
    'S == S',
    'N == N',
    '(B && B)',
    '(B || B)',
    '!(B)',
    'contains(L, S)',
    'can(S)',
    'alltrue([B, B])',
    ...COMMON('B'),
  ],
  N: [
    '(N + N)',
    '(N - N)',
    '-(N)',
    '(N * 2)',
    'length(L)',
    'length(S)',
    'max(N, N)',
    'index(L, S)',
    'length([for x in L : x if x != S])',
    ...COMMON('N'),
  ],
  S: [
    '"${S}-${N}"',
    'upper(S)',
    'L[0]',
    'M.a',
    'M["b"]',
    'join(",", L)',
    'lookup(M, S, S)',
    'element(L, 1)',
    '"%{ if B }${S}%{ else }y%{ endif }"',
    '"%{ for x in L }${x};%{ endfor }"',
    'coalesce(S, S)',
    'format("%s:%v", S, N)',
    ...COMMON('S'),
  ],
  L: [
    '[S, S]',
    '[for x in L : "${x}!"]',
    '[for x in L : x if B]',
    '[for k, v in M : v]',
    'L[*]',
    '[M, M][*].a',
    'concat(L, L)',
    'split("a", S)',
    'sort(L)',
    'reverse(L)',
    'keys(M)',
    'values(M)',
    'convert(L, list(string))',
    'flatten([L, [S]])',
    'distinct(L)',
    '[for i, x in L : S]',
    ...COMMON('L'),
  ],
  M: [
    '{ a = S, b = S }',
    '{ for i, k in ["a", "b"] : k => S }',
    'merge(M, { b = S })',
    'zipmap(["a", "b"], [S, S])',
    'jsondecode(jsonencode(M))',
    ...COMMON('M'),
  ],
};

const LEAVES: Readonly<Record<string, readonly string[]>> = {
  B: ['b', 'b', 'true', 'false'],
  N: ['n', 'n', '0', '1', '2.5'],
  S: ['s', 's', '"a"', '""', '"b c"'],
  L: ['l', 'l', '["a", "b"]', '[]'],
  M: ['m', 'm', '{ a = "x", b = "y" }'],
};

/** Texts of expressions in which types fit, so that most of them come to something. */
export const typedExpressions: fc.Arbitrary<string> = fc.oneof(...Object.values(expressionsOf(3)));

function expressionsOf(depth: number): Record<string, fc.Arbitrary<string>> {
  const inner = depth === 0 ? {} : expressionsOf(depth - 1);
  return Object.fromEntries(
    Object.entries(LEAVES).map(([kind, leaves]) => {
      const leaf = fc.constantFrom(...leaves);
      const forms = FORMS[kind] ?? [];
      return [
        kind,
        depth === 0 ? leaf : fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 4, arbitrary: filled(forms, inner) }),
      ];
    }),
  );
}
