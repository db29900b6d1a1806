import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { watchOutput } from '../../src/cli/unwritable-output.ts';

function watched(...codes: readonly string[]) {
  const lines: string[] = [];
  const stopped: string[] = [];
  const stream = new EventEmitter();
  watchOutput(stream, { failed: (line) => void lines.push(line), stop: ({ message }) => void stopped.push(message) });
  for (const code of codes) stream.emit('error', Object.assign(new Error(`${code}: as the system says`), { code }));
  return { lines, stopped };
}

describe('an output that cannot be written', () => {
  it('is a failure on a full disk, told once', () => {
    expect(watched('ENOSPC', 'ENOSPC')).toEqual({
      lines: ["Error: The output can't be written: ENOSPC: as the system says"],
      stopped: ['ENOSPC: as the system says', 'ENOSPC: as the system says'],
    });
  });

  it('is none where its reader has had enough', () => {
    expect(watched('EPIPE')).toEqual({ lines: [], stopped: ['EPIPE: as the system says'] });
  });
});
