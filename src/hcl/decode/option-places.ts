import type { SourceRange } from '../../kernel/source-range.ts';
import type { Expression } from '../expression-ast.ts';
import { stringLiteral } from '../static-analysis.ts';
import type { Path } from '../values/path.ts';

/** Where options are written, and which of them are not known yet; paths as in `DecodedOptions`. */
export class OptionPlaces {
  readonly #root: SourceRange;
  readonly #ranges = new Map<string, SourceRange>();
  readonly #unknown = new Set<string>();

  /** `root` is what to point at for the options as a whole. */
  constructor(root: SourceRange) {
    this.#root = root;
  }

  /** Notes an argument, and what of its value is written out. */
  addAttribute(path: string, expression: Expression): void {
    this.#ranges.set(path, expression.range);
    if (expression.kind === 'tuple') {
      for (const [index, item] of expression.items.entries()) this.#ranges.set(`${path}[${index}]`, item.range);
    } else if (expression.kind === 'object') {
      for (const { key, value } of expression.items) {
        const name = key.kind === 'name' ? key.name : stringLiteral(key.expression);
        if (name !== undefined) this.#ranges.set(`${path}.${name}`, value.range);
      }
    }
  }

  /** Forgets an argument: its value is null, so it counts as not written. */
  removeAttribute(path: string): void {
    this.#ranges.delete(path);
  }

  addBlock(path: string, header: SourceRange): void {
    this.#ranges.set(path, header);
  }

  addUnknown(path: string): void {
    this.#unknown.add(path);
  }

  /** Where a part of an argument's value is written, as near as can be told. */
  rangeWithin(path: string, part: Path): SourceRange {
    const [step] = part;
    if (step === undefined) return this.range(path);
    const key = step.kind === 'attribute' ? step.name : step.key;
    return this.range(typeof key === 'number' ? `${path}[${key}]` : `${path}.${key}`);
  }

  range(path = ''): SourceRange {
    for (let each = path; each !== ''; each = parent(each)) {
      const range = this.#ranges.get(each);
      if (range !== undefined) return range;
    }
    return this.#root;
  }

  given(path: string): boolean {
    return this.#ranges.has(path);
  }

  /** Also true of what holds something unknown, and of what is within it. */
  unknown(path: string): boolean {
    if (this.#unknown.size === 0) return false;
    for (let each = path; each !== ''; each = parent(each)) if (this.#unknown.has(each)) return true;
    return [...this.#unknown].some((each) => each.startsWith(`${path}.`) || each.startsWith(`${path}[`));
  }
}

/** `a[0].b` is within `a[0]`, which is within `a`. */
function parent(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}
