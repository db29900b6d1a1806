import { option, type Schema } from '../kernel/schema.ts';
import type { BuilderDescription, ComponentCatalog, ComponentDescription } from '../template/plan.ts';
import type { Registry } from './ports.ts';

/** The communicator that Packer uses where a source names none. */
export const DEFAULT_COMMUNICATOR = 'ssh';

/**
 * What the template layer has to know of a registry: what runs and what is only declared are read alike. A source block
 * holds the options of its builder, of all communicators and the choice between them; where two know the same option, the
 * builder's declaration counts.
 */
export function mergedCatalog(registry: Registry, foreign: ReadonlyMap<string, string>): ComponentCatalog {
  const { declared } = registry;
  const communication = communicatorOptions(registry);
  const builders = new Map<string, BuilderDescription>();
  for (const { type, schema, generatedNames } of registry.builders.values()) {
    builders.set(type, { type, schema: { ...communication, ...schema }, generatedNames });
  }
  for (const { type, schema, generatedNames, connects } of declared.builders.values()) {
    builders.set(type, { type, schema: connects ? { ...communication, ...schema } : schema, generatedNames });
  }
  return {
    builders,
    provisioners: new Map<string, ComponentDescription>([...registry.provisioners, ...declared.provisioners]),
    postProcessors: new Map<string, ComponentDescription>([...registry.postProcessors, ...declared.postProcessors]),
    foreign,
  };
}

function communicatorOptions({ communicators, declared }: Registry): Schema {
  const all = new Map<string, ComponentDescription>([...communicators, ...declared.communicators]);
  const merged: Record<string, Schema[string]> = {
    communicator: option.string.withDefault(DEFAULT_COMMUNICATOR, {
      doc: 'How to talk to the machine.',
      choices: [...all.keys()],
    }),
  };
  for (const { schema } of all.values()) Object.assign(merged, withoutRequired(schema));
  return merged;
}

/** What one communicator requires is nothing to a source that uses another: `judgePlan` looks after it. */
function withoutRequired(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).map(([name, each]) => [name, { ...each, required: false }]));
}
