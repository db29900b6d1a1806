import type { SourceRange } from './source-range.ts';

/**
 * The declaration of a component's options. Decoding with ranges, the TypeScript type (`OptionsOf`), the messages about
 * unknown options, defaults, secrecy and the reference documentation all come from this one record.
 */
export type Schema = Readonly<Record<string, Option>>;

export type Option = AttributeOption | BlockOption;

/** What an attribute holds, and what it is decoded to. */
interface AttributeValues {
  string: string;
  number: number;
  bool: boolean;
  /** Text in Go's notation (`5m`), decoded to milliseconds. */
  duration: number;
  /** list(string) */
  strings: readonly string[];
  /** list(list(string)) */
  'string-lists': readonly (readonly string[])[];
  /** map(string) */
  'string-map': Readonly<Record<string, string>>;
}
export type AttributeType = keyof AttributeValues;

/**
 * When the `{{ }}` of Packer's older template language in an option's texts is rendered: once while the template is
 * read, or left for the component, which renders it with what only the run knows; `twice`: the one, and what came of it
 * again by the other; or never, because it is not ours.
 */
export type Rendering = 'prepare' | 'twice' | 'never' | RenderedAtRun;

/** What there is for `{{ .Name }}` then. */
export interface RenderedAtRun {
  /** Names that the component gives for this option alone. */
  readonly fields: readonly string[];
  /** Whether there is the build's data beside them (`ID`, `Host`, what the builder announces, …). */
  readonly hasBuildData: boolean;
}

/** With the build's data, and with these fields. */
export function atRun(...fields: readonly string[]): RenderedAtRun {
  return { fields, hasBuildData: true };
}

/** With these fields alone. */
export function atRunWithOnly(...fields: readonly string[]): RenderedAtRun {
  return { fields, hasBuildData: false };
}

/**
 * What an option decides: what the image is; what it is called, of which only counts what does not change with the time; or
 * how the run goes, and what can be set on a finished image. Only the first two are part of an image's fingerprint.
 */
export type Decides = 'image' | 'name' | 'run';

export interface AttributeOption<T extends AttributeType = AttributeType, D = unknown> {
  readonly kind: 'attribute';
  readonly type: T;
  /** One or more sentences for the reference; Markdown. */
  readonly doc: string;
  readonly required: boolean;
  readonly default: D;
  readonly sensitive: boolean;
  readonly rendering: Rendering;
  /** Whether an empty value (`""`, 0, `[]`) is one; else it counts as not written, as it does for Packer. */
  readonly emptyIsValue: boolean;
  /** The only values allowed, where there is such a list. */
  readonly choices: readonly string[] | undefined;
  /**
   * It is decoded and judged, and does not work yet: what to do instead, in whole sentences. Said where the option is
   * written with a value that asks for something (not false, nor empty).
   */
  readonly notYet: string | undefined;
  /** A warning shown where the option is written: what it does differently here, or that it does nothing any more. */
  readonly note: string | undefined;
  readonly decides: Decides;
}

export interface BlockOption<S extends Schema = Schema, R extends boolean = boolean> {
  readonly kind: 'block';
  readonly schema: S;
  /** Whether the block may be written several times; decoded to an array then. */
  readonly repeated: R;
  readonly doc: string;
  readonly required: boolean;
  readonly note: string | undefined;
  /** As in `AttributeOption`. */
  readonly notYet: string | undefined;
  readonly decides: Decides;
}

type ValueOf<O> =
  O extends BlockOption<infer S, infer R>
    ? R extends true
      ? readonly OptionsOf<S>[]
      : OptionsOf<S> | undefined
    : O extends AttributeOption<infer T, infer D>
      ? AttributeValues[T] | (D extends undefined ? (O extends { required: true } ? never : undefined) : never)
      : never;

/** The decoded options of a schema: every name is present; what was not given is its default or undefined. */
export type OptionsOf<S extends Schema> = { readonly [K in keyof S]: ValueOf<S[K]> };

