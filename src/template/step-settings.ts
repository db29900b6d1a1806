import type { Attribute, Block } from '../hcl/ast.ts';
import { partialContent } from '../hcl/decode/content.ts';
import type { Scope } from '../hcl/scope.ts';
import { parseDuration } from '../kernel/duration.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import { shape } from './block-content.ts';
import { constantBool, constantNumber, constantText, constantTexts } from './constants.ts';
import type { Findings } from './findings.ts';
import { overridesFor } from './step-overrides.ts';

/** What every provisioner takes beside its own options. */
export const PROVISIONER_SETTINGS: readonly string[] = [
  'name',
  'only',
  'except',
  'pause_before',
  'timeout',
  'max_retries',
  'continue_on_error',
  'override',
];

/** What every post-processor takes beside its own options. */
export const POST_PROCESSOR_SETTINGS: readonly string[] = ['name', 'only', 'except', 'keep_input_artifact'];

/** Reads those settings of one block, as one build sees them. */
export class StepSettings {
  readonly #block: Block;
  readonly #settings: ReadonlyMap<string, Attribute>;
  readonly #scope: Scope;
  readonly #findings: Findings;

  /** `names` are the settings that the block may have. */
  constructor(block: Block, names: readonly string[], scope: Scope, findings: Findings) {
    this.#block = block;
    const content = partialContent(block.body, shape(names));
    findings.add(content.diagnostics);
    this.#settings = content.attributes;
    this.#scope = scope;
    this.#findings = findings;
  }

  get name(): string | undefined {
    return constantText(this.#attribute('name'), this.#findings, this.#scope);
  }

  /**
   * Whether the step runs for this source (`amazon-ebs.ubuntu`), by `only` and `except`; `all` are the sources of the
   * build block, one of which each entry should name.
   */
  runsFor(source: string, all: readonly string[]): boolean {
    const only = this.#names('only', all);
    const except = this.#names('except', all);
    if (only.length > 0 && except.length > 0) {
      this.#findings.error({
        code: 'only-and-except',
        summary: 'Both "only" and "except"',
        detail: 'A block takes either "only" or "except", not both.',
        subject: this.#attribute('except')?.nameRange ?? this.#block.headerRange,
      });
    }
    return only.length > 0 ? only.includes(source) : !except.includes(source);
  }

  #names(setting: 'only' | 'except', all: readonly string[]): readonly string[] {
    const attribute = this.#attribute(setting);
    const names = constantTexts(attribute, this.#findings, this.#scope) ?? [];
    for (const name of names) {
      if (all.includes(name) || attribute === undefined) continue;
      this.#findings.warning({
        code: 'unmatched-step-selection',
        summary: `"${setting}" names "${name}", which is no source of this build`,
        detail: `The sources of the build are: ${all.join(', ')}.${didYouMean(name, all)} Names are written type.name, without wildcards.`,
        subject: attribute.expression.range,
      });
    }
    return names;
  }

  /** Milliseconds; undefined when it is not set, or `0s`, which in Packer is no limit and no pause. */
  duration(setting: 'pause_before' | 'timeout'): number | undefined {
    const attribute = this.#attribute(setting);
    const text = constantText(attribute, this.#findings, this.#scope);
    if (attribute === undefined || text === undefined || text === '') return undefined;
    const milliseconds = parseDuration(text);
    if (milliseconds !== undefined && milliseconds >= 0) return milliseconds === 0 ? undefined : milliseconds;
    this.#findings.error({
      code: 'invalid-duration',
      summary: `Invalid duration for "${setting}"`,
      detail: `"${text}" is no duration. Write a number with its unit, such as "30s", "5m" or "1h30m".`,
      subject: attribute.expression.range,
    });
    return undefined;
  }

  get maxRetries(): number {
    const attribute = this.#attribute('max_retries');
    const retries = constantNumber(attribute, this.#findings, this.#scope) ?? 0;
    if (attribute === undefined || (Number.isSafeInteger(retries) && retries >= 0)) return retries;
    this.#findings.error({
      code: 'invalid-value',
      summary: 'Invalid value for "max_retries"',
      detail: `The number of tries after the first one has to be a whole number, 0 or more; ${retries} is not.`,
      subject: attribute.expression.range,
    });
    return 0;
  }

  bool(setting: 'continue_on_error' | 'keep_input_artifact'): boolean | undefined {
    return constantBool(this.#attribute(setting), this.#findings, this.#scope);
  }

  /** The attributes that `override` sets for one source; `all` are the local names of the build's sources. */
  overrides(localName: string, all: readonly string[]): readonly Attribute[] {
    const attribute = this.#attribute('override');
    return attribute === undefined ? [] : overridesFor(attribute, localName, all, this.#scope, this.#findings);
  }

  #attribute(name: string): Attribute | undefined {
    return this.#settings.get(name);
  }
}
