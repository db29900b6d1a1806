import { BakeError } from '../kernel/errors.ts';
import { alternatives, didYouMean } from '../kernel/suggestion.ts';

/** What a flag takes. `list` flags may be given several times and hold commas, as Packer's `-only`. */
export type FlagKind = 'boolean' | 'string' | 'strings' | 'list';

export interface Flag {
  readonly kind: FlagKind;
  /** One line for the help; `NAME=VALUE` style placeholder first where it takes a value. */
  readonly doc: string;
  /** Shown in the help after the name: `-var NAME=VALUE`. */
  readonly placeholder?: string;
}

export interface ParsedArguments {
  readonly flags: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
  /** The flag whose value the last word is, where a space stands between them. */
  readonly lastValueOf?: string;
}

/** Wrong usage: exit code 2. */
export class UsageError extends BakeError {
  override readonly name = 'UsageError';

  constructor(message: string, hint: string) {
    super(message, { code: 'usage', category: 'input', hint });
  }
}

/** Puts the command first: as with Packer, `-machine-readable` may stand before it. */
export function commandFirst(words: readonly string[]): readonly string[] {
  const [first, command, ...rest] = words;
  const isEarly = first !== undefined && command !== undefined && /^--?machine-readable(=\w+)?$/.test(first);
  return isEarly ? [command, first, ...rest] : words;
}

/**
 * Reads arguments in the manner of Go's `flag` package, which Packer's users are used to: one dash or two, `-name value`
 * or `-name=value`, booleans as `-name` or `-name=false`; unlike there, flags may also follow the template.
 */
export function parseArguments(
  command: string,
  words: readonly string[],
  flags: Readonly<Record<string, Flag>>,
): ParsedArguments {
  const found = new Map<string, string[]>();
  const positionals: string[] = [];
  let lastValueOf: string | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--') {
      positionals.push(...words.slice(index + 1));
      break;
    }
    if (word === '-' || !word.startsWith('-')) {
      positionals.push(word);
      continue;
    }
    const [, name = '', , inline] = /^--?([^=]+)(=([\s\S]*))?$/.exec(word) ?? [];
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (flag === undefined) {
      throw new UsageError(
        `bake-ami ${command} has no flag -${name}.`,
        `${didYouMean(
          `-${name}`,
          Object.keys(flags).map((known) => `-${known}`),
        ).trim()} bake-ami ${command} -help lists all.`.trim(),
      );
    }
    let value = inline;
    if (value === undefined && flag.kind === 'boolean') value = 'true';
    if (value === undefined) {
      index += 1;
      value = words[index];
      lastValueOf = index === words.length - 1 ? name : undefined;
      if (value === undefined) throw new UsageError(`The flag -${name} needs a value.`, `Write -${name}=VALUE.`);
    }
    if (flag.kind === 'boolean' && !/^(true|false|1|0)$/.test(value)) {
      throw new UsageError(`The flag -${name} is "${value}".`, 'It takes true or false.');
    }
    const values = flag.kind === 'list' ? value.split(',').filter((part) => part !== '') : [value];
    found.set(
      name,
      flag.kind === 'string' || flag.kind === 'boolean' ? values : [...(found.get(name) ?? []), ...values],
    );
  }
  return { flags: found, positionals, ...(lastValueOf !== undefined && { lastValueOf }) };
}

/** For commands that take nothing but flags. */
export function refusePositionals(command: string, { positionals: [word] }: ParsedArguments): void {
  if (word === undefined) return;
  throw new UsageError(
    `bake-ami ${command} takes no "${word}".`,
    `It takes flags only. bake-ami ${command} -help lists all.`,
  );
}

export function flagText({ flags }: ParsedArguments, name: string): string | undefined {
  return flags.get(name)?.[0];
}

export function flagOn({ flags }: ParsedArguments, name: string, byDefault = false): boolean {
  const value = flags.get(name)?.[0];
  return value === undefined ? byDefault : value === 'true' || value === '1';
}

export function flagList({ flags }: ParsedArguments, name: string): readonly string[] {
  return flags.get(name) ?? [];
}

/** The value of a flag that takes one of a few words. */
export function flagChoice<T extends string>(
  parsed: ParsedArguments,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = flagText(parsed, name);
  if (value === undefined) return undefined;
  const found = choices.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new UsageError(`The flag -${name} is "${value}".`, `It takes ${alternatives(choices)}.`);
}

/** The value of a flag that takes a whole number, `least` or more. */
export function flagNumber(
  parsed: ParsedArguments,
  name: string,
  least: 0 | -1 = 0,
  most = 999_999,
): number | undefined {
  const value = flagText(parsed, name);
  if (value === undefined) return undefined;
  if ((/^\d{1,6}$/.test(value) && Number(value) <= most) || value === String(least)) return Number(value);
  throw new UsageError(`The flag -${name} is "${value}".`, `It takes a whole number from ${least} to ${most}.`);
}
