import { graphemeCount, graphemeSteps } from '../../values/graphemes.ts';
import { DYNAMIC, friendlyName, NUMBER } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, isMapping, isSequence } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';

export const length: PlainFunction = {
  name: 'length',
  params: [{ name: 'value', type: DYNAMIC, allowUnknown: 'anywhere', keepsMarksInside: true, isLookedUp: true }],
  returns: NUMBER,
  expense: ([value]) => ({
    steps: value?.isKnown === true && value.type.kind === 'string' ? graphemeSteps(value.asString()) : 0,
  }),
  doc: 'The number of elements of a list, set, tuple, map or object, or of characters (grapheme clusters) of a string.',
  call(args) {
    const value = argumentAt(args, 0);
    const { type } = value;
    if (type.kind === 'tuple') return Value.number(type.elements.length);
    if (type.kind === 'object') return Value.number(type.attributes.size);
    if (type.kind !== 'dynamic' && type.kind !== 'string' && !isSequence(value) && !isMapping(value)) {
      fault(`argument must be a string, a collection type, or a structural type, not ${friendlyName(type)}`, 0);
    }
    if (value.isUnknown) return Value.unknownOf(NUMBER);
    if (type.kind === 'string') return Value.number(graphemeCount(value.asString()));
    // Elements of a set that are not known yet may turn out to be the same.
    if (type.kind === 'set' && !value.isWhollyKnown()) return Value.unknownOf(NUMBER);
    return Value.number(isMapping(value) ? value.asEntries().size : value.asElements().length);
  },
};
