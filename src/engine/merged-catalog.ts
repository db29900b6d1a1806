import { option, type Schema } from '../kernel/schema.ts';
import type { BuilderDescription, ComponentCatalog } from '../template/plan.ts';
import type { Registry } from './ports.ts';

/** The communicator that Packer uses where a source names none. */
export const DEFAULT_COMMUNICATOR = 'ssh';

const NO_WINRM =
  'WinRM and Windows images are not supported yet. Use "ssh" for a machine that has an SSH server; Packer for this template otherwise.';

/**
 * What the template layer has to know of a registry. A source block holds the options of its builder, of all
 * communicators and the choice between them; where two know the same option, the builder's declaration counts.
 */
export function mergedCatalog(registry: Registry, unsupported: ReadonlyMap<string, string>): ComponentCatalog {
  const communication = communicatorOptions(registry);
  const builders = new Map<string, BuilderDescription>();
  for (const [type, { schema, generatedNames }] of registry.builders) {
    builders.set(type, { type, schema: { ...communication, ...schema }, generatedNames });
  }
  return { builders, provisioners: registry.provisioners, postProcessors: registry.postProcessors, unsupported };
}

function communicatorOptions({ communicators }: Registry): Schema {
  const merged: Record<string, Schema[string]> = {
    communicator: option.string.withDefault(DEFAULT_COMMUNICATOR, {
      doc: 'How to talk to the machine.',
      choices: [...communicators.keys()],
      refusedChoices: { winrm: NO_WINRM },
    }),
  };
  for (const { schema } of communicators.values()) Object.assign(merged, withoutRequired(schema));
  return merged;
}

/** What one communicator requires is nothing to a source that uses another: `judgePlan` looks after it. */
function withoutRequired(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).map(([name, each]) => [
      name,
      each.kind === 'unsupported' ? each : { ...each, required: false },
    ]),
  );
}
