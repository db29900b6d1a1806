import type { JsonNode } from '../../hcl/json/nodes.ts';
import type { Findings } from '../findings.ts';

/** A variable as HCL2 templates write it; no shell has a dot in a name. */
const REFERENCE = /\$\{var\.([\w-]+)\}/;

/** Warns of every text with a reference of HCL2, which is left as it is in a template of the older format. */
export function warnOfHclReferences(node: JsonNode, findings: Findings): void {
  if (node.kind === 'json-array') for (const item of node.items) warnOfHclReferences(item, findings);
  if (node.kind === 'json-object') for (const { value } of node.properties) warnOfHclReferences(value, findings);
  if (node.kind !== 'json-string') return;
  const [reference, name] = REFERENCE.exec(node.text) ?? [];
  if (reference === undefined) return;
  findings.warning({
    code: 'hcl-reference',
    summary: `"${reference}" is left as it is`,
    detail: `It belongs to HCL2 templates. In a template of the older JSON format a variable is written {{user \`${name}\`}}.`,
    subject: node.range,
  });
}
