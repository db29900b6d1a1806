import type { Diagnosed, Diagnostic } from '../../kernel/diagnostics.ts';
import type { AttributeOption, DecodedOptions, OptionsOf, Schema } from '../../kernel/schema.ts';
import type { SourceRange } from '../../kernel/source-range.ts';
import type { Body } from '../ast.ts';
import type { Scope } from '../scope.ts';
import type { Value } from '../values/value.ts';
import { OptionDecoder } from './option-decoder.ts';
import { OptionPlaces } from './option-places.ts';

/** A text that an option holds, on its way into the decoded options. */
export interface OptionText {
  /** As in `DecodedOptions`: `ami_name`, `tags.Name`. */
  readonly path: string;
  readonly option: AttributeOption;
  /** The expression that the text comes from, as near as can be told. */
  readonly range: SourceRange;
  readonly sensitive: boolean;
}

/** An argument's value, on its way into the decoded options. */
export interface ReadValue {
  readonly value: Value;
  /** Whether its texts are what they are meant to be, and the hook `text` is not to be asked about them. */
  readonly isRendered: boolean;
}

export interface DecodeHooks {
  /** What to point at where an option is missing: the header of the block. Default: the end of the body. */
  readonly header?: SourceRange;
  /** What to make of each text (strings, durations, elements of lists and maps): another text, or why it is wrong. */
  text?(text: string, place: OptionText): string | Diagnostic;
  /** What to take an argument's value for, before it is converted to the type of its option. Default: what it is. */
  value?(value: Value, place: OptionText): ReadValue | Diagnostic;
  /**
   * The scope of a body that was merged with others, such as a block that a `dynamic` has made, whose iterator the others
   * do not see. Undefined, and default: the scope of all of them.
   */
  scopeOf?(part: Body): Scope | undefined;
}

/**
 * Reads a body by the options that a component declares, `dynamic` blocks included, into plain data; everything that is
 * wrong comes out at once. There always is a value: after an error it holds stand-ins, and must not be used but to look
 * for more errors.
 */
export function decodeOptions<S extends Schema>(
  body: Body,
  schema: S,
  scope: Scope,
  hooks: DecodeHooks = {},
): Diagnosed<DecodedOptions<OptionsOf<S>>> & { readonly value: DecodedOptions<OptionsOf<S>> } {
  const header = hooks.header ?? body.endRange;
  const places = new OptionPlaces(header);
  const decoder = new OptionDecoder(places, hooks);
  const options = decoder.decode(body, schema, scope, '', header);
  return {
    value: {
      // The decoder fills in every name of the schema with what its option is declared to hold.
      options: options as OptionsOf<S>,
      range: (path) => places.range(path),
      given: (path) => places.given(path),
      unknown: (path) => places.unknown(path),
    },
    diagnostics: decoder.diagnostics,
  };
}
