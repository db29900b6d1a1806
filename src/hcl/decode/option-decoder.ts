import {
  type Diagnostic,
  type DiagnosticParts,
  errorDiagnostic,
  notYetDiagnostic,
  warningDiagnostic,
} from '../../kernel/diagnostics.ts';
import type { AttributeOption, BlockOption, Schema } from '../../kernel/schema.ts';
import type { SourceRange } from '../../kernel/source-range.ts';
import type { Body } from '../ast.ts';
import { evaluate } from '../evaluator.ts';
import { valuesIn } from '../expression-values.ts';
import type { Scope } from '../scope.ts';
import { describePath, type Path } from '../values/path.ts';
import type { Value } from '../values/value.ts';
import { plainAttribute, standIn } from './attribute-values.ts';
import { type BodySchema, type Leftover, meantFor, unexpected } from './content.ts';
import type { ScopedBlock } from './dynamic-block.ts';
import { expandedContent, type ScopedAttribute } from './dynamic-blocks.ts';
import { checkChoices } from './option-choices.ts';
import { missing, nullForRequired, secondBlock } from './option-messages.ts';
import { OptionPlaces } from './option-places.ts';
import type { DecodeHooks, OptionText, ReadValue } from './options.ts';
import { schemaIndex } from './schema-index.ts';

type PlainOptions = Record<string, unknown>;
type Hooks = Omit<DecodeHooks, 'header'>;

/** Reads bodies by schemas, collecting places and diagnostics. */
export class OptionDecoder {
  readonly diagnostics: Diagnostic[] = [];
  readonly #places: OptionPlaces;
  readonly #hooks: Hooks;

  constructor(places: OptionPlaces, hooks: Hooks) {
    this.#places = places;
    this.#hooks = hooks;
  }

  /** `path` is that of the body itself: `` or `launch_block_device_mappings[0]`. */
  decode(body: Body, schema: Schema, scope: Scope, path: string, header: SourceRange): PlainOptions {
    const { bodySchema, attributes, blocks, unwritten } = schemaIndex(schema);
    const options: PlainOptions = { ...unwritten };
    const content = expandedContent(body, bodySchema, scope, (part) => this.#hooks.scopeOf?.(part));
    this.diagnostics.push(...content.diagnostics);
    for (const leftover of content.leftovers) this.#reportLeftover(leftover, bodySchema, path);
    for (const [name, option] of attributes) {
      const written = content.attributes.get(name);
      if (written === undefined && !option.required) continue;
      options[name] = this.#decodeAttribute(name, option, written, pathOf(path, name), header);
    }
    for (const [name, option] of blocks) {
      const written = content.blocks.filter(({ block }) => block.type === name);
      if (written.length === 0 && !option.required) continue;
      options[name] = this.#decodeBlocks(name, option, written, pathOf(path, name), header);
    }
    return options;
  }

  /** What stands there under a wrong name is not missing: what it is to be is only not known. */
  #reportLeftover(leftover: Leftover, { attributes, blocks }: BodySchema, path: string): void {
    const names = attributes.map(({ name }) => name);
    const types = blocks.map(({ type }) => type);
    this.diagnostics.push(unexpected(leftover, names, types));
    const meant = meantFor(leftover, names, types);
    if (meant !== undefined) this.#places.addUnknown(pathOf(path, meant));
  }

