import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { BREAK, type Input, type LineOptions } from './terminal.ts';

/** Standard input: with line editing and history where somebody types. Ends when `signal` is aborted, too. */
export function processInput(signal: AbortSignal): Input {
  const { isTTY } = process.stdin;
  return { isTTY, lines: (options) => readLines(options, isTTY, signal), bytes: () => buffer(process.stdin) };
}

async function* readLines(
  options: LineOptions,
  isTTY: boolean,
  signal: AbortSignal,
): AsyncGenerator<string | typeof BREAK> {
  const interfaceOfLines = createInterface({
    input: process.stdin,
    ...(isTTY && { output: process.stdout, removeHistoryDuplicates: true }),
    terminal: isTTY,
    signal,
    completer: (line: string): [string[], string] => {
      const word = /[\p{ID_Continue}.-]*$/u.exec(line)?.[0] ?? '';
      return [[...options.complete(word)], word];
    },
  });
  const queue: (string | typeof BREAK)[] = [];
  let isOver = false;
  let wake: () => void = () => undefined;
  const push = (entry: string | typeof BREAK): void => {
    queue.push(entry);
    wake();
  };
  interfaceOfLines.on('line', push);
  interfaceOfLines.on('SIGINT', () => {
    // Packer's console ends at Ctrl-C where nothing is typed, and drops the line where something is.
    const hasText = interfaceOfLines.line !== '';
    interfaceOfLines.write(null, { ctrl: true, name: 'e' });
    interfaceOfLines.write(null, { ctrl: true, name: 'u' });
    if (!hasText) push(BREAK);
  });
  interfaceOfLines.on('close', () => {
    isOver = true;
    wake();
  });
  try {
    for (;;) {
      const next = queue.shift();
      if (next !== undefined) {
        yield next;
        continue;
      }
      if (isOver) return;
      if (isTTY) {
        interfaceOfLines.setPrompt(options.prompt());
        interfaceOfLines.prompt();
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    interfaceOfLines.close();
  }
}
