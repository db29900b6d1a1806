import { type Diagnostic, errorDiagnostic } from '../../kernel/diagnostics.ts';
import type { SourceRange } from '../../kernel/source-range.ts';
import type { Attribute, Block, BlockLabel } from '../ast.ts';
import { evaluate } from '../evaluator.ts';
import { childScope, functionsOf, type Scope } from '../scope.ts';
import { keyword } from '../static-analysis.ts';
import { convert } from '../values/convert.ts';
import { isIterable, iterate } from '../values/iterate.ts';
import { DYNAMIC, friendlyName, STRING } from '../values/types.ts';
import { Value } from '../values/value.ts';
import { bodyContent } from './content.ts';

/** A block with the scope in which its content is to be evaluated. */
export interface ScopedBlock {
  readonly block: Block;
  readonly scope: Scope;
  /**
   * It is not known yet how many such blocks there will be: this one stands for all of them, to have its content
   * checked; the iterator in its scope is unknown.
   */
  readonly undetermined: boolean;
}

interface MadeBlocks {
  readonly blocks: readonly ScopedBlock[];
  readonly diagnostics: readonly Diagnostic[];
}

const DYNAMIC_SCHEMA = {
  attributes: [{ name: 'for_each', required: true }, { name: 'iterator' }, { name: 'labels' }],
  blocks: [{ type: 'content', labels: [] }],
} as const;

/** Above this a `for_each` is a mistake; each block costs time and memory. */
const MAXIMUM_BLOCKS = 10_000;
/** What making one block costs, its content apart. */
const STEPS_PER_BLOCK = 50;

/**
 * A block `dynamic "type"` (HCL's dynblock extension): it makes one block per element of `for_each`, with `<type>.key` and
 * `<type>.value` in scope, or the name that `iterator` gives.
 */
export class DynamicBlock {
  readonly #block: Block;
  readonly #scope: Scope;
  readonly #diagnostics: Diagnostic[] = [];

  constructor(block: Block, scope: Scope) {
    this.#block = block;
    this.#scope = scope;
  }

  expand(): MadeBlocks {
    return { blocks: this.#blocks(), diagnostics: this.#diagnostics };
  }

  #blocks(): readonly ScopedBlock[] {
    const [type] = this.#block.labels;
    if (type === undefined) return [];
    const { attributes, blocks, diagnostics } = bodyContent(this.#block.body, DYNAMIC_SCHEMA, this.#block.headerRange);
    this.#diagnostics.push(...diagnostics);
    const forEach = attributes.get('for_each');
    const [content, secondContent] = blocks;
    if (content === undefined) {
      return this.#fail(
        'invalid-dynamic-block',
        `A dynamic block must hold a block "content" with what each block "${type.text}" is to hold.`,
        this.#block.headerRange,
      );
    }
    if (secondContent !== undefined) {
      this.#fail('invalid-dynamic-block', 'A dynamic block holds only one block "content".', secondContent.typeRange);
    }
    const iterator = this.#iterator(attributes.get('iterator'), type);
    if (forEach === undefined || iterator === undefined) return [];
    const elements = this.#elements(forEach);
    if (elements === undefined) return [];
    return elements.map(({ key, value, undetermined }) => {
      const scope = childScope(this.#scope, [[iterator, Value.object({ key, value })]]);
      const labels = this.#labels(attributes.get('labels'), scope);
      return { block: this.#make(type, labels, content), scope, undetermined };
    });
  }

  #make(type: BlockLabel, labels: readonly BlockLabel[], content: Block): Block {
    return {
      ...content,
      type: type.text,
      typeRange: type.range,
      labels,
      headerRange: this.#block.headerRange,
      range: this.#block.range,
    };
  }

  #iterator(attribute: Attribute | undefined, type: BlockLabel): string | undefined {
    if (attribute === undefined) return type.text;
    const name = keyword(attribute.expression);
    if (name !== undefined) return name;
    this.#fail(
      'invalid-dynamic-block',
      attribute.expression.kind === 'json-string'
        ? 'The iterator is the name of a variable: "iterator": "each"'
        : 'The iterator is the name of a variable, written without quotes: iterator = each',
      attribute.expression.range,
    );
    return undefined;
  }

  /** What to make blocks of; a single unknown element when that is not known yet; undefined after an error. */
  #elements(attribute: Attribute): readonly { key: Value; value: Value; undetermined: boolean }[] | undefined {
    const { range } = attribute.expression;
    const { value, diagnostics } = evaluate(attribute.expression, this.#scope);
    this.#diagnostics.push(...diagnostics);
    const { value: collection, marks } = value.unmark();
    if (collection.isNull) {
      this.#fail('invalid-for-each', 'The value of "for_each" is null. To make no blocks, use an empty list.', range);
      return undefined;
    }
    if (collection.type.kind !== 'dynamic' && !isIterable(collection)) {
      const given = friendlyName(collection.type);
      this.#fail(
        'invalid-for-each',
        `The value of "for_each" must be a list, set, tuple, map or object, but is a ${given}.`,
        range,
      );
      return undefined;
    }
    if (collection.isUnknown) {
      const unknown = Value.unknownOf(DYNAMIC).withMarks(marks);
      return [{ key: unknown, value: unknown, undetermined: true }];
    }
    const elements = [...iterate(collection)];
    if (elements.length > MAXIMUM_BLOCKS) {
      this.#fail(
        'invalid-for-each',
        `"for_each" has ${elements.length} elements; at most ${MAXIMUM_BLOCKS} blocks can be made.`,
        range,
      );
      return undefined;
    }
    // Where there is no budget, there are no functions either, and little to make blocks of.
    if (functionsOf(this.#scope)?.environment.budget.trySteps(STEPS_PER_BLOCK * elements.length) === false) {
      this.#fail(
        'evaluation-limit',
        'The template makes more blocks than can be evaluated: look for "dynamic" blocks within each other.',
        range,
      );
      return undefined;
    }
    return elements.map((each) => ({
      key: each.key.withMarks(marks),
      value: each.value.withMarks(marks),
      undetermined: false,
    }));
  }

  #labels(attribute: Attribute | undefined, scope: Scope): readonly BlockLabel[] {
    if (attribute === undefined) return [];
    const { expression } = attribute;
    if (expression.kind !== 'tuple') {
      this.#fail(
        'invalid-dynamic-block',
        'The labels of a dynamic block are written as a list: labels = ["a", "b"]',
        expression.range,
      );
      return [];
    }
    return expression.items.map((item): BlockLabel => {
      const { value, diagnostics } = evaluate(item, scope);
      this.#diagnostics.push(...diagnostics);
      const converted = convert(value.unmark().value, STRING);
      const known = converted.ok && converted.value.isKnown && !converted.value.isNull;
      if (!known && diagnostics.length === 0) {
        this.#fail(
          'invalid-dynamic-block',
          'A block label must be a string that is known before the build.',
          item.range,
        );
      }
      return { text: known ? converted.value.asString() : '', quoted: true, range: item.range };
    });
  }

  #fail(code: string, detail: string, subject: SourceRange): readonly ScopedBlock[] {
    const context = this.#block.headerRange;
    this.#diagnostics.push(errorDiagnostic({ code, summary: 'Invalid dynamic block', detail, subject, context }));
    return [];
  }
}
