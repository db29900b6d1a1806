import type { Block, Body } from '../hcl/ast.ts';
import { justAttributes } from '../hcl/decode/content.ts';
import type { Expression } from '../hcl/expression-ast.ts';
import { isIdentifier } from '../hcl/identifier.ts';
import type { Scope } from '../hcl/scope.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { contentOf, shape } from './block-content.ts';
import { constantBool } from './constants.ts';
import type { Findings } from './findings.ts';
import { misnamedLegacyTemplate } from './legacy/misnamed-template.ts';
import { readPackerBlock } from './packer-block.ts';
import type { RequiredPlugin } from './required-plugin.ts';
import { readOldVariable, readVariable, type VariableDeclaration } from './variable-declarations.ts';

/** All that a template's files declare, whichever file it stands in. */
export interface Declarations {
  readonly plugins: readonly RequiredPlugin[];
  readonly variables: ReadonlyMap<string, VariableDeclaration>;
  readonly locals: ReadonlyMap<string, LocalDeclaration>;
  /** By `type.name`. */
  readonly sources: ReadonlyMap<string, SourceDeclaration>;
  readonly dataSources: readonly Block[];
  readonly builds: readonly Block[];
  /** `hcp_packer_registry`. */
  readonly registries: readonly Block[];
}

/** An attribute of a block `locals`, or a block `local`. */
export interface LocalDeclaration {
  readonly name: string;
  readonly expression: Expression;
  readonly sensitive: boolean;
  readonly range: SourceRange;
}

/** A block `source` at the top of a file. */
export interface SourceDeclaration {
  readonly type: string;
  readonly name: string;
  readonly body: Body;
  readonly range: SourceRange;
  readonly typeRange: SourceRange;
}

const SHAPE = shape([], {
  packer: [],
  variable: ['name'],
  variables: [],
  locals: [],
  local: ['name'],
  source: ['type', 'name'],
  data: ['type', 'name'],
  build: [],
  communicator: ['type', 'name'],
  hcp_packer_registry: [],
});
const LOCAL_SHAPE = {
  attributes: [{ name: 'expression', required: true }, { name: 'sensitive' }],
  blocks: [],
};

/** Reads the blocks of all files. `scope` is what defaults of variables may use. */
export function readDeclarations(bodies: readonly Body[], scope: Scope, findings: Findings): Declarations {
  const reader = new DeclarationReader(scope, findings);
  for (const body of bodies) {
    const misnamed = misnamedLegacyTemplate(body);
    if (misnamed !== undefined) {
      findings.add([misnamed]);
      continue;
    }
    for (const block of contentOf(body, SHAPE, findings).blocks) reader.read(block);
  }
  return reader;
}

class DeclarationReader implements Declarations {
  readonly #plugins = new Map<string, RequiredPlugin>();
  readonly variables = new Map<string, VariableDeclaration>();
  readonly locals = new Map<string, LocalDeclaration>();
  readonly sources = new Map<string, SourceDeclaration>();
  readonly dataSources: Block[] = [];
  readonly builds: Block[] = [];
  readonly registries: Block[] = [];
  readonly #scope: Scope;
  readonly #findings: Findings;

  constructor(scope: Scope, findings: Findings) {
    this.#scope = scope;
    this.#findings = findings;
  }

  get plugins(): readonly RequiredPlugin[] {
    return [...this.#plugins.values()];
  }

  read(block: Block): void {
    const [first, second] = block.labels.map(({ text }) => text);
    switch (block.type) {
      case 'packer':
        for (const plugin of readPackerBlock(block, this.#findings)) {
          this.#add(this.#plugins, plugin.name, plugin, 'plugin');
        }
        break;
      case 'variable':
        this.#variable(block, first ?? '');
        break;
      case 'variables':
        for (const attribute of this.#attributesOnly(block)) {
          this.#add(
            this.variables,
            attribute.name,
            readOldVariable(attribute, this.#scope, this.#findings),
            'variable',
          );
        }
        break;
      case 'locals':
        for (const { name, expression, nameRange } of this.#attributesOnly(block)) {
          this.#add(this.locals, name, { name, expression, sensitive: false, range: nameRange }, 'local');
        }
        break;
      case 'local':
        this.#local(block, first ?? '');
        break;
      case 'source':
        this.#source(block, first ?? '', second ?? '');
        break;
      case 'data':
        this.dataSources.push(block);
        break;
      case 'build':
        this.builds.push(block);
        break;
      case 'hcp_packer_registry':
        this.registries.push(block);
        break;
      default:
        this.#passOver(block);
    }
  }

  #variable(block: Block, name: string): void {
    if (!this.#isName(name, 'variable', block)) return;
    this.#add(this.variables, name, readVariable(block, name, this.#scope, this.#findings), 'variable');
  }

  #local(block: Block, name: string): void {
    const { attributes } = contentOf(block.body, LOCAL_SHAPE, this.#findings, block.headerRange);
    const expression = attributes.get('expression')?.expression;
    const sensitive = constantBool(attributes.get('sensitive'), this.#findings) ?? false;
    if (!this.#isName(name, 'local', block) || expression === undefined) return;
    this.#add(this.locals, name, { name, expression, sensitive, range: block.headerRange }, 'local');
  }

  /** Whether expressions can use the name; if not, that is reported. */
  #isName(name: string, what: string, { labels, headerRange }: Block): boolean {
    if (isIdentifier(name)) return true;
    this.#findings.error({
      code: 'invalid-name',
      summary: `Invalid ${what} name "${name}"`,
      detail: 'A name begins with a letter or an underscore, and holds only letters, digits, underscores and dashes.',
      subject: labels[0]?.range ?? headerRange,
    });
    return false;
  }

  #source(block: Block, type: string, name: string): void {
    const typeRange = block.labels[0]?.range ?? block.headerRange;
    this.#add(
      this.sources,
      `${type}.${name}`,
      { type, name, body: block.body, range: block.headerRange, typeRange },
      'source',
    );
  }

  /** A block that holds nothing but `name = value`. */
  #attributesOnly(block: Block) {
    const { attributes, diagnostics } = justAttributes(block.body);
    this.#findings.add(diagnostics);
    return attributes.values();
  }

  #passOver(block: Block): void {
    this.#findings.warning({
      code: 'ignored-block',
      summary: `The block "${block.type}" does nothing here`,
      detail: 'Packer accepts this block and never uses it; communicator options belong in the source.',
      subject: block.headerRange,
    });
  }

  #add<D extends { readonly range: SourceRange }>(all: Map<string, D>, name: string, declared: D, what: string): void {
    const before = all.get(name);
    if (before === undefined) {
      all.set(name, declared);
      return;
    }
    const { filename, start } = before.range;
    this.#findings.error({
      code: `duplicate-${what}`,
      summary: `Duplicate ${what} "${name}"`,
      detail: `A ${what} of that name is declared at ${filename}:${start.line} already.`,
      subject: declared.range,
    });
  }
}
