import type { Source } from '../hcl/source.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { suggestion } from '../kernel/suggestion.ts';

/** What a bare name may have been meant for. */
export interface ReferableNames {
  readonly variables: Iterable<string>;
  readonly locals: Iterable<string>;
}

/**
 * Says of a name that no expression knows what it was probably meant for: a variable or a local without its `var.` or
 * `local.`, the iterator of a dynamic block, or a variable of the shell. `source.x` and the like are not meant.
 */
export function explainBareName(
  diagnostic: Diagnostic,
  source: Source,
  range: SourceRange,
  names: ReferableNames,
): Diagnostic {
  const name = source.slice(range);
  if (name === 'build') {
    return {
      ...diagnostic,
      detail: 'build.… is what the run finds out: it is only known in provisioners and post-processors.',
    };
  }
  if (name === 'each') {
    return {
      ...diagnostic,
      detail:
        'In the content of a dynamic block the iterator is called as the block is, unless "iterator" names it: in dynamic "tag" write tag.key and tag.value.',
    };
  }
  const otherwise = fillsInterpolation(source, range) ? forTheShell(name) : TEXT;
  const meant = referable(diagnostic, name, names);
  if (meant.length === 0) return { ...diagnostic, detail: diagnostic.detail.replace(TEXT, () => otherwise) };
  return {
    ...diagnostic,
    detail: `There is no variable named "${name}". Did you mean ${meant.join(' or ')}? ${otherwise}`,
  };
}

const TEXT = 'To write text, enclose it in double quotes.';

function forTheShell(name: string): string {
  return `If \${${name}} is meant for the shell, write $\${${name}} or $${name}.`;
}

/** Whether the name is all that stands between `${` and `}`. */
function fillsInterpolation({ text }: Source, { start, end }: SourceRange): boolean {
  return text.startsWith('${', start.offset - 2) && text[end.offset] === '}';
}

function referable({ detail }: Diagnostic, name: string, { variables, locals }: ReferableNames): readonly string[] {
  const named = (wanted: string): readonly string[] => [
    ...(includes(variables, wanted) ? [`var.${wanted}`] : []),
    ...(includes(locals, wanted) ? [`local.${wanted}`] : []),
  ];
  const exact = named(name);
  // Something nearer to the name than a whole reference may have been suggested already.
  if (exact.length > 0 || detail.includes('Did you mean')) return exact;
  const nearest = suggestion(name, both(variables, locals));
  return nearest === undefined ? [] : named(nearest);
}

/** Without a list of them: there may be many names, and many that are wrong. */
function includes(names: Iterable<string>, wanted: string): boolean {
  for (const name of names) if (name === wanted) return true;
  return false;
}

function* both(first: Iterable<string>, second: Iterable<string>): Generator<string> {
  yield* first;
  yield* second;
}
