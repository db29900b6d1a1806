import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { JournalFile, readJournalFile } from '../../../src/app/run/journal-file.ts';
import type { JournalEntry } from '../../../src/engine/ports.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let file: string;
beforeEach(() => {
  file = path.join(temporaryFolder('journal'), 'journal.jsonl');
});

const intent = { kind: 'key-pair', region: 'eu-west-1', name: 'bake\nwith a line end' };
const ENTRIES: readonly JournalEntry[] = [
  { type: 'run', runId: 'run1', startedAt: '2026-01-02T03:04:05.000Z' },
  { type: 'account', build: 'one', accountId: '123456789012', wayIn: {}, regions: ['eu-west-1'] },
  { type: 'intent', build: 'one', token: 't1', intent },
  { type: 'receipt', build: 'one', token: 't1', resource: { ...intent, id: 'key-1' } },
  { type: 'removed', token: 't1' },
  { type: 'kept', token: 't2', reason: 'the image is finished' },
];

describe('the journal in a file', () => {
  it('is there, one entry to a line, as soon as something was appended, for nobody else to read', () => {
    using journal = new JournalFile(file);
    for (const [index, entry] of ENTRIES.entries()) {
      journal.append(entry);
      expect(readJournalFile(file).entries).toEqual(ENTRIES.slice(0, index + 1));
    }
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(ENTRIES.length + 1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is continued when it is opened again', () => {
    for (const entry of ENTRIES) {
      using journal = new JournalFile(file);
      journal.append(entry);
    }
    expect(readJournalFile(file).entries).toEqual(ENTRIES);
  });

  (process.getuid?.() === 0 ? it : it.skip)(
    'has whole entries only, where the disk fills up in the middle of one',
    () => {
      const folder = temporaryFolder('small-disk');
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'small-disk', folder]);
      try {
        const onSmallDisk = path.join(folder, 'journal.jsonl');
        const ballast = path.join(folder, 'ballast');
        writeFileSync(ballast, 'x');
        using journal = new JournalFile(onSmallDisk);
        const taken: JournalEntry[] = [];
        const append = (token: string): void => {
          const entry: JournalEntry = { type: 'kept', token, reason: 'x'.repeat(900) };
          journal.append(entry);
          taken.push(entry);
        };
        expect(() => {
          for (let count = 0; count < 10; count += 1) append(`t${count}`);
        }).toThrow('ENOSPC');
        expect(readFileSync(onSmallDisk, 'utf8')).toBe(taken.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
        rmSync(ballast);
        append('when there is room again');
        expect(readJournalFile(onSmallDisk)).toEqual({ entries: taken, unreadable: [] });
      } finally {
        execFileSync('umount', ['-l', folder]);
      }
    },
  );

  it('is empty when there is no file', () => {
    expect(readJournalFile(file)).toEqual({ entries: [], unreadable: [] });
  });

  it('can be read, and continued, after a kill at any byte', () => {
    const whole = ENTRIES.slice(0, 3).map((entry) => `${JSON.stringify(entry)}\n`);
    const text = Buffer.from(whole.join(''));
    for (let length = 0; length <= text.length; length += 1) {
      writeFileSync(file, text.subarray(0, length));
      const complete = text.subarray(0, length).toString().split('\n').length - 1;
      expect(readJournalFile(file).entries).toEqual(ENTRIES.slice(0, complete));
      {
        using journal = new JournalFile(file);
        journal.append({ type: 'removed', token: 't1' });
      }
      expect(readJournalFile(file).entries).toEqual([...ENTRIES.slice(0, complete), { type: 'removed', token: 't1' }]);
    }
  });

  it.each([
    'not json',
    '{"type":"unheard-of"}',
    '{"type":"toString"}',
    '{"type":"removed"}',
    '{"type":"removed","token":1}',
    '{"type":"intent","build":"b","token":"t","intent":{"kind":"instance","region":"r"}}',
    '{"type":"account","build":"b","wayIn":{},"regions":[1]}',
    '{"type":"receipt","build":"b","token":"t","resource":null}',
    'null',
  ])('leaves a whole line out that is wrong, tells of it, and reads on: %s', (line) => {
    using journal = new JournalFile(file);
    journal.append({ type: 'removed', token: 't1' });
    appendFileSync(file, `${line}\n`);
    appendFileSync(file, '{"type":"removed","token":"t2"}\n');
    expect(readJournalFile(file)).toEqual({
      entries: [
        { type: 'removed', token: 't1' },
        { type: 'removed', token: 't2' },
      ],
      unreadable: [`${file}:2`],
    });
  });
});
