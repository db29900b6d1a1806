import { convert } from '../../values/convert.ts';
import { describePath } from '../../values/path.ts';
import { DYNAMIC } from '../../values/types.ts';
import { fault, type TypeFunction } from '../function.ts';

export const convertFunction: TypeFunction = {
  kind: 'type-argument',
  name: 'convert',
  params: [
    { name: 'value', type: DYNAMIC },
    { name: 'type', type: DYNAMIC },
  ],
  doc: 'The value, converted to a type that is written as in a variable: convert(var.ports, list(number)).',
  call(value, type) {
    const converted = convert(value, type);
    if (converted.ok) return converted.value;
    const place = describePath(converted.error.path);
    return fault(`${place === '' ? '' : `${place}: `}${converted.error.message}`, 0);
  },
};
