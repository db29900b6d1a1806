import type { SourceRange } from '../kernel/source-range.ts';
import { suggestion } from '../kernel/suggestion.ts';
import type { Declarations, SourceDeclaration } from './declarations.ts';
import type { Findings } from './findings.ts';
import type { ComponentCatalog } from './plan.ts';
import { parseSourceReference } from './source-reference.ts';
import { unknownComponent } from './unknown-component.ts';

/** The `source` blocks of a template, as its builds refer to them. */
export class DeclaredSources {
  readonly #declarations: Pick<Declarations, 'sources' | 'plugins'>;
  readonly #catalog: ComponentCatalog;
  readonly #findings: Findings;

  constructor(declarations: Pick<Declarations, 'sources' | 'plugins'>, catalog: ComponentCatalog, findings: Findings) {
    this.#declarations = declarations;
    this.#catalog = catalog;
    this.#findings = findings;
  }

  /** The first one's `type.name`. */
  get first(): string | undefined {
    return [...this.#declarations.sources.keys()][0];
  }

  /** What `reference` names, with or without `source.`; what names none is reported at `range`. */
  find(reference: string, range: SourceRange): SourceDeclaration | undefined {
    const parsed = parseSourceReference(reference);
    if (parsed === undefined) {
      this.#findings.error({
        code: 'invalid-source-reference',
        summary: `Invalid source reference "${reference}"`,
        detail: 'A source is referred to by its type and its name: "source.amazon-ebs.ubuntu".',
        subject: range,
      });
      return undefined;
    }
    const { type, name } = parsed;
    const found = this.#declarations.sources.get(`${type}.${name}`);
    if (found !== undefined) return found;
    this.#findings.error({
      code: 'unknown-source',
      summary: `Unknown source "${reference}"`,
      detail: `The template has no block source "${type}" "${name}".${this.#hint(type, name)}`,
      subject: range,
    });
    return undefined;
  }

  /** Where the nearest block is the one that is misspelt, that is reported there, and its name is not suggested. */
  #hint(type: string, name: string): string {
    const { sources, plugins } = this.#declarations;
    const nearest = suggestion(`${type}.${name}`, sources.keys());
    const meant = nearest === undefined ? undefined : sources.get(nearest);
    if (meant === undefined) return '';
    const { builders } = this.#catalog;
    if (builders.has(meant.type) || !builders.has(type)) return ` Did you mean "${nearest}"?`;
    this.#findings.add([unknownComponent('builder', meant.type, meant.typeRange, this.#catalog, plugins)]);
    return ` There is a block source "${meant.type}" "${meant.name}": correct its type if it is meant.`;
  }
}
