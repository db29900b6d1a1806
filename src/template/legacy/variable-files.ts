import { parseJson } from '../../hcl/json/parse-json.ts';
import type { Source } from '../../hcl/source.ts';
import { hasErrors } from '../../kernel/diagnostics.ts';
import type { Findings } from '../findings.ts';
import { JsonReader } from './json-reader.ts';
import type { GivenVariable } from './user-variables.ts';

/** How a file in HCL begins: comments, and then `name =`. */
const HCL_ASSIGNMENT = /^\s*(?:(?:#|\/\/).*\n\s*)*[\w-]+\s*=/;

/** Reads a variable file for a JSON template: one object of strings, whatever the file's name ends in. */
export function legacyVariableFile(source: Source, findings: Findings): readonly GivenVariable[] {
  const named = source.filename.endsWith('.hcl');
  const { value: root, diagnostics } = parseJson(source);
  if (named || (hasErrors(diagnostics) && HCL_ASSIGNMENT.test(source.text.slice(source.start)))) {
    findings.error({
      code: 'invalid-variable-file',
      summary: 'A variable file in HCL for a JSON template',
      detail: `Variable files of a template in the older JSON format are JSON, with strings as values: { "name": "value" }. ${named ? `Write "${source.filename}" so.` : 'This looks like HCL.'}`,
      subject: source.range(source.start, source.start),
    });
    return [];
  }
  findings.add(diagnostics);
  const json = new JsonReader(findings);
  const object = root === undefined ? undefined : json.object(root, 'A variable file');
  return (object?.properties ?? []).flatMap(({ name, value }) => {
    // For Packer null is the empty text here.
    if (value.kind === 'null') return { name, text: '', range: value.range };
    const text = json.text(value, `The value of the variable "${name}", as every one in the file of a JSON template,`);
    if (text !== undefined) return { name, text, range: value.range };
    // An error, whose line is shown: what stands there must be known where it is not to be shown.
    return value.kind === 'number' ? { name, text: value.text, range: value.range } : [];
  });
}
