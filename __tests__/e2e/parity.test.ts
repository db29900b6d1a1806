import { beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../support/free-port.ts';
import { type Baked, bakeOn, bakeOurs, bakePacker } from './parity/bake.ts';
import { differencesOf } from './parity/compare.ts';
import { differences } from './parity/differences.ts';
import { templates } from './parity/templates.ts';
import { stranger } from './support/programs.ts';

const packer = stranger('packer', '/usr/bin/packer');

/**
 * Both bake at the same time, bake-ami from its source, each template on a cloud of its own; the machines are loopback addresses.
 * Needs Linux. A difference that is not in parity/differences.ts fails, and so does one there that no longer occurs.
 */
(packer ? describe : describe.skip)('bake-ami asks of EC2 what Packer asks, call by call', () => {
  const baked = new Map<string, { readonly theirs: Baked; readonly ours: Baked }>();

  beforeAll(async () => {
    const port = await freePort();
    const bakes = Object.entries(templates).map(async ([name, source]) => {
      const [theirs, ours] = await Promise.all([
        bakeOn(source, port, bakePacker(packer ?? '')),
        bakeOn(source, port, bakeOurs),
      ]);
      baked.set(name, { theirs, ours });
    });
    await Promise.all(bakes);
  }, 180_000);

  it.each(Object.keys(templates))(
    'for the template "%s", but for the listed differences, each with its reason',
    (name) => {
      const { theirs, ours } = baked.get(name) ?? {};
      expect({ packer: theirs?.leftovers, ours: ours?.leftovers }).toEqual({ packer: [], ours: [] });
      if (theirs === undefined || ours === undefined) throw new Error('not baked');
      const expected = differences
        .flatMap((entry) => ((entry.templates as readonly string[]).includes(name) ? entry.requests : []))
        .sort();
      expect(differencesOf(theirs.recording, ours.recording)).toEqual(expected);
    },
  );
});
