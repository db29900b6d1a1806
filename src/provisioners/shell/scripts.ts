import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FileContent, ProvisionContext } from '../../engine/ports.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { ShellOptions } from './options.ts';

/** A script as it goes to the machine. */
export interface Script {
  /** For messages: `inline script`, or the path as the template has it. */
  readonly name: string;
  content(): Promise<FileContent>;
}

/** The script files of a block, as it writes them. */
export function scriptPaths({ script, scripts }: Pick<ShellOptions, 'script' | 'scripts'>): readonly string[] {
  return [...(script ? [script] : []), ...(scripts ?? [])];
}

/** The scripts of a block in the order in which they run: `inline` is one, and stands alone. */
export function scriptsOf(options: ShellOptions, context: ProvisionContext): readonly Script[] {
  if (options.inline !== undefined && options.inline.length > 0) {
    const lines = options.inline.map((line) => context.render(line, context.generated));
    return [{ name: 'inline script', content: async () => inlineScript(lines, options) }];
  }
  return scriptPaths(options).map((path) => ({
    name: path,
    content: async () => {
      const local = resolve(context.workingDirectory, path);
      return options.binary ? { path: local } : { bytes: unixLines(await readScript(local, path)) };
    },
  }));
}

function inlineScript(lines: readonly string[], options: ShellOptions): FileContent {
  const body = lines.join('\n');
  const shebang = options.inline_shebang ?? (body.startsWith('#!') ? undefined : '/bin/sh -e');
  const text = Buffer.from(`${shebang === undefined ? '' : `#!${shebang}\n`}${body}\n`);
  return { bytes: options.binary ? text : unixLines(text) };
}

async function readScript(local: string, path: string): Promise<Buffer> {
  return readFile(local).catch((error: unknown) => {
    throw new BakeError(`Cannot read the script ${path}: ${errorMessage(error)}`, {
      code: 'script-not-found',
      category: 'provision',
      cause: error,
    });
  });
}

/** A script written on Windows would not run: the interpreter's name would end in a carriage return. */
function unixLines(bytes: Buffer): Buffer {
  // One character per byte, so that text in any encoding comes through.
  const text = bytes.toString('latin1').replace(/\r\n/g, '\n').replace(/\r$/, '');
  return Buffer.from(text === '' || text.endsWith('\n') ? text : `${text}\n`, 'latin1');
}
