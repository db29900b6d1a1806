import { type Diagnostic, errorDiagnostic } from '../../kernel/diagnostics.ts';
import type { Attribute, Block, BlockLabel, JsonBody } from '../ast.ts';
import { duplicateAttribute } from '../decode/bodies.ts';
import type { BodyContent, BodySchema } from '../decode/content.ts';
import { type SchemaNames, schemaNames } from '../decode/schema-names.ts';
import { jsonExpression } from './json-expression.ts';
import type { JsonNode, JsonProperty } from './nodes.ts';
import { jsonBody } from './parse-json.ts';

/** Properties of this name are comments. */
const COMMENT = '//';

/** What the schema names of a JSON body, and the rest of it (HCL JSON spec, "Bodies", "Blocks"). */
export function jsonContent(body: JsonBody, schema: BodySchema): BodyContent & { readonly rest: JsonBody } {
  const reader = new ContentReader(schema);
  for (const property of propertiesOf(body, reader.diagnostics)) reader.read(property);
  const { attributes, blocks, diagnostics, used } = reader;
  return { attributes, blocks, diagnostics, rest: { ...body, hidden: new Set([...body.hidden, ...used]) } };
}

/** The properties of a body that nobody has asked for, without comments. */
export function jsonLeftovers(body: JsonBody): readonly JsonProperty[] {
  return propertiesOf(body, []).filter(({ name }) => name !== COMMENT);
}

/** All properties as attributes (HCL JSON spec, "dynamic attributes mode"); only an object has such, no array. */
export function jsonAttributes(body: JsonBody): Omit<BodyContent, 'blocks'> {
  const attributes = new Map<string, Attribute>();
  const diagnostics: Diagnostic[] = [];
  const { value, hidden } = body;
  if (value.kind === 'json-object') {
    for (const property of value.properties) {
      if (property.name !== COMMENT && !hidden.has(property.name)) addAttribute(property, attributes, diagnostics);
    }
  } else if (value.kind !== 'invalid') {
    diagnostics.push(wrongType(value, 'An object with names and their values is needed here: { "name": value }'));
  }
  return { attributes, diagnostics };
}

class ContentReader {
  readonly attributes = new Map<string, Attribute>();
  readonly blocks: Block[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly used = new Set<string>();
  readonly #names: SchemaNames;

  constructor(schema: BodySchema) {
    this.#names = schemaNames(schema);
  }

  read(property: JsonProperty): void {
    const { name } = property;
    const labels = this.#names.labelsOf.get(name);
    if (this.#names.attributes.has(name)) addAttribute(property, this.attributes, this.diagnostics);
    else if (labels !== undefined) this.#labelled(property, property.value, labels, []);
    else return;
    this.used.add(name);
  }

  /** Goes through one level of objects for each label. */
  #labelled(type: JsonProperty, value: JsonNode, wanted: readonly string[], labels: readonly JsonProperty[]): void {
    const [label, ...others] = wanted;
    if (label === undefined) {
      this.#bodies(type, value, labels);
      return;
    }
    const what = `whose names are each the ${label} of a block "${type.name}"`;
    const properties = collect(value, `An object, or an array of objects, is needed here, ${what}.`, this.diagnostics);
    for (const property of properties ?? []) this.#labelled(type, property.value, others, [...labels, property]);
    if (properties?.length !== 0) return;
    this.diagnostics.push(
      errorDiagnostic({
        code: 'missing-label',
        summary: 'Missing block label',
        detail: `An object with at least one property is needed here, ${what}: ${writtenForm(type.name, labels, wanted)}`,
        subject: startOf(value),
        context: value.range,
      }),
    );
  }

  #bodies(type: JsonProperty, value: JsonNode, labels: readonly JsonProperty[]): void {
    switch (value.kind) {
      case 'null':
      case 'invalid':
        return;
      case 'json-object':
        this.blocks.push(blockOf(type, labels, value, (labels.at(-1) ?? type).key.range));
        return;
      case 'json-array':
        for (const item of value.items) this.blocks.push(blockOf(type, labels, item, startOf(item)));
        return;
      default:
        this.diagnostics.push(
          wrongType(
            value,
            `"${type.name}" is a block here: write an object with what it holds, or an array of such objects for several: ${writtenForm(type.name, labels, [])}`,
          ),
        );
    }
  }
}

function addAttribute(property: JsonProperty, attributes: Map<string, Attribute>, diagnostics: Diagnostic[]): void {
  const { name, key, colonRange, value, range } = property;
  const expression = jsonExpression(value);
  const attribute: Attribute = {
    kind: 'attribute',
    name,
    nameRange: key.range,
    equalsRange: colonRange,
    expression,
    range,
  };
  const earlier = attributes.get(name);
  if (earlier === undefined) attributes.set(name, attribute);
  else diagnostics.push(duplicateAttribute(attribute, earlier));
}

function blockOf(
  type: JsonProperty,
  labels: readonly JsonProperty[],
  value: JsonNode,
  headerRange: Block['headerRange'],
): Block {
  const object = value.kind === 'json-object' ? value : undefined;
  return {
    kind: 'block',
    type: type.name,
    typeRange: type.key.range,
    labels: labels.map(({ name, key }): BlockLabel => ({ text: name, quoted: true, range: key.range })),
    headerRange,
    openBraceRange: object?.openRange ?? startOf(value),
    closeBraceRange: object?.closeRange ?? value.range,
    body: jsonBody(value),
    range: value.range,
  };
}

/** The properties that the body has in its own right. */
function propertiesOf({ value, hidden }: JsonBody, diagnostics: Diagnostic[]): readonly JsonProperty[] {
  const needed = 'An object, or an array of objects, is needed here, with the arguments and blocks: { "name": value }';
  return (collect(value, needed, diagnostics) ?? []).filter(({ name }) => !hidden.has(name));
}

/** The properties of an object, or of all objects in an array; undefined where there is something else, or null. */
function collect(value: JsonNode, needed: string, diagnostics: Diagnostic[]): readonly JsonProperty[] | undefined {
  if (value.kind === 'json-object') return value.properties;
  if (value.kind === 'json-array') {
    return value.items.flatMap((item) => {
      if (item.kind === 'json-object') return item.properties;
      if (item.kind !== 'invalid') diagnostics.push(wrongType(item, needed));
      return [];
    });
  }
  if (value.kind === 'null') return [];
  if (value.kind !== 'invalid') diagnostics.push(wrongType(value, needed));
  return undefined;
}

function wrongType(value: JsonNode, detail: string): Diagnostic {
  return errorDiagnostic({
    code: 'wrong-json-type',
    summary: 'Wrong type of JSON value',
    detail,
    subject: startOf(value),
    context: value.range,
  });
}

/** What to point at for a value as a whole, however long it is. */
function startOf(value: JsonNode): JsonNode['range'] {
  return value.kind === 'json-object' || value.kind === 'json-array' ? value.openRange : value.range;
}

/** `"source": { "type": { "name": { … } } }` */
function writtenForm(type: string, labels: readonly JsonProperty[], missing: readonly string[]): string {
  const names = [type, ...labels.map(({ name }) => name), ...missing].map((name) => JSON.stringify(name));
  return `{ ${names.join(': { ')}: { … }${' }'.repeat(names.length)}`;
}
