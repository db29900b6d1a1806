import crypto from 'node:crypto';
import { expect, it, jest } from '@jest/globals';
import { loadSsh2 } from '../../../src/communicators/ssh/load-ssh2.ts';

it('gives ssh2 ciphers that wrap each key once, and everybody else the ones that were there', async () => {
  const { createCipheriv } = crypto;
  const wrap = jest.spyOn(crypto, 'createSecretKey');
  const { Client, Server } = await loadSsh2();
  expect(crypto.createCipheriv).toBe(createCipheriv);

  const { makeKeyPair } = await import('../../../src/kernel/ssh-keys.ts');
  const hostKey = await makeKeyPair('ed25519', 'test');
  const server = new Server({ hostKeys: [hostKey.privateKey] }, (connection) => {
    connection.on('error', () => undefined);
    connection.on('authentication', (context) => context.accept());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const client = new Client();
  await new Promise((resolve, reject) => {
    client.once('ready', () => resolve(undefined)).once('error', reject);
    const address = server.address();
    client.connect({ host: '127.0.0.1', port: typeof address === 'object' ? (address?.port ?? 0) : 0, username: 'x' });
  });
  // One key for each direction at each end, however many packets there were.
  expect(wrap).toHaveBeenCalledTimes(4);
  client.end();
  await new Promise((resolve) => {
    server.close(() => resolve(undefined));
  });
});
