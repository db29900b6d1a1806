import { type EvaluationBudget, tooLargeSize } from '../../budget.ts';
import { DYNAMIC, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, isSequence, STRINGS, textAt } from '../arguments.ts';
import { FunctionFault, fault, type PlainFunction } from '../function.ts';
import { formatText } from './format-verbs.ts';

export const format: PlainFunction = {
  name: 'format',
  params: [{ name: 'format', type: STRING }],
  variadic: { name: 'args', type: DYNAMIC, allowNull: true },
  returns: STRING,
  doc: 'The format string with its verbs (%s, %d, %q, %v, %.2f, …) replaced by the values.',
  call: ([text, ...values], { budget }) => Value.string(formatText(text?.asString() ?? '', values, budget)),
};

export const formatlist: PlainFunction = {
  name: 'formatlist',
  params: [{ name: 'format', type: STRING }],
  variadic: { name: 'args', type: DYNAMIC, allowNull: true, allowUnknown: 'anywhere' },
  returns: STRINGS,
  doc: '`format` for each element of the lists among the values, which must be of one length; other values are used again each time.',
  call(args, { budget }) {
    const text = textAt(args, 0);
    const values = args.slice(1);
    // How many there will be is not known where a value may turn out to be a list.
    if (values.some((value) => value.isUnknown && (isSequence(value) || value.type.kind === 'dynamic'))) {
      return Value.unknownOf(STRINGS);
    }
    let bytes = 0;
    const texts = Array.from({ length: commonLength(values) }, (_, index) => {
      const formatted = formatAt(text, values, index, budget);
      bytes += formatted.size;
      const tooMuch = tooLargeSize(bytes);
      if (tooMuch !== undefined) fault(`the result can't be used: ${tooMuch}`);
      return formatted;
    });
    return Value.list(STRING, texts);
  },
};

function commonLength(values: readonly Value[]): number {
  const first = values.findIndex(isList);
  if (first === -1) return 1;
  const length = argumentAt(values, first).asElements().length;
  for (const [index, value] of values.entries()) {
    const own = isList(value) ? value.asElements().length : length;
    if (own !== length) {
      fault(
        `argument ${index + 1} has length ${own}, which is inconsistent with argument ${first + 1} of length ${length}`,
        index + 1,
      );
    }
  }
  return length;
}

function isList(value: Value): boolean {
  return isSequence(value) && !value.isNull;
}

function formatAt(text: string, values: readonly Value[], index: number, budget: EvaluationBudget): Value {
  const row = values.map((value) => (isList(value) ? argumentAt(value.asElements(), index) : value));
  if (!row.every((value) => value.isWhollyKnown())) return Value.unknownOf(STRING);
  try {
    return Value.string(formatText(text, row, budget));
  } catch (error) {
    if (!(error instanceof FunctionFault)) throw error;
    throw new FunctionFault(`error on format iteration ${index}: ${error.message}`, error.argument);
  }
}
