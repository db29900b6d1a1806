import type { Body } from '../hcl/ast.ts';
import { type DecodeHooks, decodeOptions, type OptionText, type ReadValue } from '../hcl/decode/options.ts';
import { childScope, type Scope } from '../hcl/scope.ts';
import { DYNAMIC } from '../hcl/values/types.ts';
import { Value } from '../hcl/values/value.ts';
import type { Diagnosed, Diagnostic } from '../kernel/diagnostics.ts';
import type { AttributeType, DecodedOptions, Schema } from '../kernel/schema.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { IteratedBody } from './build-declarations.ts';
import type { Findings } from './findings.ts';
import { deepFreeze } from './frozen.ts';
import { renderOptionText } from './option-text.ts';
import type { GeneratedData, PlannedComponent } from './plan.ts';
import type { RemoteAnswers } from './remote-answers.ts';
import { withNewName } from './renamed-options.ts';
import type { FindSource } from './text-place.ts';
import type { TextRenderer } from './text-renderer.ts';

/** One block that a plugin runs, before its options are decoded. */
export interface ComponentBlock {
  readonly type: string;
  readonly schema: Schema;
  /** Its own options only. */
  readonly body: Body;
  readonly range: SourceRange;
  readonly renderer: TextRenderer;
  /** What its expressions may use; before the run without data. */
  scope(generated: GeneratedData | undefined): Scope;
  /** Variables that hide those of `scope`, for a part of the body. */
  readonly iterated: IteratedBody | undefined;
  /** What a value is taken for where its option is of another type: in the older JSON templates. Default: what HCL says. */
  readonly typing?: (value: Value, type: AttributeType) => Value;
}

/** Decodes a block's options as far as they are known, ready to be decoded again at the run. */
export function planComponent(
  block: ComponentBlock,
  findSource: FindSource,
  remote: RemoteAnswers,
  findings: Findings,
): PlannedComponent {
  const decode = (generated: GeneratedData | undefined): Diagnosed<DecodedOptions<unknown>> & Decoded => {
    const warnings: Diagnostic[] = [];
    const scope = block.scope(generated);
    const { iterated } = block;
    const inner = iterated === undefined ? undefined : childScope(scope, iterated.variables);
    const render = (text: string, place: OptionText): string | Diagnostic =>
      renderOptionText(text, place, block.renderer, findSource, warnings, generated);
    const hooks: DecodeHooks = {
      header: block.range,
      text: render,
      ...(block.typing !== undefined && { value: (value, place) => typedValue(value, place, block, render) }),
      scopeOf: (part) => (part === iterated?.body ? inner : undefined),
    };
    const { value, diagnostics } = decodeOptions(block.body, block.schema, scope, hooks);
    deepFreeze(value.options);
    const clear = diagnostics.map((each) => withNewName(each, block.type, findSource));
    return { value, diagnostics: [...clear, ...warnings] };
  };
  const planned = decode(undefined);
  findings.add(planned.diagnostics);
  const { type, range } = block;
  return { type, range, decoded: planned.value, atRun: (generated) => remote.settle(() => decode(generated)) };
}

interface Decoded {
  readonly value: DecodedOptions<unknown>;
}

/** A text for an option that is no text says what it is only when its `{{ }}` are rendered. */
function typedValue(
  value: Value,
  place: OptionText,
  { typing, renderer }: Pick<ComponentBlock, 'typing' | 'renderer'>,
  render: (text: string, place: OptionText) => string | Diagnostic,
): ReadValue | Diagnostic {
  if (typing === undefined || value.isNull || value.isUnknown) return { value, isRendered: false };
  const { type } = place.option;
  if (asksForUnknown(value, renderer)) return { value: Value.unknownOf(DYNAMIC), isRendered: true };
  const isTemplate = value.type.kind === 'string' && value.asString().includes('{{');
  if (!isTemplate || type === 'string') return { value: typing(value, type), isRendered: false };
  const text = render(value.asString(), place);
  return typeof text === 'string' ? { value: typing(Value.string(text), type), isRendered: true } : text;
}

function asksForUnknown(value: Value, renderer: TextRenderer): boolean {
  if (value.type.kind === 'string' && !value.isNull) return renderer.asksForUnknown(value.asString());
  return value.children().some((each) => asksForUnknown(each, renderer));
}
