import fc, { type GeneratorValue } from 'fast-check';
import { quoteHcl } from '../../../src/hcl/values/inspect.ts';

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** An expression, and the value that it was made to have. */
export interface Made<T extends Plain = Plain> {
  readonly text: string;
  readonly value: T;
}

const PIECES = [
  'a',
  'B',
  '7',
  ' ',
  '-',
  'é',
  '👩‍🚀',
  '"',
  '\\',
  '\n',
  '\t',
  '$',
  '{',
  '}',
  '%',
  '${',
  '%{',
  '~',
  '#',
  "'",
];
const TEXT = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 8 });
const WORD = fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0'), minLength: 1, maxLength: 5 });
const NUMBER = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0.5, -2.25, 1e6));
/** For `fc.gen`, which knows them again by the function. */
const anyText = () => TEXT;
const anyWord = () => WORD;
const anyNumber = () => NUMBER;
const anyKey = () => KEY;
const KEY = fc.constantFrom('a', 'b', 'for', 'x-y', 'é', 'null', '1', 'k v', '');
const MAXIMUM_DEPTH = 3;

/** Makes expressions with values known beforehand, of `names`: what may be referred to. */
export class ExpressionMaker {
  readonly #g: GeneratorValue;
  readonly #names: readonly Made[];

  constructor(g: GeneratorValue, names: readonly Made[]) {
    this.#g = g;
    this.#names = names;
  }

  any(depth = 0): Made {
    const simple = [() => this.text(depth), () => this.number(depth), () => this.bool(depth), () => this.#name()];
    const deep = [() => this.list(depth + 1), () => this.object(depth + 1), () => this.#part(depth + 1)];
    return this.#one(depth < MAXIMUM_DEPTH ? [...simple, ...deep, ...deep] : simple);
  }

  text(depth = 0): Made<string> {
    const literal = (): Made<string> => this.#literalText(this.#g(anyText));
    if (depth >= MAXIMUM_DEPTH) return literal();
    return this.#one<Made<string>>([
      literal,
      () => this.#known((value) => typeof value === 'string') ?? literal(),
      () => this.#interpolation(depth + 1),
      () => this.#choice((next) => this.text(next), depth + 1),
      () => {
        const letters = this.#g(anyWord);
        return { text: `upper(${quoteHcl(letters)})`, value: letters.toUpperCase() };
      },
      () => {
        const items = this.texts(depth + 1);
        return { text: `join("-", ${items.text})`, value: items.value.join('-') };
      },
      () => {
        const inner = this.text(depth + 1);
        return { text: `try([][0], ${inner.text})`, value: inner.value };
      },
      () => {
        const inner = this.text(depth + 1);
        return { text: `(${this.#gap()}${inner.text}${this.#gap()})`, value: inner.value };
      },
    ]);
  }

