import { describe, expect, it } from '@jest/globals';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { bakesOfFeatures } from './support/feature-bakes.ts';
import { packerPolicy } from './support/packer-policy.ts';
import { Rig } from './support/rig.ts';

describe("under the policy that Packer's documentation asks for, there can be", () => {
  it.each(Object.entries(bakesOfFeatures))('%s', async (_, { source = '', also = [], rig: options = {} }) => {
    const rig = new Rig({ ...options, source, cloud: { delays: quickDelays, policy: packerPolicy(...also) } });
    const { error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
    expect(rig.logs().filter((line) => line.startsWith('error'))).toEqual([]);
    assertEmpty(rig.cloud);
  });

  it('a bake that fails and leaves nothing behind', async () => {
    const rig = new Rig({
      cloud: {
        delays: quickDelays,
        policy: packerPolicy(),
        faults: [{ action: 'StopInstances', fault: { error: 'IncorrectInstanceState', message: 'No.' } }],
      },
    });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({ code: 'wrong-state' });
    expect(left).toEqual([]);
    assertEmpty(rig.cloud);
    expect(await rig.ownImages()).toEqual([]);
  });
});
