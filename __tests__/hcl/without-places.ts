/**
 * A tree as plain data that can be compared: without ranges, without what is there a second time for quick access, and
 * without the difference between a quoted template and a heredoc, which mean the same.
 */
export function withoutPlaces(tree: object): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => {
      if (key === 'expansion') return value !== undefined;
      const isLeftOut = /^(range|attributes|blocks)$|Range$/.test(key) || (key === 'form' && TEMPLATE_FORMS.has(value));
      return isLeftOut ? undefined : value;
    }),
  );
}

const TEMPLATE_FORMS: ReadonlySet<unknown> = new Set(['quoted', 'heredoc', 'bare']);
