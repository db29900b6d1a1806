import { type Diagnostic, errorDiagnostic } from '../../kernel/diagnostics.ts';
import type { SourceRange } from '../../kernel/source-range.ts';
import { didYouMean } from '../../kernel/suggestion.ts';
import type { Attribute, Block, Body } from '../ast.ts';
import { bodyOf } from './bodies.ts';

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

/** What the schema names of a body; whatever else is there is an error, and so is what is missing. */
export function bodyContent(body: Body, schema: BodySchema, header?: SourceRange): BodyContent {
  const { attributes, blocks, rest, diagnostics } = partialContent(body, schema, header);
  return { attributes, blocks, diagnostics: [...rest.items.map((item) => unexpected(item, schema)), ...diagnostics] };
}

/** What the schema names of a body, and a body with the rest (HCL spec, "Partial Processing of Body Content"). */
export function partialContent(
  body: Body,
  schema: BodySchema,
  header?: SourceRange,
): BodyContent & { readonly rest: Body } {
  const diagnostics: Diagnostic[] = [];
  const labelsOf = new Map(schema.blocks.map(({ type, labels }) => [type, labels]));
  const names = new Set(schema.attributes.map(({ name }) => name));
  const attributes = new Map([...body.attributes].filter(([name]) => names.has(name)));
  for (const { name, required } of schema.attributes) {
    if (required === true && !attributes.has(name)) diagnostics.push(missing(name, header ?? body.endRange));
  }
  const blocks = body.blocks.filter((block) => {
    const labels = labelsOf.get(block.type);
    const wrong = labels === undefined ? undefined : wrongLabels(block, labels);
    if (wrong !== undefined) diagnostics.push(wrong);
    return labels !== undefined && wrong === undefined;
  });
  const rest = body.items.filter((item) =>
    item.kind === 'attribute' ? !names.has(item.name) : !labelsOf.has(item.type),
  );
  return { attributes, blocks, rest: bodyOf(body, rest), diagnostics };
}

function missing(name: string, subject: SourceRange): Diagnostic {
  return errorDiagnostic({
    code: 'missing-option',
    summary: 'Missing argument',
    detail: `The argument "${name}" is required, but it is not set.`,
    subject,
  });
}

function wrongLabels(block: Block, labels: readonly string[]): Diagnostic | undefined {
  if (block.labels.length === labels.length) return undefined;
  const extra = block.labels[labels.length];
  const form = [block.type, ...labels.map((label) => `"${label}"`)].join(' ');
  return errorDiagnostic({
    code: extra === undefined ? 'missing-label' : 'extra-label',
    summary: extra === undefined ? 'Missing block label' : 'Extra block label',
    detail: `A block of this type is written: ${form} { … }`,
    subject: extra?.range ?? block.openBraceRange,
    context: block.headerRange,
  });
}

function unexpected(item: Attribute | Block, schema: BodySchema): Diagnostic {
  const names = schema.attributes.map(({ name }) => name);
  const types = schema.blocks.map(({ type }) => type);
  return item.kind === 'attribute' ? unexpectedAttribute(item, names, types) : unexpectedBlock(item, names, types);
}

/** An argument that is not known, or that should be a block. */
export function unexpectedAttribute(
  attribute: Attribute,
  names: readonly string[],
  types: readonly string[],
): Diagnostic {
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
export function unexpectedBlock(block: Block, names: readonly string[], types: readonly string[]): Diagnostic {
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