  #decodeAttribute(
    name: string,
    option: AttributeOption,
    written: ScopedAttribute | undefined,
    path: string,
    header: SourceRange,
  ): unknown {
    if (written === undefined) {
      if (!this.#places.unknown(path)) this.#error(missing('argument', name, header));
      return this.#standIn(option, path);
    }
    const { attribute, scope } = written;
    this.#note(option, name, attribute.nameRange);
    const { expression } = attribute;
    const evaluated = evaluate(expression, scope);
    this.diagnostics.push(...evaluated.diagnostics);
    this.#places.addAttribute(path, expression);
    const read = this.#read(evaluated.value, { path, option, range: expression.range, sensitive: option.sensitive });
    if (read === undefined) return this.#standIn(option, path);
    const { value, isRendered } = read;
    const plain = plainAttribute(value, option.type, (text, part, sensitive) =>
      isRendered ? text : this.#text(text, { path, option, sensitive: sensitive || option.sensitive }, part),
    );
    switch (plain.kind) {
      case 'value':
        if (plain.unknownPaths.length === 0 && !option.required && countsAsUnwritten(plain.data, option)) {
          this.#places.removeAttribute(path);
          return option.default;
        }
        for (const suffix of plain.unknownPaths) this.#places.addUnknown(`${path}${suffix}`);
        if (plain.unknownPaths.length > 0 || plain.data !== false) {
          this.#reportNotYet(option, name, attribute.nameRange);
        }
        if (plain.unknownPaths.length === 0) {
          const secret = value.isSensitive || option.sensitive;
          this.diagnostics.push(...checkChoices(name, option, plain.data, secret, expression.range));
        }
        return plain.data;
      case 'null':
        this.#places.removeAttribute(path);
        if (!option.required) return option.default;
        this.#error(nullForRequired(name, expression.range));
        return this.#standIn(option, path);
      case 'fault': {
        const values = option.sensitive ? [] : valuesIn(expression, scope);
        this.#error({
          code: 'invalid-option-value',
          summary: `Invalid value for "${name}${describePath(plain.fault.path)}"`,
          detail: plain.fault.message,
          subject: this.#places.rangeWithin(path, plain.fault.path),
          context: attribute.range,
          ...(values.length > 0 && { values }),
        });
        return this.#standIn(option, path);
      }
    }
  }

  /** After an error: to be judged as little as what is not known. */
  #standIn(option: AttributeOption, path: string): unknown {
    this.#places.addUnknown(path);
    return standIn(option.type);
  }

  /** What the value is taken for; undefined when that was refused, and reported. */
  #read(value: Value, place: OptionText): ReadValue | undefined {
    const read = this.#hooks.value?.(value, place) ?? { value, isRendered: false };
    if (!('severity' in read)) return read;
    this.diagnostics.push(read);
    return undefined;
  }

  #text(text: string, place: Omit<OptionText, 'range'>, part: Path): string | undefined {
    if (this.#hooks.text === undefined) return text;
    const range = this.#places.rangeWithin(place.path, part);
    const rendered = this.#hooks.text(text, { ...place, path: place.path + pathSuffix(part), range });
    if (typeof rendered === 'string') return rendered;
    this.diagnostics.push(rendered);
    this.#places.addUnknown(place.path);
    return undefined;
  }

  #decodeBlocks(
    name: string,
    option: BlockOption,
    blocks: readonly ScopedBlock[],
    path: string,
    header: SourceRange,
  ): unknown {
    const undetermined = blocks.filter((scoped) => scoped.undetermined);
    for (const { block, scope } of undetermined) {
      this.#places.addUnknown(path);
      this.#places.addBlock(path, block.headerRange);
      // Only for its errors: what it holds belongs to no block that is certain to be there.
      const decoder = new OptionDecoder(new OptionPlaces(block.headerRange), {
        ...this.#hooks,
        scopeOf: () => undefined,
      });
      decoder.decode(block.body, option.schema, scope, path, block.headerRange);
      this.diagnostics.push(...decoder.diagnostics);
    }
    const determined = blocks.filter((scoped) => !scoped.undetermined);
    if (blocks.length === 0 && option.required && !this.#places.unknown(path))
      this.#error(missing('block', name, header));
    const [first] = determined;
    if (first !== undefined) {
      this.#note(option, name, first.block.typeRange);
      this.#places.addBlock(path, first.block.headerRange);
    }
    const [written] = blocks;
    if (written !== undefined) this.#reportNotYet(option, name, written.block.typeRange);
    if (option.repeated) {
      return determined.map((scoped, index) => this.#decodeBlock(scoped, option, `${path}[${index}]`));
    }
    for (const { block } of determined.slice(1)) this.#error(secondBlock(name, block.headerRange));
    return first === undefined ? undefined : this.#decodeBlock(first, option, path);
  }

  #decodeBlock({ block, scope }: ScopedBlock, option: BlockOption, path: string): PlainOptions {
    this.#places.addBlock(path, block.headerRange);
    return this.decode(block.body, option.schema, scope, path, block.headerRange);
  }

  #note(option: AttributeOption | BlockOption, name: string, subject: SourceRange): void {
    if (option.note === undefined) return;
    const parts = { code: 'option-note', summary: `Note on "${name}"`, detail: option.note, subject };
    this.diagnostics.push(warningDiagnostic(parts));
  }

  #reportNotYet(option: AttributeOption | BlockOption, name: string, subject: SourceRange): void {
    if (option.notYet === undefined) return;
    const summary = `"${name}" does not work yet`;
    this.diagnostics.push(notYetDiagnostic({ code: 'option-not-yet', summary, detail: option.notYet, subject }));
  }

  #error(parts: DiagnosticParts): void {
    this.diagnostics.push(errorDiagnostic(parts));
  }
}

/**
 * Packer knows no difference between an option that is not written and one with an empty text, 0 or an empty collection:
 * templates leave an option out by such a value of a variable. False is a value.
 */
function countsAsUnwritten(data: unknown, { type, emptyIsValue }: AttributeOption): boolean {
  if (emptyIsValue || type === 'duration') return false;
  if (typeof data === 'object' && data !== null) return Object.keys(data).length === 0;
  return data === '' || data === 0;
}

/** Of an option of the body at `path`. */
function pathOf(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function pathSuffix(path: Path): string {
  return path
    .map((step) => {
      const key = step.kind === 'attribute' ? step.name : step.key;
      return typeof key === 'number' ? `[${key}]` : `.${key}`;
    })
    .join('');
}
