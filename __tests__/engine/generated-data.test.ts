import { describe, expect, it } from '@jest/globals';
import { commonGeneratedData, withoutMachine } from '../../src/engine/generated-data.ts';
import type { Communicator, Connector } from '../../src/engine/ports.ts';
import { buildDataNames } from '../../src/template/plan.ts';

const connector = { type: 'ssh', port: 22, username: 'ubuntu', login: { kind: 'given' } } as Connector;
const communicator = {
  type: 'ssh',
  host: '198.51.100.7',
  port: 22,
  username: 'ubuntu',
  access: { privateKey: undefined, privateKeyFile: undefined, agent: true, password: undefined },
} as unknown as Communicator;

describe('the data of a build', () => {
  const builder = { type: 'x', schema: {}, generatedNames: [] };

  it.each([
    ['with a machine', commonGeneratedData('run', connector, communicator)],
    ['without one', withoutMachine('run', connector)],
  ])('has, %s, just the names that templates are told of', (_, data) => {
    expect(Object.keys(data).sort()).toEqual([...(buildDataNames(builder) ?? [])].sort());
  });

  it('tells whether the machine is entered with the keys of an SSH agent', () => {
    expect(commonGeneratedData('run', connector, communicator)['SSHAgentAuth']).toBe(true);
    expect(withoutMachine('run', connector)['SSHAgentAuth']).toBe(false);
  });
});
