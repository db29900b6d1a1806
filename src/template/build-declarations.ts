import type { Attribute, Block, Body } from '../hcl/ast.ts';
import { mergeBodies } from '../hcl/decode/bodies.ts';
import { partialContent } from '../hcl/decode/content.ts';
import { references } from '../hcl/references.ts';
import type { Scope } from '../hcl/scope.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { type BlockInScope, expandedContentOf, shape } from './block-content.ts';
import { constantText, constantTexts } from './constants.ts';
import type { SourceDeclaration } from './declarations.ts';
import type { DeclaredSources } from './declared-sources.ts';
import type { Findings } from './findings.ts';
import type { HcpRegistryReader } from './hcp-registry.ts';
import type { SourceName } from './plan.ts';

/** A build block, taken apart. */
export interface BuildDeclaration {
  /** Empty where it has none. */
  readonly name: string;
  readonly description: string | undefined;
  readonly sources: readonly SourceUse[];
  readonly provisioners: readonly BlockInScope[];
  readonly errorCleanupProvisioner: BlockInScope | undefined;
  readonly postProcessorChains: readonly (readonly BlockInScope[])[];
  /** Where its header is. */
  readonly range: SourceRange;
}

/** A source as one build block uses it. */
export interface SourceUse {
  readonly source: SourceName;
  /** The source's own body, with what the build block adds. */
  readonly body: Body;
  /** What only the build block's part of the body sees, where a `dynamic "source"` has made that part: its iterator. */
  readonly iterated: IteratedBody | undefined;
  readonly declaration: SourceDeclaration;
}

export interface IteratedBody {
  readonly body: Body;
  readonly variables: Scope['variables'];
}

const SHAPE = shape(['name', 'description', 'sources'], {
  source: ['reference'],
  provisioner: ['type'],
  'error-cleanup-provisioner': ['type'],
  'post-processor': ['type'],
  'post-processors': [],
  hcp_packer_registry: [],
  from: ['type'],
});
const CHAIN_SHAPE = shape([], { 'post-processor': ['type'] });
const SOURCE_USE_SHAPE = shape(['name']);

/** Reads a build block; `dynamic` blocks in it are expanded. */
export function readBuild(
  block: Block,
  sources: DeclaredSources,
  registries: HcpRegistryReader,
  scope: Scope,
  findings: Findings,
): BuildDeclaration {
  return new BuildReader(sources, registries, scope, findings).read(block);
}

class BuildReader {
  readonly #sources: DeclaredSources;
  readonly #registries: HcpRegistryReader;
  readonly #scope: Scope;
  readonly #findings: Findings;

  constructor(sources: DeclaredSources, registries: HcpRegistryReader, scope: Scope, findings: Findings) {
    this.#sources = sources;
    this.#registries = registries;
    this.#scope = scope;
    this.#findings = findings;
  }

  read(block: Block): BuildDeclaration {
    const { attributes, blocks } = expandedContentOf(block.body, SHAPE, this.#scope, this.#findings);
    const ofType = (type: string): readonly BlockInScope[] => blocks.filter((each) => each.block.type === type);
    const listed = this.#listedSources(attributes.get('sources'));
    const written = ofType('source').map((each) => this.#writtenSource(each));
    if (listed?.length === 0 && written.length === 0) this.#missingSources(block);
    for (const registry of ofType('hcp_packer_registry')) this.#registries.read(registry.block, registry.scope);
    for (const unused of ofType('from')) this.#passOver(unused.block);
    return {
      name: constantText(attributes.get('name'), this.#findings, this.#scope) ?? '',
      description: constantText(attributes.get('description'), this.#findings, this.#scope),
      sources: [...(listed ?? []), ...written].filter((use) => use !== undefined),
      provisioners: ofType('provisioner'),
      errorCleanupProvisioner: this.#atMostOne(ofType('error-cleanup-provisioner')),
      postProcessorChains: this.#chains(blocks),
      range: block.headerRange,
    };
  }

  /** `sources = ["source.amazon-ebs.ubuntu", …]`; undefined when that can't be read. */
  #listedSources(attribute: Attribute | undefined): readonly (SourceUse | undefined)[] | undefined {
    if (attribute === undefined) return [];
    const { expression } = attribute;
    const texts = constantTexts(attribute, this.#findings, this.#scope);
    // What the expression refers to is not known, so nothing can be said to be missing.
    if (texts === undefined || (texts.length === 0 && references(expression).length > 0)) return undefined;
    const items = expression.kind === 'tuple' && expression.items.length === texts.length ? expression.items : [];
    return texts.map((text, index) => this.#use(text, items[index]?.range ?? expression.range, undefined));
  }

  /** `source "amazon-ebs.ubuntu" { name = … }`, which may add options. */
  #writtenSource(written: BlockInScope): SourceUse | undefined {
    const [label] = written.block.labels;
    return this.#use(label?.text ?? '', label?.range ?? written.block.headerRange, written);
  }

  #use(reference: string, range: SourceRange, written: BlockInScope | undefined): SourceUse | undefined {
    const declaration = this.#sources.find(reference, range);
    if (declaration === undefined) return undefined;
    const { type, name } = declaration;
    if (written === undefined) {
      const source = { type, name, localName: name };
      return { source, body: declaration.body, iterated: undefined, declaration };
    }
    const added = partialContent(written.block.body, SOURCE_USE_SHAPE);
    this.#findings.add(added.diagnostics);
    const localName = constantText(added.attributes.get('name'), this.#findings, written.scope) ?? name;
    const body = mergeBodies(declaration.body, added.rest);
    const iterated =
      written.scope === this.#scope ? undefined : { body: added.rest, variables: written.scope.variables };
    return { source: { type, name, localName }, body, iterated, declaration };
  }

  /** In the order of the file: a `post-processor` is a chain of one, `post-processors` holds a longer one. */
  #chains(blocks: readonly BlockInScope[]): readonly (readonly BlockInScope[])[] {
    return blocks.flatMap((each) => {
      if (each.block.type === 'post-processor') return [[each]];
      if (each.block.type !== 'post-processors') return [];
      return [expandedContentOf(each.block.body, CHAIN_SHAPE, each.scope, this.#findings).blocks];
    });
  }

  #atMostOne(blocks: readonly BlockInScope[]): BlockInScope | undefined {
    const [first, second] = blocks;
    if (second !== undefined) {
      this.#findings.error({
        code: 'duplicate-block',
        summary: 'A second error-cleanup-provisioner',
        detail: 'A build has at most one error-cleanup-provisioner.',
        subject: second.block.headerRange,
      });
    }
    return first;
  }

  #missingSources(block: Block): void {
    const example = this.#sources.first ?? 'amazon-ebs.ubuntu';
    this.#findings.error({
      code: 'missing-sources',
      summary: 'A build without a source',
      detail: `A build names what it builds: sources = ["source.${example}"].`,
      subject: block.headerRange,
    });
  }

  #passOver(block: Block): void {
    this.#findings.warning({
      code: 'ignored-block',
      summary: `The block "${block.type}" does nothing here`,
      detail: 'Packer accepts this block and never uses it.',
      subject: block.headerRange,
    });
  }
}
