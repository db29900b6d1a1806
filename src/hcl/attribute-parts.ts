import { rangeBetween } from '../kernel/source-range.ts';
import type { Attribute } from './ast.ts';
import type { Expression } from './expression-ast.ts';
import type { Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';

/** The attribute that a name, an equals sign and a value make. */
export function attributeOf(stream: TokenStream, name: Token, equals: Token, expression: Expression): Attribute {
  const nameRange = stream.range(name);
  return {
    kind: 'attribute',
    name: stream.text(name),
    nameRange,
    equalsRange: stream.range(equals),
    expression,
    range: rangeBetween(nameRange, expression.range),
  };
}
