import { describe, expect, it } from '@jest/globals';
import { parametersOfRun, readParameters } from '../../../src/app/run/ssm-parameters.ts';
import type { BakeError } from '../../../src/kernel/errors.ts';
import type { PlannedBuild } from '../../../src/template/plan.ts';

/** As far as these functions look at a build. */
function planned(name: string, options: Readonly<Record<string, unknown>>, label = name): PlannedBuild {
  const render = (text: string): string => {
    if (text.includes('{{ .')) throw new Error('no data yet');
    return text.replace('{{ build_name }}', label);
  };
  return { name, builder: { type: 'amazon-ebs', decoded: { options } }, render } as unknown as PlannedBuild;
}

function shared(line: string, builds: readonly PlannedBuild[]): unknown {
  const lines = readParameters([line], (what) => new Error(what));
  try {
    parametersOfRun(lines, builds, 'us-east-1');
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}

describe('the parameters of a run', () => {
  const west = { region: 'eu-west-1' };

  it('are refused before AWS is asked where two builds would write the same one', () => {
    expect(shared('/app', [planned('a', {}), planned('b', { region: 'us-east-1' })])).toMatchObject({
      code: 'ssm-parameter-shared',
      message: 'The builds a and b would both write the parameter /app in us-east-1',
      hint: expect.stringContaining('{{ build_name }}'),
    });
    expect(shared('/app=eu-west-1', [planned('a', {}), planned('b', west)])).toMatchObject({
      code: 'ssm-parameter-shared',
    });
  });

  it('are told apart by what is different about the builds, where there is anything', () => {
    const hint = (line: string, builds: readonly PlannedBuild[]) => (shared(line, builds) as BakeError).hint;
    expect(hint('/app', [planned('a', {}), planned('b', {})])).toBe(
      'Put {{ build_name }} into the name (input ssm-parameter), or bake one of the builds with `only`.',
    );
    expect(hint('/app=eu-west-1', [planned('x.a', {}, 'a'), planned('y.a', west, 'a')])).toMatch(
      /^Put \{\{ \.BuildRegion \}\} into the name/,
    );
    expect(hint('/app=eu-west-1', [planned('a', {}), planned('b', west)])).toMatch(
      /^Put \{\{ build_name \}\} or \{\{ \.BuildRegion \}\} into the name/,
    );
    // One source block under two local names: what `{{ build_name }}` comes to is the label of both.
    const local = [planned('amazon-ebs.blue', {}, 'app'), planned('amazon-ebs.green', {}, 'app')];
    expect(hint('/app/{{ build_name }}', local)).toBe(
      'Nothing in a name can tell them apart: for both, {{ build_name }} is the label of the source block, app. Bake them in two steps, each with `only` and a parameter of its own, or give them source blocks of their own.',
    );
  });

  it.each([
    ['they are in other regions', '/app', [planned('a', {}), planned('b', west)]],
    ['their names tell the builds apart', '/{{ build_name }}', [planned('a', {}), planned('b', {})]],
    ['only AWS tells their names', '/{{ .SourceAMI }}', [planned('a', {}), planned('b', {})]],
    ['the accounts may be others', '/app', [planned('a', {}), planned('b', { profile: 'other' })]],
    ['one makes no image', '/app', [planned('a', {}), planned('b', { skip_create_ami: true })]],
  ])('are taken where %s', (_why, line, builds) => {
    expect(shared(line, builds)).toBeUndefined();
  });

  it('are read by line, and what is none is told', () => {
    expect(readParameters(['/a', '/b=eu-west-1'], Error)).toEqual([
      { name: '/a', region: undefined },
      { name: '/b', region: 'eu-west-1' },
    ]);
    expect(() => readParameters(['/a=Ireland'], (what, remedy) => new Error(`${what}: ${remedy}`))).toThrow(
      'holds "/a=Ireland": Write one name or name=region per line',
    );
  });
});
