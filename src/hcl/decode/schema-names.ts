import type { BodySchema } from './content.ts';

/** What a schema names. */
export interface SchemaNames {
  readonly attributes: ReadonlySet<string>;
  /** By block type. */
  readonly labelsOf: ReadonlyMap<string, readonly string[]>;
}

const namesOfSchemas = new WeakMap<BodySchema, SchemaNames>();

/** Made once for a schema: many bodies are read by one. */
export function schemaNames(schema: BodySchema): SchemaNames {
  const known = namesOfSchemas.get(schema) ?? {
    attributes: new Set(schema.attributes.map(({ name }) => name)),
    labelsOf: new Map(schema.blocks.map(({ type, labels }) => [type, labels])),
  };
  namesOfSchemas.set(schema, known);
  return known;
}
