import { describe, expect, it } from '@jest/globals';
import { runPlan } from '../../src/engine/run.ts';
import { BakeError } from '../../src/kernel/errors.ts';
import { bakingBuilder } from './support/fake-bake.ts';
import { plan, plannedBuild, plannedProvisioner, provisioner, registry } from './support/fake-components.ts';
import { world } from './support/fake-world.ts';

const nothing = () => Promise.resolve();

describe('provisioners before the machine is launched', () => {
  it('are asked one by one, the one for errors too, before the builder looks at the cloud', async () => {
    const { cloud, options } = world();
    const asked: string[] = [];
    const baking = bakingBuilder(cloud, nothing);
    const ask = (type: string) => ({
      ...provisioner(type, nothing),
      prepare: async () => void asked.push(type),
    });
    const one = plannedBuild('one', {
      provisioners: [plannedProvisioner('ansible'), plannedProvisioner('shell')],
      errorCleanupProvisioner: plannedProvisioner('shell-local'),
    });
    const report = await runPlan(plan(one), {
      ...options,
      registry: registry({
        builder: {
          ...baking,
          prepare: (...all) => {
            asked.push('builder');
            return baking.prepare(...all);
          },
        },
        provisioners: [ask('ansible'), provisioner('shell', nothing), ask('shell-local')],
      }),
    });
    expect(report.outcome).toBe('succeeded');
    expect(asked).toEqual(['ansible', 'shell-local', 'builder']);
  });

  it('end the build with what they lack, and nothing is made', async () => {
    const { cloud, journal, options } = world();
    const lacking = new BakeError('There is no Ansible', { code: 'ansible-not-found', category: 'provision' });
    const report = await runPlan(plan(plannedBuild('one', { provisioners: [plannedProvisioner('ansible')] })), {
      ...options,
      registry: registry({
        builder: bakingBuilder(cloud, nothing),
        provisioners: [{ ...provisioner('ansible', nothing), prepare: () => Promise.reject(lacking) }],
      }),
    });
    expect(report.builds).toMatchObject([{ outcome: 'failed', error: lacking, artifacts: [] }]);
    expect([...cloud.exists.keys(), ...cloud.calls]).toEqual([]);
    expect(journal.entries.filter(({ type }) => type === 'intent')).toEqual([]);
  });
});
