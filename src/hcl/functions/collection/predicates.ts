import { equals } from '../../values/equality.ts';
import { BOOL, DYNAMIC, listOf } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, isSequence } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';

export const alltrue = quantifier('alltrue', false, 'Whether all elements are true; true for an empty list.');
export const anytrue = quantifier('anytrue', true, 'Whether any element is true; false for an empty list.');

/** One element that is `settling` decides; null counts as false. */
function quantifier(name: string, settling: boolean, doc: string): PlainFunction {
  return {
    name,
    params: [{ name: 'list', type: listOf(BOOL), allowUnknown: 'inside' }],
    returns: BOOL,
    doc,
    call(args) {
      const elements = argumentAt(args, 0).asElements();
      const truth = (element: Value): boolean => !element.isNull && element.asBool();
      if (elements.some((element) => element.isKnown && truth(element) === settling)) return Value.bool(settling);
      return elements.some((element) => element.isUnknown) ? Value.unknownOf(BOOL) : Value.bool(!settling);
    },
  };
}

export const contains: PlainFunction = {
  name: 'contains',
  params: [
    { name: 'list', type: DYNAMIC, allowUnknown: 'inside' },
    { name: 'value', type: DYNAMIC, allowNull: true, allowUnknown: 'inside' },
  ],
  returns: BOOL,
  doc: 'Whether the list, tuple or set has an element that equals the value. Nothing is converted: 1 is not in ["1"].',
  call(args) {
    const list = argumentAt(args, 0);
    if (!isSequence(list)) fault('a list, tuple or set is required', 0);
    const results = list.asElements().map((element) => equals(argumentAt(args, 1), element));
    if (results.some((result) => result.isKnown && result.asBool())) return Value.bool(true);
    return results.some((result) => result.isUnknown) ? Value.unknownOf(BOOL) : Value.bool(false);
  },
};
