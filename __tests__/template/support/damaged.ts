import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { load } from './load.ts';

/** The text with up to four places cut out, each with one of the pieces put in. */
export function damaged(whole: string, pieces: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat({ max: whole.length }),
    remove: fc.nat({ max: 12 }),
    insert: fc.constantFrom('', ...pieces),
  });
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) =>
      edits.reduce((before, { at, remove, insert }) => before.slice(0, at) + insert + before.slice(at + remove), whole),
    );
}

/** There is a plan or an error, and every place is in the text. */
export function expectToMakeSense({ plan, messages }: Awaited<ReturnType<typeof load>>, text: string): void {
  expect(plan === undefined).toBe(messages.some((each) => each.startsWith('error')));
  const lines = text.split('\n').length;
  for (const each of messages) {
    const place = /^\w+ (?:\S+ )?(\d+):\d+-(\d+):\d+ /.exec(each);
    if (place !== null) expect(Math.max(Number(place[1]), Number(place[2]))).toBeLessThanOrEqual(lines);
  }
}
