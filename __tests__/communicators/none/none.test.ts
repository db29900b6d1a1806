import { describe, expect, it } from '@jest/globals';
import { noneCommunicator } from '../../../src/communicators/none/index.ts';
import { noneSchema } from '../../../src/communicators/none/options.ts';
import { buildContext, decodedOptions } from '../../support/plugin-context.ts';

describe('communicator = "none"', () => {
  it('opens no port, plants nothing, and says so when somebody wants to connect', async () => {
    const connector = await noneCommunicator.connector(decodedOptions(noneSchema, {}), buildContext());
    expect(connector).toMatchObject({ type: 'none', port: 0, login: { kind: 'given' }, plantedHostKey: undefined });
    await expect(
      connector.connect(
        { name: 'i-1', address: async () => undefined, provenHostKeys: undefined },
        new AbortController().signal,
      ),
    ).rejects.toMatchObject({ code: 'no-communicator', category: 'connection' });
  });
});
