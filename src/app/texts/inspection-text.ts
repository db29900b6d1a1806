import { displayValue, quoted, SENSITIVE_DISPLAY } from '../../hcl/values/display.ts';
import type { LegacyReading, ReadBuild, ReadStep, TemplateReading } from '../../template/reading.ts';

/** A line for people, and what it tells programs: its category and data. */
export interface InspectionLine {
  readonly text: string;
  readonly fact?: readonly string[];
}

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

/** A template in the older JSON format, in Packer's layout for those: as it is written. Each line with its fact for programs. */
export function legacyLines({
  description,
  variables,
  builders,
  provisioners,
}: LegacyReading): readonly InspectionLine[] {
  const sorted = byName(variables);
  const required = sorted.filter(({ fallback }) => fallback === undefined);
  const optional = sorted.filter(({ fallback }) => fallback !== undefined);
  const width = (names: readonly { readonly name: string }[]): number =>
    Math.max(0, ...names.map(({ name }) => name.length));
  return [
    ...(description === undefined || description === ''
      ? []
      : [{ text: 'Description:\n' }, { text: `${description}\n` }]),
    ...(variables.length === 0 ? [{ text: 'Variables:\n' }, { text: '  <No variables>' }] : []),
    ...(required.length === 0 ? [] : [{ text: 'Required variables:\n' }]),
    ...required.map(({ name }) => ({ text: `  ${name}`, fact: ['template-variable', name, '', '1'] })),
    ...(required.length === 0 ? [] : [{ text: '' }]),
    ...(optional.length === 0 ? [] : [{ text: 'Optional variables and their defaults:\n' }]),
    ...optional.map(({ name, fallback = '', sensitive }) => {
      const shown = sensitive ? SENSITIVE_DISPLAY : fallback;
      return {
        text: `  ${name.padEnd(width(variables))} = ${shown}`,
        fact: ['template-variable', name, shown, '0'],
      };
    }),
    { text: '' },
    { text: 'Builders:\n' },
    ...(builders.length === 0 ? [{ text: '  <No builders>' }] : []),
    ...byName(builders).map(({ name, type }) => ({
      text: `  ${name.padEnd(width(builders))}${name === type ? '' : ` (${type})`}`,
      fact: ['template-builder', name, type],
    })),
    { text: '' },
    { text: 'Provisioners:\n' },
    ...(provisioners.length === 0 ? [{ text: '  <No provisioners>' }] : []),
    ...provisioners.map((type) => ({ text: `  ${type}`, fact: ['template-provisioner', type] })),
    {
      text: "\nNote: If your build names contain user variables or template\nfunctions such as 'timestamp', these are processed at build time,\nand therefore only show in their raw form here.",
    },
  ];
}
