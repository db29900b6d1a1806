import { type Diagnostic, errorDiagnostic } from '../../kernel/diagnostics.ts';
import type { Attribute, Body, BodyItem, JsonBody, MergedBody, NativeBody } from '../ast.ts';

/** A body with these items; its ranges are those of `place`. */
export function nativeBody(
  { range, endRange }: Pick<Body, 'range' | 'endRange'>,
  items: readonly BodyItem[],
): NativeBody {
  const attributes = new Map(items.filter((item) => item.kind === 'attribute').map((item) => [item.name, item]));
  return { kind: 'body', items, attributes, blocks: items.filter((item) => item.kind === 'block'), range, endRange };
}

/**
 * Two bodies as one, which is what a source in a build block is to the source of the same name: blocks of both count,
 * and an argument that is in both is an error, told to whoever asks for it. Ranges are those of `first`.
 */
export function mergeBodies(first: Body, second: Body): MergedBody {
  const { range, endRange } = first;
  return { kind: 'merged-body', parts: [...bodyParts(first), ...bodyParts(second)], range, endRange };
}

/** The bodies that a body is made of. */
export function bodyParts(body: Body): readonly (NativeBody | JsonBody)[] {
  return body.kind === 'merged-body' ? body.parts : [body];
}

/** What to say of an argument that is set a second time. */
export function duplicateAttribute({ name, nameRange, range }: Attribute, earlier: Attribute): Diagnostic {
  const { filename, start } = earlier.nameRange;
  return errorDiagnostic({
    code: 'duplicate-argument',
    summary: 'Argument set twice',
    detail: `The argument "${name}" was already set at ${filename}:${start.line}:${start.column}. Each argument may be set only once.`,
    subject: nameRange,
    context: range,
  });
}
