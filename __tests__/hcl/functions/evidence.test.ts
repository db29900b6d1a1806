import { describe, expect, it } from '@jest/globals';
import { FUNCTION_NAMES } from '../../../src/hcl/functions/table.ts';
import { functionOf, type RecordedExpression, readVectors } from './vectors.ts';

/** How many each function has at least. */
const FEWEST = 8;

const NAMES = [...FUNCTION_NAMES, 'env'];

const CASES: readonly string[] = [
  ...readVectors<{ calls: { function: string }[] }>('cty.json').calls,
  ...readVectors<{ cases: { function: string }[] }>('base64gzip.json').cases,
  ...readVectors<{ cases: { function: string }[] }>('bcrypt.json').cases,
  ...readVectors<{ defaults: { function: string }[] }>('env.json').defaults,
]
  .map((each) => each.function)
  .concat(
    ['packer-console.json', 'packer-console-files.json', 'worked-out.json', 'fixed-clock.json', 'remote.json'].flatMap(
      (file) => readVectors<{ expressions: RecordedExpression[] }>(file).expressions.map(functionOf),
    ),
  );

describe('the recorded and worked-out cases', () => {
  it('are at least eight for each function', () => {
    const counts = NAMES.map((name) => [name, CASES.filter((each) => each === name).length] as const);
    expect(counts).toHaveLength(104);
    expect(counts.filter(([, count]) => count < FEWEST)).toEqual([]);
  });

  it('are each about a function that there is', () => {
    const strange = CASES.filter((name) => !NAMES.includes(name) && name !== 'operators');
    expect(strange).toEqual([]);
  });
});
