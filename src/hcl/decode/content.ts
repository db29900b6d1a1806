import { type Diagnostic, errorDiagnostic } from '../../kernel/diagnostics.ts';
import type { SourceRange } from '../../kernel/source-range.ts';
import { didYouMean, suggestion } from '../../kernel/suggestion.ts';
import type { Attribute, Block, Body, NativeBody } from '../ast.ts';
import { jsonAttributes, jsonContent, jsonLeftovers } from '../json/json-content.ts';
import type { JsonProperty } from '../json/nodes.ts';
import { bodyParts, duplicateAttribute, nativeBody } from './bodies.ts';
import { missing } from './option-messages.ts';
import { schemaNames } from './schema-names.ts';

/** What a body may hold (HCL spec, "Schema-driven Processing"). */
export interface BodySchema {
  readonly attributes: readonly { readonly name: string; readonly required?: boolean }[];
  /** `labels` are the names of the labels, for messages; a block has exactly as many. */
  readonly blocks: readonly { readonly type: string; readonly labels: readonly string[] }[];
}

export interface BodyContent {
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** In the order in which they are written. */
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PartialContent extends BodyContent {
  /** What the schema does not name. */
  readonly rest: Body;
}

/** Something in a body that nobody has asked for. In JSON it is not said whether it was to be an argument or a block. */
export type Leftover = Attribute | Block | JsonProperty;

/** What the schema names of a body; whatever else is there is an error, and so is what is missing. */
export function bodyContent(body: Body, schema: BodySchema, header?: SourceRange): BodyContent {
  const { attributes, blocks, rest, diagnostics } = partialContent(body, schema, header);
  const names = schema.attributes.map(({ name }) => name);
  const types = schema.blocks.map(({ type }) => type);
  const unknown = leftovers(rest).map((item) => unexpected(item, names, types));
  return { attributes, blocks, diagnostics: [...unknown, ...diagnostics] };
}

/** What the schema names of a body, and a body with the rest (HCL spec, "Partial Processing of Body Content"). */
export function partialContent(body: Body, schema: BodySchema, header?: SourceRange): PartialContent {
  const content = namedContent(body, schema);
  const missed = schema.attributes.filter(({ name, required }) => required === true && !content.attributes.has(name));
  const reports = missed.map(({ name }) => errorDiagnostic(missing('argument', name, header ?? body.endRange)));
  return { ...content, diagnostics: [...reports, ...content.diagnostics] };
}

/** All of a body as attributes (HCL spec, "Dynamic attributes"). Blocks, which only HCL's own syntax can tell, are reported. */
export function justAttributes(
  body: Body,
  blockIn: (block: Block) => Diagnostic = (block) => unexpectedBlock(block, [], []),
): Omit<BodyContent, 'blocks'> {
  const parts = bodyParts(body).map((part) =>
    part.kind === 'json-body'
      ? jsonAttributes(part)
      : { attributes: part.attributes, diagnostics: part.blocks.map(blockIn) },
  );
  return mergedAttributes(parts);
}

/** What is in a body. */
export function leftovers(body: Body): readonly Leftover[] {
  return bodyParts(body).flatMap((part): readonly Leftover[] =>
    part.kind === 'json-body' ? jsonLeftovers(part) : part.items,
  );
}

/** What the schema names of a body, with no word about what is missing. */
export function namedContent(body: Body, schema: BodySchema): PartialContent {
  switch (body.kind) {
    case 'body':
      return nativeContent(body, schema);
    case 'json-body':
      return jsonContent(body, schema);
    case 'merged-body': {
      const parts = body.parts.map((part) => namedContent(part, schema));
      return {
        ...mergedAttributes(parts),
        blocks: parts.flatMap(({ blocks }) => blocks),
        rest: { ...body, parts: parts.flatMap(({ rest }) => bodyParts(rest)) },
      };
    }
  }
}

function nativeContent(body: NativeBody, schema: BodySchema): PartialContent {
  const diagnostics: Diagnostic[] = [];
  const { attributes: names, labelsOf } = schemaNames(schema);
  const attributes = new Map([...body.attributes].filter(([name]) => names.has(name)));
  const blocks = body.blocks.filter((block) => {
    const labels = labelsOf.get(block.type);
    const wrong = labels === undefined ? undefined : wrongLabels(block, labels);
    if (wrong !== undefined) diagnostics.push(wrong);
    // One with a label too many is still that block.
    return labels !== undefined && block.labels.length >= labels.length;
  });
  const rest = body.items.filter((item) =>
    item.kind === 'attribute' ? !names.has(item.name) : !labelsOf.has(item.type),
  );
  return { attributes, blocks, rest: nativeBody(body, rest), diagnostics };
}

/** The attributes of several bodies; one that is in two of them is an error, and the first one counts. */
export function mergedAttributes(parts: readonly Omit<BodyContent, 'blocks'>[]): Omit<BodyContent, 'blocks'> {
  const attributes = new Map<string, Attribute>();
  const diagnostics = parts.flatMap((part) => part.diagnostics);
  for (const attribute of parts.flatMap((part) => [...part.attributes.values()])) {
    const earlier = attributes.get(attribute.name);
    if (earlier === undefined) attributes.set(attribute.name, attribute);
    else diagnostics.push(duplicateAttribute(attribute, earlier));
  }
  return { attributes, diagnostics };
}

/** What to say of a block with another number of labels than it is to have. */
export function wrongLabels(block: Block, labels: readonly string[]): Diagnostic | undefined {
  if (block.labels.length === labels.length) return undefined;
  const extra = block.labels[labels.length];
  const form = [block.type, ...labels.map((label) => `"${label}"`)].join(' ');
  return errorDiagnostic({
    code: extra === undefined ? 'missing-label' : 'extra-label',
    summary: extra === undefined ? 'Missing block label' : 'Extra block label',
    detail:
      labels.length === 0
        ? `A block "${block.type}" has no labels. Write it: ${form} { … }`
        : `A block of this type is written: ${form} { … }`,
    subject: extra?.range ?? block.openBraceRange,
    context: block.headerRange,
  });
}

/** Something that is not known, or of the other kind; `names` and `types` are those of the arguments and blocks that are. */
export function unexpected(item: Leftover, names: readonly string[], types: readonly string[]): Diagnostic {
  switch (item.kind) {
    case 'attribute':
      return unexpectedAttribute(item, names, types);
    case 'block':
      return unexpectedBlock(item, names, types);
    case 'json-property':
      return errorDiagnostic({
        code: 'unknown-option',
        summary: 'Unsupported property',
        detail: `No argument and no block named "${item.name}" is expected here.${didYouMean(item.name, [...names, ...types])}`,
        subject: item.key.range,
        context: item.range,
      });
  }
}

/** The argument or block that something unexpected was probably meant for: what `unexpected` tells of it. */
export function meantFor(item: Leftover, names: readonly string[], types: readonly string[]): string | undefined {
  const name = item.kind === 'block' ? item.type : item.name;
  const others = item.kind === 'block' ? names : types;
  if (others.includes(name)) return name;
  return suggestion(name, item.kind === 'block' ? [...types, ...names] : [...names, ...types]);
}

/** An argument that is not known, or that should be a block. */
function unexpectedAttribute(attribute: Attribute, names: readonly string[], types: readonly string[]): Diagnostic {
  const { name } = attribute;
  return errorDiagnostic({
    code: 'unknown-option',
    summary: 'Unsupported argument',
    detail: types.includes(name)
      ? `"${name}" is a block, not an argument. Write it without "=": ${name} { … }`
      : `An argument named "${name}" is not expected here.${didYouMean(name, [...names, ...types])}`,
    subject: attribute.nameRange,
    context: attribute.range,
  });
}

/** A block that is not known, or that should be an argument. */
function unexpectedBlock(block: Block, names: readonly string[], types: readonly string[]): Diagnostic {
  const { type } = block;
  return errorDiagnostic({
    code: 'unknown-option',
    summary: 'Unsupported block type',
    detail: names.includes(type)
      ? `"${type}" is an argument, not a block. Write it with "=": ${type} = …`
      : `Blocks of type "${type}" are not expected here.${didYouMean(type, [...types, ...names])}`,
    subject: block.typeRange,
    context: block.headerRange,
  });
}
