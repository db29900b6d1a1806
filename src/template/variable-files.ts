import type { Block } from '../hcl/ast.ts';
import { bodyParts } from '../hcl/decode/bodies.ts';
import { justAttributes, partialContent } from '../hcl/decode/content.ts';
import { evaluate } from '../hcl/evaluator.ts';
import { EMPTY_SCOPE } from '../hcl/scope.ts';
import type { Source } from '../hcl/source.ts';
import { DYNAMIC } from '../hcl/values/types.ts';
import { Value } from '../hcl/values/value.ts';
import { type Diagnostic, errorDiagnostic } from '../kernel/diagnostics.ts';
import type { Findings } from './findings.ts';
import { parseTemplateFile } from './parse-template-file.ts';
import type { Assignment } from './variable-assignments.ts';

const DECLARATION = { attributes: [], blocks: [{ type: 'variable', labels: ['name'] }] };

/**
 * The values in a variable file: `name = value` lines, or one JSON object, whose strings are no templates. `origin` says
 * whether somebody named the file. What a variable that is not declared is given is not looked at, as in Packer.
 */
export function fileAssignments(
  source: Source,
  origin: 'automatic file' | 'named file',
  declared: ReadonlyMap<string, unknown>,
  findings: Findings,
): readonly Assignment[] {
  const { body, diagnostics } = parseTemplateFile(source);
  findings.add(diagnostics);
  // No object at all, which has been said.
  if (body.kind === 'json-body' && body.value.kind === 'null') return [];
  // In JSON a declaration looks like a value.
  const json = bodyParts(body).filter(({ kind }) => kind === 'json-body');
  const declarations = json.flatMap((part) => partialContent(part, DECLARATION).blocks);
  if (declarations.length > 0) {
    findings.add(declarations.map(blockInVariableFile));
    return [];
  }
  const content = justAttributes(body, blockInVariableFile);
  findings.add(content.diagnostics);
  return Array.from(content.attributes.values(), ({ name, expression, nameRange }) => ({
    name,
    given: {
      value: declared.has(name) ? findings.take(evaluate(expression, EMPTY_SCOPE)) : Value.unknownOf(DYNAMIC),
    },
    origin,
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
