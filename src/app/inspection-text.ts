import { displayValue, quoted } from '../hcl/values/display.ts';
import type { ReadBuild, ReadStep, TemplateReading } from '../template/reading.ts';

/** The variables and locals of a template, in Packer's layout: values as the console shows them, on one quoted line. */
export function variableLines({ variables, locals }: Pick<TemplateReading, 'variables' | 'locals'>): readonly string[] {
  return [
    '> input-variables:',
    '',
    ...byName(variables).flatMap(({ name, value, description }) => [
      ...(description === undefined || description === '' ? [] : description.split('\n').map((line) => `# ${line}`)),
      `var.${name}: ${quoted(displayValue(value))}`,
    ]),
    '',
    '> local-variables:',
    '',
    ...byName(locals).map(({ name, value }) => `local.${name}: ${quoted(displayValue(value))}`),
    '',
  ];
}

/** Packer shows no data sources; a template that has some is not understood without them. */
export function dataSourceLines({ dataSources }: TemplateReading): readonly string[] {
  if (dataSources.length === 0) return [];
  return ['> data-sources:', '', ...dataSources.map(({ type, name }) => `data.${type}.${name}`), ''];
}

/** The build blocks in Packer's layout. */
export function buildLines({ builds }: TemplateReading): readonly string[] {
  return ['> builds:', ...builds.flatMap(oneBuild)];
}

function oneBuild(build: ReadBuild, index: number): readonly string[] {
  const { name, description, sources, provisioners, errorCleanupProvisioner, postProcessorChains } = build;
  return [
    '',
    `  > ${name === '' ? `<unnamed build ${index}>` : name}:`,
    ...(description === undefined || description === '' ? [] : ['', `  > Description: ${description}`]),
    '',
    '    sources:',
    ...(sources.length === 0 ? ['<no source>'] : sources).flatMap((source) => ['', `      ${source}`]),
    '',
    '    provisioners:',
    '',
    ...(provisioners.length === 0 ? ['<no provisioner>'] : provisioners.map(stepName)).map((step) => `      ${step}`),
    ...(errorCleanupProvisioner === undefined
      ? []
      : ['', '    error-cleanup-provisioner:', '', `      ${stepName(errorCleanupProvisioner)}`]),
    '',
    '    post-processors:',
    ...(postProcessorChains.length === 0 ? ['', '      <no post-processor>'] : []),
    ...postProcessorChains.flatMap((chain, position) => [
      '',
      `      ${position}:`,
      ...chain.map((step) => `        ${stepName(step)}`),
    ]),
  ];
}

function stepName({ type, name }: ReadStep): string {
  return name === undefined ? type : `${type}.${name}`;
}

function byName<T extends { readonly name: string }>(named: readonly T[]): readonly T[] {
  return [...named].sort((a, b) => (a.name < b.name ? -1 : 1));
}
