import { expect, it } from '@jest/globals';
import { IncompleteArtifactError } from '../../../src/kernel/errors.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const BAKE: RigOptions = { source: 'ami_regions = ["eu-west-1"]', cloud: { delays: quickDelays } };

const noSpace = (): Error => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

/** A bake whose journal takes no entry from the `from`th on; where it is not lasting, only that one is refused. */
function bakeOnFullDisk(from: number, isLasting: boolean): Rig {
  let count = 0;
  return new Rig({
    ...BAKE,
    onEntry: () => {
      count += 1;
      if (isLasting ? count >= from : count === from) throw noSpace();
    },
  });
}

it.each([
  { what: 'is full from some entry on', isLasting: true },
  { what: 'refuses some entry', isLasting: false },
])(
  'where the disk of the journal $what, the bake ends with that, and nothing stays but finished images',
  async ({ isLasting }) => {
    const whole = new Rig(BAKE);
    expect((await whole.bake()).error).toBeUndefined();
    const entries = whole.journal.filter(({ type }) => type !== 'removed').length;
    expect(entries).toBeGreaterThan(10);
    for (let from = 1; from <= entries; from += 1) {
      const rig = bakeOnFullDisk(from, isLasting);
      const { error, left } = await rig.bake();
      expect({ from, message: String(error), left }).toEqual({
        from,
        message: expect.stringMatching(/ENOSPC|There is no room left on the disk/),
        left: [],
      });
      assertEmpty(rig.cloud);
      const kept = error instanceof IncompleteArtifactError ? error.artifact.images.map(({ id }) => id) : [];
      const images = await Promise.all(['us-east-1', 'eu-west-1'].map((region) => rig.ownImages(region)));
      expect({ from, images: images.flat().map(({ ImageId }) => ImageId) }).toEqual({ from, images: kept });
    }
  },
);
