import { describe, expect, it } from '@jest/globals';
import { buildContext } from '../../support/plugin-context.ts';
import { FaultyServer } from './faulty-server.ts';
import { connectorFor, targetAt } from './machine.ts';

const { signal } = new AbortController();

describe('the way to another machine', () => {
  it('has a key of its own, plants no host key, and keeps the key a secret', async () => {
    const context = buildContext();
    const first = await connectorFor({}, 'proven', context);
    const other = await first.another();
    expect(first.plantedHostKey).toBeDefined();
    expect(other.plantedHostKey).toBeUndefined();
    if (first.login.kind === 'given' || other.login.kind === 'given') throw new Error('a key was given');
    expect(other.login.publicKey).not.toBe(first.login.publicKey);
    expect(other.username).toBe(first.username);
  });

  it('takes no host key that nothing proves', async () => {
    await using server = await FaultyServer.start();
    const other = await (await connectorFor({ ssh_timeout: 2_000 }, 'proven')).another();
    await expect(other.connect(targetAt(server.port), signal)).rejects.toMatchObject({ code: 'host-key-not-proven' });
  });
});
