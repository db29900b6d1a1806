import { execFile } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { cleanEnvironment, run, stranger } from '../e2e/support/programs.ts';
import {
  CASES,
  comparable,
  folderOf,
  type Outcome,
  shownVariables,
  summaries,
  type VariableCase,
} from './support/variable-cases.ts';

const packer = stranger('packer', '/usr/bin/packer');
const AT_ONCE = 4;

/** Each case is three processes: all of them would take minutes, and were compared when they were recorded. */
const EVERY = 3;

/** What Packer's console prints for an expression that it is given in a pipe; undefined where that is no value. */
async function evaluated(
  program: string,
  words: readonly string[],
  env: Record<string, string>,
  cwd: string,
  expression: string,
) {
  return new Promise<string | undefined>((resolve) => {
    const child = execFile(program, ['console', ...words], { env, cwd }, (error, stdout) => {
      resolve(error !== null || /^Error: /m.test(stdout) ? undefined : stdout.replace(/\n$/, ''));
    });
    // A template that is wrong ends it before it reads.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(`${expression}\n`);
  });
}

async function outcome(program: string, given: VariableCase): Promise<Outcome> {
  const folder = folderOf(given);
  const env = cleanEnvironment({ CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1', ...given.environment });
  const words = [...(given.flags ?? []), given.path ?? '.'];
  const validated = await run(program, ['validate', ...words], env, folder);
  const shows = await evaluated(program, words, env, folder, given.show ?? 'var.v');
  const inspected =
    given.packer.inspect === undefined ? undefined : await run(program, ['inspect', ...words], env, folder);
  return {
    valid: validated.exitCode === 0,
    warnings: summaries('Warning', validated.output),
    ...(shows !== undefined && { shows }),
    ...(inspected !== undefined && { inspect: shownVariables(inspected.stdout) }),
  };
}

(packer ? describe : describe.skip)('Packer 1.6.6', () => {
  it('makes of every third of the recorded cases what was recorded', async () => {
    const waiting = CASES.filter(({ also }) => also === '1.6.6').filter((_, index) => index % EVERY === 0);
    const asked = [...waiting];
    const outcomes = new Map<VariableCase, Outcome>();
    const ask = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        outcomes.set(next, await outcome(packer ?? '', next));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    const told = asked.map((each) => [
      `${each.group}: ${each.name}`,
      comparable(outcomes.get(each) ?? { valid: false }),
    ]);
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries(asked.map((each) => [`${each.group}: ${each.name}`, comparable(each.packer)])),
    );
  }, 180_000);
});
