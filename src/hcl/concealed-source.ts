import type { SecretRegistry } from '../kernel/secrets.ts';
import { Source } from './source.ts';

/** Stands for each character that must not be shown, so that offsets stay what they are; no text has it (Unicode, 23.7). */
const CONCEALED = '\uFFFE';
const CONCEALED_RUN = /\uFFFE+/g;

const made = new WeakMap<
  Source,
  { readonly revision: number; readonly secrets: SecretRegistry; readonly source: Source }
>();

/** The source without what must not be shown of it, with the same lines and offsets; to be shown by `withMasks`. */
export function concealedSource(source: Source, secrets: SecretRegistry): Source {
  const known = made.get(source);
  if (known !== undefined && known.secrets === secrets && known.revision === secrets.revision) return known.source;
  const { filename, text } = source;
  const spans = [...secrets.spansIn(filename, text)].sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\r\n]/g, CONCEALED));
    at = end;
  }
  const concealed = spans.length === 0 ? source : new Source(filename, parts.join('') + text.slice(at));
  made.set(source, { revision: secrets.revision, secrets, source: concealed });
  return concealed;
}

/** A piece of a concealed source in which what is not shown is one character, however long it is; to be shown by `withMasks`. */
export function withoutLengths(text: string): string {
  return text.replace(CONCEALED_RUN, CONCEALED);
}

/** A piece of a concealed source for people: `***` for what is not shown, whose length is not told either. */
export function withMasks(text: string): string {
  return text.replace(CONCEALED_RUN, '***');
}
