import type { AttributeOption, BlockOption, Schema } from '../../kernel/schema.ts';
import type { BodySchema } from './content.ts';

/** A schema as the decoder needs it: many bodies are decoded by one schema of a hundred options and more. */
interface SchemaIndex {
  readonly bodySchema: BodySchema;
  readonly attributes: readonly (readonly [string, AttributeOption])[];
  readonly blocks: readonly (readonly [string, BlockOption])[];
  /** The options of a body in which nothing is written. */
  readonly unwritten: Readonly<Record<string, unknown>>;
}

const indexes = new WeakMap<Schema, SchemaIndex>();

export function schemaIndex(schema: Schema): SchemaIndex {
  const known = indexes.get(schema) ?? indexed(schema);
  indexes.set(schema, known);
  return known;
}

function indexed(schema: Schema): SchemaIndex {
  const entries = Object.entries(schema);
  const attributes = entries.flatMap(([name, option]) =>
    option.kind === 'attribute' ? [[name, option] as const] : [],
  );
  const blocks = entries.flatMap(([name, option]) => (option.kind === 'block' ? [[name, option] as const] : []));
  return {
    bodySchema: {
      attributes: attributes.map(([name]) => ({ name })),
      blocks: blocks.map(([type]) => ({ type, labels: [] })),
    },
    attributes,
    blocks,
    unwritten: Object.fromEntries(entries.map(([name, option]) => [name, unwrittenValue(option)])),
  };
}

function unwrittenValue(option: AttributeOption | BlockOption): unknown {
  if (option.kind === 'attribute') return option.default;
  return option.repeated ? [] : undefined;
}
