import { convert } from '../../values/convert.ts';
import { DYNAMIC, type Type, typesEqual } from '../../values/types.ts';
import { unify } from '../../values/unify.ts';
import { Value } from '../../values/value.ts';
import { fault, type PlainFunction } from '../function.ts';

export const coalesce: PlainFunction = {
  name: 'coalesce',
  params: [],
  variadic: { name: 'vals', type: DYNAMIC, allowNull: true, allowUnknown: 'anywhere' },
  returns: commonType,
  doc: 'The first value that is neither null nor an empty string.',
  call(args) {
    if (args.length === 0) fault('at least one argument is required');
    const type = commonType(args);
    for (const argument of args) {
      const converted = convert(argument, type);
      if (!converted.ok) return fault(converted.error.message);
      // An unknown value may still turn out to be null or empty.
      if (converted.value.isUnknown) return Value.unknownOf(type);
      const { value } = converted;
      if (!value.isNull && !(value.type.kind === 'string' && value.asString() === '')) return value;
    }
    return fault('no non-null, non-empty-string arguments');
  },
};

function commonType(args: readonly Value[]): Type {
  return (
    unify(
      args.map((argument) => argument.type),
      'unsafe',
    ) ?? fault('all arguments must have the same type')
  );
}

export const coalescelist: PlainFunction = {
  name: 'coalescelist',
  params: [],
  variadic: { name: 'vals', type: DYNAMIC, allowNull: true, allowUnknown: 'anywhere' },
  returns: listType,
  doc: 'The first list or tuple that has an element.',
  call(args) {
    if (args.length === 0) fault('at least one argument is required');
    for (const [index, argument] of args.entries()) {
      if (argument.isUnknown) return Value.unknownOf(listType(args));
      if (argument.isNull) continue;
      if (argument.type.kind !== 'list' && argument.type.kind !== 'tuple') {
        fault('coalescelist arguments must be lists or tuples', index);
      }
      if (argument.asElements().length > 0) return argument;
    }
    return fault('no non-empty arguments');
  },
};

function listType(args: readonly Value[]): Type {
  const [first, ...rest] = args.map((argument) => argument.type);
  return first !== undefined && rest.every((type) => typesEqual(type, first)) ? first : DYNAMIC;
}
