import { isRecord } from '../../kernel/is-record.ts';
import type { Decides, DecodedOptions, Option, Schema } from '../../kernel/schema.ts';
import type { GeneratedData, RenderTemplate } from '../../template/plan.ts';
import { canonicalJson } from './canonical-json.ts';

/** What one option comes to, where it decides something about an image. */
export interface DecidingValue {
  readonly option: string;
  readonly decides: Exclude<Decides, 'run'>;
  /** Texts, numbers, lists and maps; what is left for the run to render is rendered. */
  readonly value: unknown;
}

/** How texts are rendered that an option leaves for the run. */
export interface RunTexts {
  readonly render: RenderTemplate;
  readonly generated: GeneratedData;
}

/**
 * The options that decide about an image and say something else than their default: writing a default, or the order in
 * which options are written, makes no difference.
 */
export function decidingValues(
  schema: Schema,
  { options }: Pick<DecodedOptions<unknown>, 'options'>,
  texts: RunTexts,
): readonly DecidingValue[] {
  if (!isRecord(options)) return [];
  return Object.entries(schema).flatMap(([option, declared]): DecidingValue[] => {
    if (declared.decides === 'run') return [];
    const value = deciding(declared, options[option], texts);
    return value === undefined ? [] : [{ option, decides: declared.decides, value }];
  });
}

function deciding(declared: Option, value: unknown, texts: RunTexts): unknown {
  if (value === undefined || value === null) return undefined;
  if (declared.kind === 'block') {
    if (Array.isArray(value))
      return value.length === 0 ? undefined : value.map((each) => blockOf(declared.schema, each, texts));
    return blockOf(declared.schema, value, texts);
  }
  if (canonicalJson(value) === canonicalJson(declared.default)) return undefined;
  const isForRun = typeof declared.rendering === 'object' || declared.rendering === 'twice';
  if (!isForRun) return value;
  const fields = typeof declared.rendering === 'object' ? declared.rendering.fields : [];
  return renderedAll(value, { ...texts, generated: { ...texts.generated, ...standIns(fields) } });
}

function blockOf(schema: Schema, value: unknown, texts: RunTexts): unknown {
  return Object.fromEntries(decidingValues(schema, { options: value }, texts).map((each) => [each.option, each.value]));
}

function renderedAll(value: unknown, texts: RunTexts): unknown {
  if (typeof value === 'string') return rendered(value, texts);
  if (Array.isArray(value)) return value.map((each) => renderedAll(each, texts));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renderedAll(each, texts)]));
}

/** A text that can't be rendered fails the build where it is used; here it counts as it is written. */
function rendered(text: string, { render, generated }: RunTexts): string {
  if (!text.includes('{{')) return text;
  try {
    return render(text, generated);
  } catch {
    return text;
  }
}

/** For what only a machine has (its id, its address): it is another one each time, and no other image for that. */
export function standIns(names: readonly string[]): GeneratedData {
  return Object.fromEntries(names.map((name) => [name, `<${name}>`]));
}
