import type { Block } from '../hcl/ast.ts';
import { justAttributes } from '../hcl/decode/content.ts';
import { evaluate } from '../hcl/evaluator.ts';
import { EMPTY_SCOPE } from '../hcl/scope.ts';
import type { Source } from '../hcl/source.ts';
import { type Diagnostic, errorDiagnostic } from '../kernel/diagnostics.ts';
import type { Findings } from './findings.ts';
import { parseTemplateFile } from './parse-template-file.ts';
import type { Assignment } from './variable-assignments.ts';

/** The values in a variable file: `name = value` lines, or one JSON object, whose strings are no templates. */
export function fileAssignments(source: Source, findings: Findings): readonly Assignment[] {
  const { body, diagnostics } = parseTemplateFile(source);
  const content = justAttributes(body, blockInVariableFile);
  findings.add([...diagnostics, ...content.diagnostics]);
  return Array.from(content.attributes.values(), ({ name, expression, nameRange }) => ({
    name,
    given: { value: findings.take(evaluate(expression, EMPTY_SCOPE)) },
    origin: 'file',
    range: nameRange,
  }));
}

function blockInVariableFile({ type, headerRange }: Block): Diagnostic {
  const declares = type === 'variable' || type === 'variables';
  return errorDiagnostic({
    code: 'block-in-variable-file',
    summary: declares ? 'Variable declared in a variable file' : 'A block in a variable file',
    detail: declares
      ? `A variable file gives values: name = value. Declare the variable in a file whose name ends in .pkr.hcl.`
      : `A variable file holds only lines such as name = value. Blocks of type "${type}" belong in a file whose name ends in .pkr.hcl.`,
    subject: headerRange,
  });
}
