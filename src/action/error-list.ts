import { errorPage } from '../app/texts/error-page.ts';
import type { BakeError } from '../kernel/errors.ts';
import type { MarkdownWriter } from './markdown.ts';

/** An error in Markdown: what happened, and below it what to do. */
export function errorText({ message, hint }: BakeError, write: MarkdownWriter): string {
  return `${write.text(message)}${hint === undefined ? '' : `<br>➜ ${write.text(hint)}`}`;
}

/** The codes of errors, each once and with a link to where it is explained; empty where there is no more to say. */
export function errorCodes(errors: readonly BakeError[], write: MarkdownWriter): string {
  const pages = errors.map(errorPage).filter((page) => page !== undefined);
  const links = new Map(pages.map(({ code, address }) => [code, `<a href="${address}">${write.code(code)}</a>`]));
  if (links.size === 0) return '';
  return `<sub>Error ${links.size === 1 ? 'code' : 'codes'} ${[...links.values()].join(', ')}</sub>`;
}
