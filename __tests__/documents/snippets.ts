import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '..', '..');

/** A piece of code in a document, between fences. */
export interface Snippet {
  /** `docs/reuse.md:12`, where its code begins. */
  readonly place: string;
  /** What stands behind the opening fence: `yaml`, `hcl`, `sh`, … */
  readonly language: string;
  readonly code: string;
}

/** All documents that people read, relative to the root. */
export function documents(): readonly string[] {
  return readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((name) => !/(^|\/)(node_modules|\.cache|\.git|dist|__tests__)\//.test(name))
    .sort();
}

export function snippetsOf(name: string): readonly Snippet[] {
  const snippets: Snippet[] = [];
  let open: { readonly language: string; readonly indent: string; readonly line: number } | undefined;
  let code: string[] = [];
  for (const [index, line] of readFileSync(path.join(ROOT, name), 'utf8').split('\n').entries()) {
    const [, indent = '', language = ''] = /^(\s*)```(\w*)$/.exec(line) ?? [undefined];
    if (!/^\s*```\w*$/.test(line)) code.push(open === undefined ? line : line.replace(open.indent, ''));
    else if (open === undefined) {
      open = { language, indent, line: index + 2 };
      code = [];
    } else {
      snippets.push({ place: `${name}:${open.line}`, language: open.language, code: code.join('\n') });
      open = undefined;
    }
  }
  return snippets;
}
