import { EMPTY_SCOPE } from '../../hcl/scope.ts';
import { DYNAMIC } from '../../hcl/values/types.ts';
import { SENSITIVE, Value } from '../../hcl/values/value.ts';
import type { PlannedBuild } from '../plan.ts';
import type { ReadBuild, ReadVariable, TemplateReading } from '../reading.ts';
import type { LegacyStep, LegacyTemplate } from './declarations.ts';
import type { SingleTexts } from './single-texts.ts';
import type { UserVariableValues } from './user-variables.ts';

/** What people are shown of a JSON template. `builds` are those that are selected. */
export function legacyReading(
  template: LegacyTemplate,
  values: UserVariableValues,
  builds: readonly PlannedBuild[],
  texts: SingleTexts,
  directory: string,
): TemplateReading {
  const { description, variables, sensitiveVariables, builders, provisioners } = template;
  return {
    plugins: [],
    variables: readVariables(template, values),
    locals: [],
    dataSources: [],
    builds: [readBuild(template, builds)],
    legacy: {
      description,
      variables: Array.from(variables.values(), ({ name, fallback }) => {
        return { name, fallback, sensitive: sensitiveVariables.has(name) };
      }),
      builders: builders.map(({ name, type }) => ({ name, type })),
      provisioners: provisioners.map(({ type }) => type),
      texts,
    },
    scope: EMPTY_SCOPE,
    directory,
  };
}

function readVariables(
  { variables, sensitiveVariables }: LegacyTemplate,
  { values, unknown }: UserVariableValues,
): readonly ReadVariable[] {
  return Array.from(variables.values(), ({ name, range }) => {
    const sensitive = sensitiveVariables.has(name);
    const text = unknown.has(name) ? undefined : values.get(name);
    const value = text === undefined ? Value.unknownOf(DYNAMIC) : Value.string(text);
    return { name, description: undefined, sensitive, value: sensitive ? value.withMarks([SENSITIVE]) : value, range };
  });
}

function readBuild(template: LegacyTemplate, builds: readonly PlannedBuild[]): ReadBuild {
  const step = ({ type, name }: LegacyStep) => ({ type, name: name === type ? undefined : name });
  const cleanup = template.errorCleanupProvisioner;
  return {
    name: '',
    description: template.description,
    sources: builds.map(({ name }) => name),
    provisioners: template.provisioners.map(step),
    errorCleanupProvisioner: cleanup === undefined ? undefined : step(cleanup),
    postProcessorChains: template.postProcessorChains.map((chain) => chain.map(step)),
  };
}
