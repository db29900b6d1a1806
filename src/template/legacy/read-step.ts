import type { JsonNode, JsonObject, JsonProperty } from '../../hcl/json/nodes.ts';
import { didYouMean } from '../../kernel/suggestion.ts';
import type { Findings } from '../findings.ts';
import { onlyAndExcept, stepDuration } from '../step-rules.ts';
import type { LegacyBuilder, LegacyComponent, LegacyStep } from './declarations.ts';
import { JsonReader, property } from './json-reader.ts';

const BUILDER_SETTINGS: readonly string[] = ['type', 'name'];
const PROVISIONER_SETTINGS: readonly string[] = [
  'type',
  'only',
  'except',
  'override',
  'pause_before',
  'timeout',
  'max_retries',
];
const POST_PROCESSOR_SETTINGS: readonly string[] = ['type', 'name', 'only', 'except', 'keep_input_artifact'];

/** Reads builders, provisioners and post-processors, each with what Packer itself reads of it. */
export class ComponentReader {
  readonly #findings: Findings;
  readonly #checks: Findings;
  readonly #json: JsonReader;

  /** What makes no sense although it can be read goes to `checks`. */
  constructor(findings: Findings, checks: Findings) {
    this.#findings = findings;
    this.#checks = checks;
    this.#json = new JsonReader(findings);
  }

