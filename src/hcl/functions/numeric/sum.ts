import { convert } from '../../values/convert.ts';
import { HclNumber } from '../../values/number.ts';
import { DYNAMIC, friendlyName, NUMBER } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, isSequence } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';

export const sum: PlainFunction = {
  name: 'sum',
  params: [{ name: 'list', type: DYNAMIC }],
  returns: NUMBER,
  doc: 'The sum of all numbers in a list, set or tuple, which must not be empty.',
  call(args) {
    const list = argumentAt(args, 0);
    if (!isSequence(list)) fault(`a list, set or tuple of numbers is required, not ${friendlyName(list.type)}`, 0);
    if (list.asElements().length === 0) fault('cannot sum an empty list', 0);
    return Value.number(list.asElements().reduce((total, element) => total.plus(numberIn(element)), new HclNumber(0)));
  },
};

function numberIn(element: Value): HclNumber {
  const converted = convert(element, NUMBER);
  if (!converted.ok || converted.value.isNull) return fault('a list, set or tuple of numbers is required', 0);
  return converted.value.asNumber();
}
