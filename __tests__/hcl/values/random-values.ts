import fc from 'fast-check';
import { DYNAMIC } from '../../../src/hcl/values/types.ts';
import { Value } from '../../../src/hcl/values/value.ts';

/** Values of the types that an expression without functions can have. */
export const { value: randomValues } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'grapheme' }).map((text) => Value.string(text)),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => Value.number(number)),
    fc.integer().map((number) => Value.number(number)),
    fc.boolean().map((truth) => Value.bool(truth)),
    fc.constant(Value.nullOf(DYNAMIC)),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => Value.tuple(items)),
    fc
      .dictionary(fc.oneof(fc.constantFrom('a', 'if', 'for', 'x-y', 'é', '1', '', '$'), fc.string()), tie('value'), {
        maxKeys: 4,
      })
      .map((entries) => Value.object(entries)),
  ),
}));
