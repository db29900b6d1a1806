import { CsvError, parse } from 'csv-parse/sync';
import { DYNAMIC, objectOf, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { textAt } from '../arguments.ts';
import { FunctionFault, fault, type PlainFunction } from '../function.ts';

export const csvdecode: PlainFunction = {
  name: 'csvdecode',
  params: [{ name: 'str', type: STRING }],
  // Which attributes there are is not known before the text is.
  returns: DYNAMIC,
  // Each field becomes a value.
  expense: (args) => {
    const fields = textAt(args, 0).match(/[,\n]/g)?.length ?? 0;
    return { bytes: 64 * fields, steps: 100 + 4 * fields + Math.ceil(textAt(args, 0).length / 4) };
  },
  doc: 'The rows of a CSV text (RFC 4180) as a list of objects; the first row names the attributes.',
  call(args) {
    const [header, ...rows] = parseRows(textAt(args, 0));
    if (header === undefined) return fault('missing header line', 0);
    const firstAt = new Map(header.map((name, index) => [name, index] as const).reverse());
    const repeated = header.find((name, index) => firstAt.get(name) !== index);
    if (repeated !== undefined) fault(`duplicate column name "${repeated}"`, 0);
    const type = objectOf(header.map((name) => [name, STRING] as const));
    return Value.list(
      type,
      rows.map((row) => Value.object(header.map((name, index) => [name, Value.string(row[index] ?? '')] as const))),
    );
  },
};

function parseRows(text: string): string[][] {
  try {
    return parse(text, { skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
    throw new FunctionFault(`the string is not CSV${line}: ${csvProblem(error.code)}`, 0);
  }
}

function csvProblem(code: string): string {
  if (code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') return 'wrong number of fields';
  return code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quoted field is not closed' : 'a quote is out of place';
}
