import { describe, expect, it } from '@jest/globals';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { Rig } from './support/rig.ts';

describe('a bake', () => {
  it('makes an image and leaves nothing else behind', async () => {
    const rig = new Rig();
    const { artifact, error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
    expect(artifact?.summary).toMatchObject({ builderId: 'mitchellh.amazonebs' });
    assertEmpty(rig.cloud);
      rig.cloud.calls.map(({ action, at }) => `${(at - rig.cloud.calls[0]!.at) / 1000} ${action}`).join('\n'),
      rig.logs(),
    );
  });
});
