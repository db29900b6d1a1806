import { childScope, type Scope } from '../hcl/scope.ts';
import { DYNAMIC } from '../hcl/values/types.ts';
import { Value } from '../hcl/values/value.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { type BlockInScope, contentOf, shape } from './block-content.ts';
import type { BuildDeclaration, SourceUse } from './build-declarations.ts';
import { type BuildSelection, BuildSelector } from './build-selection.ts';
import { constantText } from './constants.ts';
import type { Declarations } from './declarations.ts';
import { Findings } from './findings.ts';
import type { SingleTexts } from './legacy/single-texts.ts';
import type { RequiredPlugin } from './required-plugin.ts';
import { fullBuildName } from './source-reference.ts';

/**
 * What could be read of a template, whether or not there is a plan: variables may be unset, options wrong. For those who
 * look at a template rather than build it.
 */
export interface TemplateReading {
  readonly plugins: readonly RequiredPlugin[];
  readonly variables: readonly ReadVariable[];
  readonly locals: readonly ReadLocal[];
  readonly dataSources: readonly { readonly type: string; readonly name: string }[];
  readonly builds: readonly ReadBuild[];
  /** Only of a template in the older JSON format: how it is written. */
  readonly legacy?: LegacyReading;
  /** What the template's expressions can use: `var`, `local`, `data`, `path`, `packer` and the functions. */
  readonly scope: Scope;
  /** The template's folder, absolute. */
  readonly directory: string;
}

export interface LegacyReading {
  readonly description: string | undefined;
  /** Without a fallback it is required. */
  readonly variables: readonly {
    readonly name: string;
    readonly fallback: string | undefined;
    readonly sensitive: boolean;
  }[];
  readonly builders: readonly { readonly name: string; readonly type: string }[];
  /** Their types. */
  readonly provisioners: readonly string[];
  /** Unlike all above: what `{{ }}` come to, with the values of the variables. */
  readonly texts: SingleTexts;
}

export interface ReadVariable {
  readonly name: string;
  readonly description: string | undefined;
  readonly sensitive: boolean;
  /** Unknown where it is unset or wrong; marked where it is sensitive. */
  readonly value: Value;
  readonly range: SourceRange;
}

export interface ReadLocal {
  readonly name: string;
  readonly value: Value;
}

/** A build block with the sources that are selected. */
export interface ReadBuild {
  /** Empty where it has none. */
  readonly name: string;
  readonly description: string | undefined;
  /** Each as `type.name`. */
  readonly sources: readonly string[];
  readonly provisioners: readonly ReadStep[];
  readonly errorCleanupProvisioner: ReadStep | undefined;
  readonly postProcessorChains: readonly (readonly ReadStep[])[];
}

export interface ReadStep {
  readonly type: string;
  readonly name: string | undefined;
}

/** What an HCL2 template came to. */
export interface ReadParts {
  readonly declarations: Declarations;
  readonly variables: ReadonlyMap<string, Value>;
  readonly locals: ReadonlyMap<string, Value>;
  readonly builds: readonly BuildDeclaration[];
  readonly selection: BuildSelection;
  /** All that expressions can use; `var` is replaced by `variables`. */
  readonly scope: Scope;
  readonly directory: string;
}

/** The reading of an HCL2 template. */
export function readTemplate({
  declarations,
  variables,
  locals,
  builds,
  selection,
  ...rest
}: ReadParts): TemplateReading {
  const selector = new BuildSelector(selection);
  return {
    plugins: declarations.plugins,
    variables: Array.from(declarations.variables.values(), ({ name, description, sensitive, range }) => {
      return { name, description, sensitive, value: variables.get(name) ?? Value.unknownOf(DYNAMIC), range };
    }),
    locals: Array.from(locals, ([name, value]) => ({ name, value })),
    dataSources: declarations.dataSources.map(({ labels: [type, name] }) => {
      return { type: type?.text ?? '', name: name?.text ?? '' };
    }),
    builds: builds.flatMap((build) => {
      const sources = build.sources.filter(({ source }) => selector.selects(fullBuildName(build.name, source)));
      return sources.length === 0 && build.sources.length > 0 ? [] : [readBuildSummary(build, sources)];
    }),
    scope: childScope(rest.scope, [['var', Value.object(variables)]]),
    directory: rest.directory,
  };
}

/** A build block as people are shown it. `sources` are those of its sources that are selected. */
function readBuildSummary(declaration: BuildDeclaration, sources: readonly SourceUse[]): ReadBuild {
  const { name, description, provisioners, errorCleanupProvisioner: cleanup, postProcessorChains } = declaration;
  return {
    name,
    description,
    sources: sources.map(({ source }) => `${source.type}.${source.localName}`),
    provisioners: provisioners.map(readStep),
    errorCleanupProvisioner: cleanup === undefined ? undefined : readStep(cleanup),
    postProcessorChains: postProcessorChains.map((chain) => chain.map(readStep)),
  };
}

const NAME = shape(['name']);

function readStep({ block, scope }: BlockInScope): ReadStep {
  // What is wrong with a name has been reported where the step was planned.
  const quiet = new Findings();
  const { attributes } = contentOf(block.body, NAME, quiet);
  const unknown = Value.unknownOf(DYNAMIC);
  const inStep = { parent: scope, variables: new Map([['build', unknown]]) };
  return { type: block.labels[0]?.text ?? '', name: constantText(attributes.get('name'), quiet, inStep) };
}