  number(depth = 0): Made<number> {
    const literal = (): Made<number> => {
      const value = this.#g(anyNumber);
      return { text: String(value), value };
    };
    if (depth >= MAXIMUM_DEPTH) return literal();
    return this.#one<Made<number>>([
      literal,
      () => {
        const [left, right] = [this.number(depth + 1), this.number(depth + 1)];
        return { text: `(${left.text} + ${right.text})`, value: left.value + right.value };
      },
      () => {
        const items = this.list(depth + 1);
        return { text: `length(${items.text})`, value: items.value.length };
      },
      () => this.#choice((next) => this.number(next), depth + 1),
    ]);
  }

  bool(depth = 0): Made<boolean> {
    const literal = (): Made<boolean> => {
      const value = this.#g(fc.boolean);
      return { text: String(value), value };
    };
    if (depth >= MAXIMUM_DEPTH) return literal();
    return this.#one<Made<boolean>>([
      literal,
      () => {
        const [left, right] = [this.number(depth + 1), this.number(depth + 1)];
        return { text: `(${left.text} < ${right.text})`, value: left.value < right.value };
      },
      () => {
        const [left, right] = [this.bool(depth + 1), this.bool(depth + 1)];
        return { text: `(${left.text} && !${right.text})`, value: left.value && !right.value };
      },
      () => {
        const inner = this.any(depth + 1);
        return { text: `can(${inner.text})`, value: true };
      },
    ]);
  }

  list(depth = 0): Made<readonly Plain[]> {
    const items = this.#times(3, () => this.any(depth + 1));
    return {
      text: this.#bracketed(
        '[',
        items.map(({ text }) => text),
        ']',
        ',',
      ),
      value: items.map(({ value }) => value),
    };
  }

  texts(depth = 0): Made<readonly string[]> {
    const items = this.#times(3, () => this.text(depth + 1));
    const written = this.#bracketed(
      '[',
      items.map(({ text }) => text),
      ']',
      ',',
    );
    const value = items.map((item) => item.value);
    if (!this.#g(fc.boolean)) return { text: written, value };
    return { text: `[for x in ${written} : "<\${x}>"]`, value: value.map((each) => `<${each}>`) };
  }

  object(depth = 0): Made<Readonly<Record<string, Plain>>> {
    return this.#objectOf(() => this.any(depth + 1));
  }

  /** An object whose values are all texts. */
  textMap(depth = 0): Made<Readonly<Record<string, string>>> {
    return this.#objectOf(() => this.text(depth + 1));
  }

  #objectOf<T extends Plain>(item: () => Made<T>): Made<Readonly<Record<string, T>>> {
    const entries = new Map(this.#times(3, () => [this.#g(anyKey), item()] as const));
    const written = Array.from(entries, ([key, { text }]) => `${this.#key(key)} = ${text}`);
    const value = Object.fromEntries(Array.from(entries, ([key, made]) => [key, made.value]));
    return { text: this.#bracketed('{', written, '}', this.#g(fc.boolean) ? ',' : '\n'), value };
  }

  #name(): Made {
    return this.#known(() => true) ?? { text: 'null', value: null };
  }

  #known<T extends Plain>(fits: (value: Plain) => boolean): Made<T> | undefined {
    const fitting = this.#names.filter((each): each is Made<T> => fits(each.value));
    return fitting.length === 0 ? undefined : this.#g(fc.constantFrom<Made<T>[]>, ...fitting);
  }

  /** An element, an attribute, or what a splat gives. */
  #part(depth: number): Made {
    return this.#one<Made>([
      () => {
        const [first, second] = [this.any(depth), this.any(depth)];
        return { text: `[${first.text}, ${second.text}][1]`, value: second.value };
      },
      () => {
        const inner = this.any(depth);
        return { text: `{ a = ${inner.text}, b = 1 }.a`, value: inner.value };
      },
      () => {
        const [first, second] = [this.any(depth), this.any(depth)];
        return { text: `[{ a = ${first.text} }, { a = ${second.text} }][*].a`, value: [first.value, second.value] };
      },
    ]);
  }

  #interpolation(depth: number): Made<string> {
    const [before, after] = [this.#g(anyText), this.#g(anyText)];
    const inner = this.text(depth);
    // What stands before an interpolation must not be the half of an escape of it.
    const start = before.replace(/[$%]+$/, '');
    const text = `"${quoteHcl(start).slice(1, -1)}\${${inner.text}}${quoteHcl(after).slice(1, -1)}"`;
    return { text, value: start + inner.value + after };
  }

  #choice<T extends Plain>(make: (depth: number) => Made<T>, depth: number): Made<T> {
    const [condition, yes, no] = [this.bool(depth), make(depth), make(depth)];
    return { text: `(${condition.text} ? ${yes.text} : ${no.text})`, value: condition.value ? yes.value : no.value };
  }

  #literalText(value: string): Made<string> {
    return { text: quoteHcl(value), value };
  }

  #key(key: string): string {
    return key === 'a' || key === 'b' ? key : quoteHcl(key);
  }

  #bracketed(open: string, items: readonly string[], close: string, separator: ',' | '\n'): string {
    if (items.length === 0) return open + close;
    if (separator === '\n') return `${open}\n${items.join('\n')}\n${close}`;
    return this.#g(fc.boolean) ? `${open} ${items.join(', ')} ${close}` : `${open}\n${items.join(',\n')},\n${close}`;
  }

  #gap(): string {
    return this.#g(fc.constantFrom, '', ' ', '\n', '/* x */', '# x\n');
  }

  #times<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.#g(fc.nat, { max: most }) }, make);
  }

  #one<T>(makers: readonly (() => T)[]): T {
    const index = this.#g(fc.nat, { max: makers.length - 1 });
    const make = makers[index];
    if (make === undefined) throw new Error('Nothing to choose from');
    return make();
  }
}
