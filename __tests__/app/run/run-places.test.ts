import { describe, expect, it } from '@jest/globals';
import { mergedPlaces, parsePlaces } from '../../../src/app/run/run-places.ts';

const place = (build: string, region: string, accountId = '1') => ({
  build,
  accountId,
  wayIn: { region, profile: 'baker' },
  regions: [region],
});

describe('the places of a run', () => {
  it('are one where account and way in are the same, with the regions of all', () => {
    expect(mergedPlaces([place('one', 'a'), place('two', 'b'), place('three', 'a')])).toEqual([
      { ...place('one', 'a'), regions: ['a', 'b'] },
    ]);
  });

  it('are several where the account or the way in differs', () => {
    const other = { ...place('two', 'a'), wayIn: { region: 'a', profile: 'other' } };
    expect(mergedPlaces([place('one', 'a'), other, place('three', 'a', '2')])).toHaveLength(3);
  });

  it('come back as they were written', () => {
    const places = [place('one', 'a'), { ...place('two', 'b'), accountId: undefined }];
    expect(parsePlaces(JSON.stringify(places))).toEqual(places);
  });

  it.each(['', 'null', '{}', '[null, 1, {"build": 1}, {"build": "b", "wayIn": {}, "regions": "a"}]'])(
    'are none where nothing is understood: %s',
    (text) => {
      expect(parsePlaces(text)).toEqual([]);
    },
  );
});