  builder(node: JsonNode): LegacyBuilder | undefined {
    const object = this.#json.object(node, 'A builder');
    const component = object === undefined ? undefined : this.#component(object, 'builder', BUILDER_SETTINGS);
    if (object === undefined || component === undefined) return undefined;
    const name = property(object, 'name');
    return {
      ...component,
      name: (name === undefined ? undefined : this.#json.text(name.value, 'The name of a builder')) ?? component.type,
      nameRange: name?.value.range ?? component.typeRange,
    };
  }

  /** `builders` are the names that `only`, `except` and `override` may use. */
  provisioner(node: JsonNode, builders: readonly string[]): LegacyStep | undefined {
    const object = this.#json.object(node, 'A provisioner');
    const component = object === undefined ? undefined : this.#component(object, 'provisioner', PROVISIONER_SETTINGS);
    if (object === undefined || component === undefined) return undefined;
    const maxRetries = property(object, 'max_retries')?.value;
    return {
      ...component,
      ...this.#selection(object, builders),
      name: undefined,
      override: this.#overrides(object, builders),
      pauseBeforeMs: this.#duration(property(object, 'pause_before')) ?? 0,
      timeoutMs: this.#duration(property(object, 'timeout')),
      maxRetries: maxRetries === undefined ? undefined : this.#retries(maxRetries),
      keepInputArtifact: undefined,
    };
  }

  /** One entry of `post-processors`: a type, an object, or an array of those, which is a chain. */
  postProcessors(node: JsonNode, builders: readonly string[]): readonly LegacyStep[] {
    if (node.kind !== 'json-array') {
      const step = this.#postProcessor(node, builders);
      return step === undefined ? [] : [step];
    }
    return node.items.flatMap((item) => {
      if (item.kind === 'json-array') {
        this.#findings.error({
          code: 'nested-post-processors',
          summary: 'A chain of post-processors within a chain',
          detail: 'An array in "post-processors" is one chain, whose items are types or objects, not arrays again.',
          subject: item.openRange,
          context: item.range,
        });
        return [];
      }
      const step = this.#postProcessor(item, builders);
      return step === undefined ? [] : [step];
    });
  }

  #postProcessor(node: JsonNode, builders: readonly string[]): LegacyStep | undefined {
    if (node.kind === 'json-string') {
      const { text: type, range } = node;
      return { ...NO_SETTINGS, type, name: type, range, typeRange: range, object: undefined, options: [] };
    }
    const object = this.#json.object(node, 'A post-processor');
    const component =
      object === undefined ? undefined : this.#component(object, 'post-processor', POST_PROCESSOR_SETTINGS);
    if (object === undefined || component === undefined) return undefined;
    const name = property(object, 'name');
    const keep = property(object, 'keep_input_artifact');
    return {
      ...NO_SETTINGS,
      ...component,
      ...this.#selection(object, builders),
      name:
        (name === undefined ? undefined : this.#json.text(name.value, 'The name of a post-processor')) ??
        component.type,
      keepInputArtifact: keep === undefined ? undefined : this.#json.bool(keep.value, '"keep_input_artifact"'),
    };
  }

  #component(object: JsonObject, kind: string, settings: readonly string[]): LegacyComponent | undefined {
    const type = property(object, 'type');
    const text = type === undefined ? undefined : this.#json.text(type.value, `The type of a ${kind}`);
    if (type === undefined || text === '') {
      this.#findings.error({
        code: 'missing-option',
        summary: `A ${kind} without a type`,
        detail: `A ${kind} says what it is: "type": "${EXAMPLES[kind] ?? 'shell'}".`,
        subject: type?.value.range ?? object.openRange,
        context: object.range,
      });
    }
    if (type === undefined || text === undefined || text === '') return undefined;
    const options = object.properties.filter(({ name }) => !settings.includes(name));
    return { type: text, range: type.range, typeRange: type.value.range, object, options };
  }

  #selection(object: JsonObject, builders: readonly string[]): Pick<LegacyStep, 'only' | 'except'> {
    const names = (setting: 'only' | 'except'): readonly string[] => {
      const written = property(object, setting);
      const items = written === undefined ? [] : this.#json.texts(written.value, `"${setting}"`);
      for (const { text, node } of items) {
        if (builders.includes(text)) continue;
        this.#unknownBuilder(`"${setting}" names "${text}", and there is no such builder`, text, builders, node.range);
      }
      return items.map(({ text }) => text);
    };
    const [only, except] = [names('only'), names('except')];
    if (only.length > 0 && except.length > 0) {
      this.#checks.error(onlyAndExcept(property(object, 'except')?.key.range ?? object.openRange));
    }
    return { only, except };
  }

  #overrides(object: JsonObject, builders: readonly string[]): LegacyStep['override'] {
    const written = property(object, 'override');
    const byBuilder = written === undefined ? undefined : this.#json.object(written.value, '"override"');
    const overrides = new Map<string, readonly JsonProperty[]>();
    for (const { name, key, value } of byBuilder?.properties ?? []) {
      if (!builders.includes(name)) {
        this.#unknownBuilder(`"override" names "${name}", and there is no such builder`, name, builders, key.range);
      }
      const options = this.#json.object(value, `The override for "${name}"`);
      if (options !== undefined) overrides.set(name, options.properties);
    }
    return overrides;
  }

  #unknownBuilder(summary: string, name: string, builders: readonly string[], subject: JsonNode['range']): void {
    this.#checks.error({
      code: 'unknown-builder-name',
      summary,
      detail: `A builder is called by its name, or by its type where it has none, as it is written in the template. There are: ${builders.join(', ')}.${didYouMean(name, builders)}`,
      subject,
    });
  }

  /** Milliseconds; undefined for none at all. A bare number is a number of nanoseconds, as in Packer. */
  #duration(written: JsonProperty | undefined): number | undefined {
    if (written === undefined) return undefined;
    const { name, value } = written;
    if (value.kind === 'number') return Number(value.text) / 1e6 || undefined;
    const text = this.#json.text(value, `"${name}"`);
    if (text === undefined) return undefined;
    const hint = text.includes('{{') ? ' Packer reads it before {{ }} mean anything.' : '';
    return stepDuration(name, text, value.range, this.#findings, hint);
  }

  #retries(node: JsonNode): LegacyStep['maxRetries'] {
    if (node.kind === 'number') return { text: node.text, range: node.range };
    const text = this.#json.text(node, '"max_retries"');
    return text === undefined ? undefined : { text, range: node.range };
  }
}

const EXAMPLES: Readonly<Record<string, string>> = { builder: 'amazon-ebs', 'post-processor': 'manifest' };

const NO_SETTINGS = {
  only: [],
  except: [],
  override: new Map<string, readonly JsonProperty[]>(),
  pauseBeforeMs: 0,
  timeoutMs: undefined,
  maxRetries: undefined,
  keepInputArtifact: undefined,
} as const;