/** Options with where they stand in the template, so that every later check can point at the text. */
export interface DecodedOptions<O> {
  readonly options: O;
  /**
   * Where an option is written, for messages: `ami_name`, `tags.Name`, `launch_block_device_mappings[0].volume_size`.
   * A path that is not written gives the range of the nearest block that is.
   */
  range(path?: string): SourceRange;
  /** Whether the template itself gives the option (a default does not count). */
  given(path: string): boolean;
  /**
   * Whether the value is not known yet (it depends on a data source or on the machine): `options` then holds Packer's
   * stand-in (`<unknown>`, 0, false, or an empty collection), which no check may judge.
   */
  unknown(path: string): boolean;
}

interface AttributeSettings {
  readonly doc: string;
  readonly sensitive?: boolean;
  readonly rendering?: Rendering;
  readonly emptyIsValue?: boolean;
  readonly choices?: readonly string[];
  readonly notYet?: string;
  readonly note?: string;
  /** Default: `image`, which is the safe answer. */
  readonly decides?: Decides;
}

function attribute<T extends AttributeType>(type: T) {
  return {
    /** May be left out; decoded to undefined then. */
    optional: (settings: AttributeSettings): AttributeOption<T, undefined> & { required: false } => ({
      kind: 'attribute',
      type,
      required: false,
      default: undefined,
      ...common(settings),
    }),
    required: (settings: AttributeSettings): AttributeOption<T, undefined> & { required: true } => ({
      kind: 'attribute',
      type,
      required: true,
      default: undefined,
      ...common(settings),
    }),
    withDefault: (
      value: AttributeValues[T],
      settings: AttributeSettings,
    ): AttributeOption<T, AttributeValues[T]> & { required: false } => ({
      kind: 'attribute',
      type,
      required: false,
      default: value,
      ...common(settings),
    }),
  };
}

function common(settings: AttributeSettings) {
  return {
    doc: settings.doc,
    sensitive: settings.sensitive ?? false,
    rendering: settings.rendering ?? 'prepare',
    emptyIsValue: settings.emptyIsValue ?? false,
    choices: settings.choices,
    notYet: settings.notYet,
    note: settings.note,
    decides: settings.decides ?? 'image',
  } as const;
}

interface BlockSettings {
  readonly doc: string;
  readonly required?: boolean;
  readonly note?: string;
  readonly notYet?: string;
  readonly decides?: Decides;
}

function blockOption<S extends Schema, R extends boolean>(
  schema: S,
  repeated: R,
  settings: BlockSettings,
): BlockOption<S, R> {
  return {
    kind: 'block',
    schema,
    repeated,
    doc: settings.doc,
    required: settings.required ?? false,
    note: settings.note,
    notYet: settings.notYet,
    decides: settings.decides ?? 'image',
  };
}

/** How schemas are written: `{ region: option.string.optional({ doc: '…' }), tag: option.blocks({ … }, { doc: '…' }) }`. */
export const option = {
  string: attribute('string'),
  number: attribute('number'),
  bool: attribute('bool'),
  duration: attribute('duration'),
  strings: attribute('strings'),
  stringLists: attribute('string-lists'),
  stringMap: attribute('string-map'),
  block: <S extends Schema>(schema: S, settings: BlockSettings): BlockOption<S, false> =>
    blockOption(schema, false, settings),
  blocks: <S extends Schema>(schema: S, settings: BlockSettings): BlockOption<S, true> =>
    blockOption(schema, true, settings),
} as const;

/** The same options, of which these (default: all) decide something else than they say. */
export function deciding<S extends Schema>(decides: Decides, schema: S, names = Object.keys(schema)): S {
  const entries = Object.entries(schema).map(([name, each]): [string, Option] => [
    name,
    names.includes(name) ? { ...each, decides } : each,
  ]);
  return Object.fromEntries(entries) as S;
}
