import type { AttributeOption, AttributeType, BlockOption, Option, Schema } from '../../kernel/schema.ts';

const TYPES: Readonly<Record<AttributeType, string>> = {
  string: 'string',
  number: 'number',
  bool: 'bool',
  duration: 'duration',
  strings: 'list(string)',
  'string-lists': 'list(list(string))',
  'string-map': 'map(string)',
};

/** A schema in Markdown: one table, and a section with a table of its own for each kind of block in it. */
export function optionTables(schema: Schema): string {
  return [table(schema), ...blocksIn(schema, '').map(blockSection)].join('\n\n');
}

interface NamedBlock {
  /** `fast_launch.region_launch_templates` */
  readonly path: string;
  readonly block: BlockOption;
}

function blocksIn(schema: Schema, prefix: string): NamedBlock[] {
  return Object.entries(schema).flatMap(([name, option]) => {
    if (option.kind !== 'block') return [];
    const path = prefix + name;
    return [{ path, block: option }, ...blocksIn(option.schema, `${path}.`)];
  });
}

function blockSection({ path, block }: NamedBlock): string {
  const often = block.repeated ? ' It may be written several times.' : '';
  return `### Block \`${path}\`\n\n${block.doc}${often}\n\n${table(block.schema)}`;
}

function table(schema: Schema): string {
  const rows = Object.entries(schema)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, option]) => `| \`${name}\` | ${typeOf(option)} | ${defaultOf(option)} | ${cell(textOf(option))} |`);
  return ['| Option | Type | Default | What it is |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function typeOf(option: Option): string {
  const type = option.kind === 'attribute' ? TYPES[option.type] : option.repeated ? 'blocks' : 'block';
  return option.required ? `${type}, **required**` : type;
}

function defaultOf(option: Option): string {
  if (option.kind === 'block') return '';
  const { default: value, type } = option;
  if (value === undefined || value === '' || isEmpty(value)) return '';
  return `\`${type === 'duration' ? duration(Number(value)) : JSON.stringify(value)}\``;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** `5m`, `1m30s`, `250ms`, as it is written in a template. */
function duration(milliseconds: number): string {
  const parts = [
    [Math.trunc(milliseconds / 3_600_000), 'h'],
    [Math.trunc(milliseconds / 60_000) % 60, 'm'],
    [Math.trunc(milliseconds / 1_000) % 60, 's'],
    [milliseconds % 1_000, 'ms'],
  ] as const;
  const written = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return written.length === 0 ? '0s' : written.join('');
}

function textOf(option: Option): string {
  const parts = [option.doc];
  if (option.kind === 'attribute') parts.push(...furtherOf(option));
  if (option.note !== undefined) parts.push(`**Note:** ${option.note}`);
  if (option.notYet !== undefined) parts.push(`**Does not work yet.** ${option.notYet}`);
  return parts.join(' ');
}

function furtherOf({ choices, sensitive, rendering }: AttributeOption): string[] {
  const parts: string[] = [];
  const unnamed = choices?.filter((choice) => choice !== '').map((choice) => `\`${choice}\``) ?? [];
  if (unnamed.length > 0) parts.push(`One of ${unnamed.join(', ')}.`);
  if (sensitive) parts.push('It is masked in logs.');
  if (typeof rendering === 'object') {
    const names = rendering.fields.map((field) => `\`.${field}\``);
    const data = rendering.hasBuildData ? ["the build's data"] : [];
    const known = [...names, ...data].join(', ');
    if (known !== '') parts.push(`Rendered during the build: \`{{ }}\` knows ${known}.`);
  }
  return parts;
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}
