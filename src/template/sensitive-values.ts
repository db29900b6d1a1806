import { UNKNOWN_TEXT } from '../hcl/decode/attribute-values.ts';
import type { Value } from '../hcl/values/value.ts';
import type { Schema } from '../kernel/schema.ts';
import type { Declarations } from './declarations.ts';
import type { ComponentCatalog, ComponentDescription, PlannedBuild, PlannedComponent } from './plan.ts';

/** Every text that must not be shown: of sensitive variables and locals, and of options that hold secrets. */
export function sensitiveTexts(
  declarations: Declarations,
  variables: ReadonlyMap<string, Value>,
  locals: ReadonlyMap<string, Value>,
  builds: readonly PlannedBuild[],
  catalog: ComponentCatalog,
): readonly string[] {
  const texts = new Set<string>();
  const addFrom = (
    values: ReadonlyMap<string, Value>,
    declared: Iterable<{ name: string; sensitive: boolean }>,
  ): void => {
    for (const { name, sensitive } of declared) {
      const value = values.get(name);
      if (sensitive && value !== undefined) for (const text of textsIn(value)) texts.add(text);
    }
  };
  addFrom(variables, declarations.variables.values());
  addFrom(locals, declarations.locals.values());
  const addOptions = (descriptions: ReadonlyMap<string, ComponentDescription>, planned: PlannedComponent): void => {
    const schema = descriptions.get(planned.type)?.schema ?? {};
    for (const text of optionTexts(schema, planned.decoded.options)) texts.add(text);
  };
  for (const { builder, provisioners, errorCleanupProvisioner, postProcessorChains } of builds) {
    addOptions(catalog.builders, builder);
    for (const each of provisioners) addOptions(catalog.provisioners, each);
    if (errorCleanupProvisioner !== undefined) addOptions(catalog.provisioners, errorCleanupProvisioner);
    for (const each of postProcessorChains.flat()) addOptions(catalog.postProcessors, each);
  }
  texts.delete(UNKNOWN_TEXT);
  return [...texts];
}

/** Every text inside a value, those in collections included. */
function textsIn(value: Value): readonly string[] {
  if (value.isUnknown || value.isNull) return [];
  if (value.type.kind === 'string') return value.asString() === '' ? [] : [value.asString()];
  return value.children().flatMap(textsIn);
}

/** The texts of decoded options that are declared sensitive. */
function optionTexts(schema: Schema, options: unknown): readonly string[] {
  return Object.entries(schema).flatMap(([name, option]) => {
    const value = entryOf(options, name);
    if (option.kind === 'block') {
      const blocks: readonly unknown[] = Array.isArray(value) ? value : [value];
      return blocks.flatMap((block) => optionTexts(option.schema, block));
    }
    return option.kind === 'attribute' && option.sensitive ? plainTexts(value) : [];
  });
}

function plainTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(plainTexts) : [];
}

function entryOf(options: unknown, name: string): unknown {
  return typeof options === 'object' && options !== null ? Reflect.get(options, name) : undefined;
}
