import { type Diagnosed, errorDiagnostic } from '../../kernel/diagnostics.ts';
import type { Attribute, Body, BodyItem } from '../ast.ts';

/** A body with other items; its ranges stay. */
export function bodyOf(original: Body, items: readonly BodyItem[]): Body {
  const attributes = new Map(
    items.filter((item): item is Attribute => item.kind === 'attribute').map((item) => [item.name, item]),
  );
  return { ...original, items, attributes, blocks: items.filter((item) => item.kind === 'block') };
}

/**
 * Two bodies as one, which is what a source in a build block is to the source of the same name: blocks of both count,
 * and an argument that is in both is an error. Ranges are those of `first`.
 */
export function mergeBodies(first: Body, second: Body): Diagnosed<Body> & { readonly value: Body } {
  const diagnostics = [...second.attributes.values()].flatMap((attribute) => {
    const earlier = first.attributes.get(attribute.name);
    if (earlier === undefined) return [];
    const { filename, start } = earlier.nameRange;
    return errorDiagnostic({
      code: 'duplicate-argument',
      summary: 'Argument set twice',
      detail: `The argument "${attribute.name}" was already set at ${filename}:${start.line}:${start.column}. Each argument may be set only once.`,
      subject: attribute.nameRange,
    });
  });
  const added = second.items.filter((item) => item.kind === 'block' || !first.attributes.has(item.name));
  return { value: bodyOf(first, [...first.items, ...added]), diagnostics };
}
