import { describe, expect, it } from '@jest/globals';
import { SecretRegistry } from '../../src/kernel/secrets.ts';

function registryOf(...secrets: readonly string[]): SecretRegistry {
  const registry = new SecretRegistry();
  for (const secret of secrets) registry.register(secret);
  return registry;
}

describe('a registered secret', () => {
  const secret = 'pa"ss\\word 1';
  it.each([
    ['as it is', secret],
    ['quoted, as JSON and messages have it', JSON.stringify(secret).slice(1, -1)],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in a URL', encodeURIComponent(secret)],
  ])('is masked %s', (_, written) => {
    expect(registryOf(secret).mask(`a ${written} b`)).toBe('a *** b');
  });

  it('is masked line by line, without lines that are too short to be one', () => {
    const registry = registryOf('first line\nend\nlast line');
    expect(registry.mask('> last line, end')).toBe('> ***, end');
  });

  it('leaves nothing of itself where another one is a part of it', () => {
    expect(registryOf('hunter', 'hunter2').mask('hunter2 hunter')).toBe('*** ***');
  });

  it('is told to whoever subscribes, before and after, until they have heard enough', () => {
    const registry = registryOf('one');
    const heard: string[] = [];
    const stop = registry.subscribe((value) => heard.push(value));
    registry.register('two');
    registry.register('two');
    stop();
    registry.register('three');
    expect(heard).toEqual(['one', 'two']);
  });

  it('is none when it is so short that it stands everywhere', () => {
    expect(registryOf('', 'ab').mask('about')).toBe('about');
  });
});
