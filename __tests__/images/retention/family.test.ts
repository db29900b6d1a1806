import { describe, expect, it } from '@jest/globals';
import { familyOf, nameStem } from '../../../src/images/retention/family.ts';

const BUILD = [{ Key: 'bake-ami:build', Value: 'web' }];
const label = (image: object, ...tags: string[]) =>
  familyOf({ Architecture: 'x86_64', Tags: BUILD, ...image }, tags)?.label;
const key = (image: object, ...tags: string[]) =>
  familyOf({ Architecture: 'x86_64', Tags: BUILD, ...image }, tags)?.key;

describe('the name of an image without what differs from bake to bake', () => {
  it.each([
    ['web 1767600001', 'web *'],
    ['web-20260102', 'web-*'],
    ['web-2026-01-02', 'web-*'],
    ['web-2026-01-02T03-04-05Z', 'web-*'],
    ['web-2026-01-02T03:04:05.123Z', 'web-*'],
    ['web_20260102_0304', 'web_*'],
    ['web-20260102030405', 'web-*'],
    ['web-2026.01.02-arm', 'web-*-arm'],
    ['web-3f786850', 'web-*'],
    ['web-3f786850e387550fdab836ed7e6dc881de23001b', 'web-*'],
    ['web-1b4e28ba-2fa1-11d2-883f-0016d3cca427', 'web-*'],
    ['ubuntu-22.04-web-1767600001', 'ubuntu-22.04-web-*'],
  ])('of "%s" is "%s"', (name, stem) => {
    expect(nameStem(name)).toBe(stem);
  });

  it.each([
    'web-22.04',
    'web-17',
    'web-v1.2.3',
    'windows-2022',
    'rhel-9',
    'al2023',
    'deadbeef',
    'web-12345678',
    'facade',
  ])('is all of "%s", whose number may be a release', (name) => {
    expect(nameStem(name)).toBe(name);
  });
});

describe('the family of an image', () => {
  it('is told by build, name and architecture', () => {
    expect(label({ Name: 'web 1767600001' })).toBe('web web * (x86_64)');
    const one = key({ Name: 'web 1767600001' });
    expect(key({ Name: 'web 1767686401' })).toBe(one);
    expect(key({ Name: 'api 1767686401' })).not.toBe(one);
    expect(key({ Name: 'web 1767686401', Architecture: 'arm64' })).not.toBe(one);
    expect(key({ Name: 'web 1767686401', Tags: [{ Key: 'bake-ami:build', Value: 'api' }] })).not.toBe(one);
  });

  it('is told by the tags that are named, and unknown without one of them', () => {
    const Tags = [
      { Key: 'Service', Value: 'web' },
      { Key: 'Stage', Value: '' },
    ];
    expect(label({ Name: 'x', Tags }, 'Service', 'Stage')).toBe('Service=web Stage= (x86_64)');
    expect(key({ Name: 'y', Tags }, 'Service', 'Stage')).toBe(key({ Name: 'x', Tags }, 'Service', 'Stage'));
    expect(key({ Name: 'y', Tags, Architecture: 'arm64' }, 'Service')).not.toBe(key({ Name: 'x', Tags }, 'Service'));
    expect(familyOf({ Tags }, ['Service', 'Team'])).toBeUndefined();
  });

  it('is not the same for values that only look the same when they are put together', () => {
    const tags = (Service: string, Stage: string) => [
      { Key: 'Service', Value: Service },
      { Key: 'Stage', Value: Stage },
    ];
    expect(key({ Tags: tags('a Stage=b', 'c') }, 'Service', 'Stage')).not.toBe(
      key({ Tags: tags('a', 'b Stage=c') }, 'Service', 'Stage'),
    );
  });
});
