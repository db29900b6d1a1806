import { evaluate } from '../hcl/evaluator.ts';
import { parseFile } from '../hcl/parser.ts';
import { EMPTY_SCOPE } from '../hcl/scope.ts';
import type { Source } from '../hcl/source.ts';
import { fromJson, JsonError } from '../hcl/values/json.ts';
import type { Findings } from './findings.ts';
import type { Assignment } from './variable-assignments.ts';

/** The values in a variable file: `name = value` lines, or one JSON object. */
export function fileAssignments(source: Source, findings: Findings): readonly Assignment[] {
  return source.filename.endsWith('.json') ? jsonAssignments(source, findings) : hclAssignments(source, findings);
}

function hclAssignments(source: Source, findings: Findings): readonly Assignment[] {
  const { body, diagnostics } = parseFile(source);
  findings.add(diagnostics);
  for (const block of body.blocks) {
    const declares = block.type === 'variable' || block.type === 'variables';
    findings.error({
      code: 'block-in-variable-file',
      summary: declares ? 'Variable declared in a variable file' : 'A block in a variable file',
      detail: declares
        ? `A variable file gives values: name = value. Declare the variable in a file whose name ends in .pkr.hcl.`
        : `A variable file holds only lines such as name = value. Blocks of type "${block.type}" belong in a file whose name ends in .pkr.hcl.`,
      subject: block.headerRange,
    });
  }
  return Array.from(body.attributes.values(), ({ name, expression, nameRange }) => ({
    name,
    given: { value: findings.take(evaluate(expression, EMPTY_SCOPE)) },
    origin: 'file',
    range: nameRange,
  }));
}

function jsonAssignments(source: Source, findings: Findings): readonly Assignment[] {
  const range = source.range(source.start, source.start);
  try {
    const values = fromJson(source.text.slice(source.start));
    if (values.type.kind === 'object' && values.isKnown && !values.isNull) {
      return Array.from(values.asEntries(), ([name, value]) => ({ name, given: { value }, origin: 'file', range }));
    }
    findings.error({
      code: 'invalid-variable-file',
      summary: 'Not a variable file',
      detail: 'A variable file in JSON holds one object: { "name": value, … }.',
      subject: range,
    });
  } catch (thrown) {
    if (!(thrown instanceof JsonError)) throw thrown;
    findings.error({
      code: 'invalid-variable-file',
      summary: 'A variable file that is no JSON',
      detail: `"${source.filename}" can't be read as JSON: at line ${thrown.line}, column ${thrown.column}, ${thrown.message}.`,
      subject: range,
    });
  }
  return [];
}
