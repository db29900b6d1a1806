import type { Attribute, Block } from '../hcl/ast.ts';
import { partialContent } from '../hcl/decode/content.ts';
import type { Scope } from '../hcl/scope.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import { shape } from './block-content.ts';
import { constantBool, constantNumber, constantText, constantTexts } from './constants.ts';
import type { Findings } from './findings.ts';
import { overridesFor } from './step-overrides.ts';
import { invalidRetries, isMeantFor, onlyAndExcept, stepDuration } from './step-rules.ts';

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
      this.#findings.error(onlyAndExcept(this.#attribute('except')?.nameRange ?? this.#block.headerRange));
    }
    return isMeantFor(source, only, except);
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
    return stepDuration(setting, text, attribute.expression.range, this.#findings);
  }

  get maxRetries(): number {
    const attribute = this.#attribute('max_retries');
    const retries = constantNumber(attribute, this.#findings, this.#scope) ?? 0;
    if (attribute === undefined || (Number.isSafeInteger(retries) && retries >= 0)) return retries;
    this.#findings.error(invalidRetries(String(retries), attribute.expression.range));
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
