import { UNKNOWN_TEXT } from '../hcl/decode/attribute-values.ts';
import { formatNumber } from '../hcl/values/number.ts';
import type { Value } from '../hcl/values/value.ts';
import type { Option, Schema } from '../kernel/schema.ts';
import type { Declarations } from './declarations.ts';
import type { ComponentCatalog, ComponentDescription, PlannedBuild, PlannedComponent } from './plan.ts';
import type { Assignment } from './variable-assignments.ts';

/** What a template came to, however far that was. */
export interface Evaluated {
  readonly declarations: Declarations;
  readonly assignments: readonly Assignment[];
  readonly variables: ReadonlyMap<string, Value>;
  readonly locals: ReadonlyMap<string, Value>;
  readonly data: ReadonlyMap<string, Value>;
  readonly builds: readonly PlannedBuild[];
  readonly catalog: ComponentCatalog;
}

/**
 * Every text that must not be shown: of sensitive variables and locals, and of options that hold secrets. Values that a
 * sensitive variable was given and could not take are among them.
 */
export function sensitiveTexts(evaluated: Evaluated): readonly string[] {
  const { declarations, variables, locals, data, builds, catalog } = evaluated;
  const texts = new Set<string>();
  for (const text of givenTexts(evaluated)) texts.add(text);
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
  for (const value of data.values()) for (const text of markedTexts(value)) texts.add(text);
  for (const text of sensitiveOptions(builds, catalog)) texts.add(text);
  return [...texts];
}

/** The texts of options that hold secrets. */
export function sensitiveOptions(builds: readonly PlannedBuild[], catalog: ComponentCatalog): readonly string[] {
  const texts = new Set<string>();
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

/** The names of all options that hold secrets, whichever component has them. */
export function sensitiveOptionNames(catalog: ComponentCatalog): ReadonlySet<string> {
  const names = (schema: Schema): readonly string[] =>
    secretOptions(schema).flatMap(([name, option]) => (option.kind === 'block' ? names(option.schema) : [name]));
  const components = [catalog.builders, catalog.provisioners, catalog.postProcessors];
  return new Set(components.flatMap((each) => [...each.values()]).flatMap(({ schema }) => names(schema)));
}

/** What was given to sensitive variables, and the defaults of those that nothing was given to. */
function givenTexts({ declarations, assignments }: Evaluated): readonly string[] {
  return Array.from(declarations.variables.values()).flatMap(({ name, sensitive, fallback }) => {
    if (!sensitive) return [];
    const own = assignments.filter((assignment) => assignment.name === name);
    if (own.length === 0) return fallback === undefined ? [] : textsIn(fallback);
    return own.flatMap(({ given }) => ('value' in given ? textsIn(given.value) : plainTexts(given.text)));
  });
}

/** The texts of those parts of a value that are marked as sensitive; parts in `seen` are passed over, and the others put there. */
export function markedTexts(value: Value, seen = new WeakSet<Value>()): readonly string[] {
  if (seen.has(value)) return [];
  seen.add(value);
  return value.isSensitive ? textsIn(value) : value.children().flatMap((child) => markedTexts(child, seen));
}

/** Every text inside a value, those in collections included. */
function textsIn(value: Value): readonly string[] {
  if (value.isUnknown || value.isNull) return [];
  if (value.type.kind === 'string') return plainTexts(value.asString());
  if (value.type.kind === 'number') return numberTexts(formatNumber(value.asNumber()));
  return value.children().flatMap(textsIn);
}

/** A short number stands everywhere: masking it would blot out the log, and hide nothing. */
function numberTexts(text: string): readonly string[] {
  return text.replace(/\D/g, '').length >= 4 ? [text] : [];
}

/** The texts of decoded options that are declared sensitive. */
function optionTexts(schema: Schema, options: unknown): readonly string[] {
  return secretOptions(schema).flatMap(([name, option]) => {
    const value = entryOf(options, name);
    if (option.kind === 'attribute') return plainTexts(value);
    const blocks: readonly unknown[] = Array.isArray(value) ? value : [value];
    return blocks.flatMap((block) => optionTexts(option.schema, block));
  });
}

const secretOptionsOf = new WeakMap<Schema, readonly (readonly [string, Option])[]>();

/** The options that are or may hold secrets: few of many. */
function secretOptions(schema: Schema): readonly (readonly [string, Option])[] {
  const known =
    secretOptionsOf.get(schema) ??
    Object.entries(schema).filter(([, option]) =>
      option.kind === 'block' ? secretOptions(option.schema).length > 0 : option.sensitive,
    );
  secretOptionsOf.set(schema, known);
  return known;
}

function plainTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value === 'number') return numberTexts(String(value));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(plainTexts) : [];
}

function entryOf(options: unknown, name: string): unknown {
  return typeof options === 'object' && options !== null ? Reflect.get(options, name) : undefined;
}
