import { parseJson } from '../../hcl/json/parse-json.ts';
import type { Source } from '../../hcl/source.ts';
import type { Findings } from '../findings.ts';
import { JsonReader } from './json-reader.ts';
import type { GivenVariable } from './user-variables.ts';

/** Reads a variable file for a JSON template: one object of strings, whatever the file's name ends in. */
export function legacyVariableFile(source: Source, findings: Findings): readonly GivenVariable[] {
  if (source.filename.endsWith('.hcl')) {
    findings.error({
      code: 'invalid-variable-file',
      summary: 'A variable file in HCL for a JSON template',
      detail: `A template in the older JSON format takes variable files in JSON only, with strings as values: { "name": "value" }. Write "${source.filename}" so.`,
      subject: source.range(source.start, source.start),
    });
    return [];
  }
  const root = findings.take(parseJson(source));
  const json = new JsonReader(findings);
  const object = root === undefined ? undefined : json.object(root, 'A variable file');
  return (object?.properties ?? []).flatMap(({ name, value }) => {
    // For Packer null is the empty text here.
    if (value.kind === 'null') return { name, text: '', range: value.range };
    const text = json.text(value, `The value of the variable "${name}", as every one in the file of a JSON template,`);
    return text === undefined ? [] : { name, text, range: value.range };
  });
}
