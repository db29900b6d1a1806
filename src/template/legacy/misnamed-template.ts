import type { Body } from '../../hcl/ast.ts';
import { leftovers } from '../../hcl/decode/content.ts';
import { type Diagnostic, errorDiagnostic } from '../../kernel/diagnostics.ts';

/** What only Packer's older JSON format has at the top of a template. */
const LEGACY_ONLY: ReadonlySet<string> = new Set([
  'builders',
  'provisioners',
  'post-processors',
  'sensitive-variables',
  'min_packer_version',
]);

/** What to say of a template in the older JSON format whose name makes it one in HCL2's JSON syntax. */
export function misnamedLegacyTemplate(body: Body): Diagnostic | undefined {
  if (body.kind !== 'json-body') return undefined;
  const properties = leftovers(body).filter((item) => item.kind === 'json-property');
  const [first] = properties.filter(({ name }) => LEGACY_ONLY.has(name));
  const isHcl = properties.some(({ name }) => name === 'source' || name === 'build');
  if (first === undefined || isHcl) return undefined;
  const { filename } = first.key.range;
  return errorDiagnostic({
    code: 'misnamed-legacy-template',
    summary: "A template in Packer's older JSON format, named as one in HCL2",
    detail: filename.endsWith('.pkr.json')
      ? `"${first.name}" belongs to the older JSON format, but a file that ends in .pkr.json is read as HCL2 in JSON. Rename it to ${filename.replace(/\.pkr\.json$/, '.json')} to have it read in the older format.`
      : `"${first.name}" belongs to the older JSON format, but -config-type=hcl2 has the file read as HCL2 in JSON. Leave that flag out.`,
    subject: first.key.range,
  });
}
