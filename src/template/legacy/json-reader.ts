import type { JsonNode, JsonObject, JsonProperty } from '../../hcl/json/nodes.ts';
import type { Findings } from '../findings.ts';

/** Reads the JSON values of a template by what has to stand there; what is something else is reported. */
export class JsonReader {
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** `what` begins a sentence: `A builder`. */
  object(node: JsonNode, what: string): JsonObject | undefined {
    return node.kind === 'json-object' ? node : this.#wrong(node, `${what} is written as an object: { "name": value }`);
  }

  array(node: JsonNode, what: string): readonly JsonNode[] | undefined {
    return node.kind === 'json-array' ? node.items : this.#wrong(node, `${what} is written as an array: [ … ]`);
  }

  text(node: JsonNode, what: string): string | undefined {
    return node.kind === 'json-string' ? node.text : this.#wrong(node, `${what} is written as a string: "text"`);
  }

  bool(node: JsonNode, what: string): boolean | undefined {
    return node.kind === 'boolean' ? node.value : this.#wrong(node, `${what} is true or false, without quotes`);
  }

  /** An array of strings, or one string alone. */
  texts(node: JsonNode, what: string): readonly { readonly text: string; readonly node: JsonNode }[] {
    const items = node.kind === 'json-string' ? [node] : (this.array(node, what) ?? []);
    return items.flatMap((item) => {
      const text = this.text(item, `Each item of ${what.charAt(0).toLowerCase()}${what.slice(1)}`);
      return text === undefined ? [] : [{ text, node: item }];
    });
  }

  #wrong(node: JsonNode, rule: string): undefined {
    // What could not be read at all has been reported.
    if (node.kind === 'invalid') return undefined;
    this.#findings.error({
      code: 'wrong-json-type',
      summary: 'Wrong type of JSON value',
      detail: `${rule}. Here stands ${NAMES[node.kind]}.`,
      subject: node.kind === 'json-object' || node.kind === 'json-array' ? node.openRange : node.range,
      context: node.range,
    });
    return undefined;
  }
}

const NAMES = {
  'json-object': 'an object',
  'json-array': 'an array',
  'json-string': 'a string',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
} as const;

/** The property of this name; null counts as not written. */
export function property(object: JsonObject, name: string): JsonProperty | undefined {
  return object.properties.find((each) => each.name === name && each.value.kind !== 'null');
}

/** Reports every property that an object has twice, however deep it is: Packer refuses those. */
export function reportDuplicates(node: JsonNode, findings: Findings): void {
  if (node.kind === 'json-array') for (const item of node.items) reportDuplicates(item, findings);
  if (node.kind !== 'json-object') return;
  const seen = new Map<string, JsonProperty>();
  for (const each of node.properties) {
    const earlier = seen.get(each.name);
    if (earlier === undefined) seen.set(each.name, each);
    else {
      const { filename, start } = earlier.key.range;
      findings.error({
        code: 'duplicate-argument',
        summary: 'Property written twice',
        detail: `"${each.name}" was already written at ${filename}:${start.line}:${start.column}. Each property may be written only once.`,
        subject: each.key.range,
        context: each.range,
      });
    }
    reportDuplicates(each.value, findings);
  }
}
