import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sshCommunicator } from '../../../src/communicators/ssh/index.ts';
import { type SshOptions, sshSchema } from '../../../src/communicators/ssh/options.ts';
import type { Communicator } from '../../../src/engine/ports.ts';
import { shellProvisioner } from '../../../src/provisioners/shell/index.ts';
import { type ShellOptions, shellSchema } from '../../../src/provisioners/shell/options.ts';
import { hasOpenSsh, type OpenSshServer, startOpenSsh } from '../../support/openssh-server.ts';
import { buildContext, decodedOptions, provisionContext } from '../../support/plugin-context.ts';

const real = hasOpenSsh() ? describe : describe.skip;

real('the shell provisioner on a real machine', () => {
  let server: OpenSshServer;
  let machine: Communicator;

  beforeAll(async () => {
    server = await startOpenSsh();
    const connector = await sshCommunicator({ hostKeyPolicy: 'first' }).connector(
      decodedOptions<SshOptions>(sshSchema, { ssh_username: server.username }),
      buildContext(),
    );
    if (connector.login.kind === 'temporary-key') await server.authorize(connector.login.publicKey);
    const { host, port } = server;
    machine = await connector.connect(
      { name: 'machine', address: async () => ({ host, port }), provenHostKeys: undefined },
      new AbortController().signal,
    );
  });
  afterAll(async () => {
    await machine.close();
    await server[Symbol.asyncDispose]();
  });

  const run = async (options: Partial<ShellOptions>): Promise<readonly string[]> => {
    const context = provisionContext(machine);
    const decoded = decodedOptions<ShellOptions>(shellSchema, { remote_folder: server.folder, ...options });
    await shellProvisioner.provision(decoded, context);
    return context.lines.map(({ text }) => text);
  };
  const hostile = `it's "quoted" $HOME \`id\` \\ and
two lines`;

  it('gets variables with any value to the script', async () => {
    expect(await run({ inline: ['printf "%s\\n" "$MINE" "$PACKER_BUILD_NAME"'], env: { MINE: hostile } })).toEqual([
      ...hostile.split('\n'),
      'machine',
    ]);
  });

  it('gets them there by a file too, and leaves neither file nor script behind', async () => {
    const before = await readdir(server.folder);
    expect(await run({ inline: ['printf "%s\\n" "$MINE"'], env: { MINE: hostile }, use_env_var_file: true })).toEqual(
      hostile.split('\n'),
    );
    expect(await readdir(server.folder)).toEqual(before);
  });

  it('stops an inline script at its first failing line', async () => {
    await expect(run({ inline: ['false', 'touch never'] })).rejects.toThrow(
      'Script exited with non-zero exit status: 1. Allowed exit codes are: [0]',
    );
  });

  it('goes on with the next script after a reboot', async () => {
    const scripts = async () => (await readdir(server.folder)).filter((name) => path.extname(name) === '.sh');
    const before = await scripts();
    const provision = run({
      inline: ['echo $PPID > reboot.pid; sleep 1000'],
      execute_command: `cd ${server.folder}; {{.Vars}} {{.Path}}`,
      expect_disconnect: true,
    });
    while (!(await readdir(server.folder)).includes('reboot.pid')) await new Promise(setImmediate);
    await server.stop();
    await server.start();
    await provision;
    expect(await run({ inline: ['echo up again'] })).toEqual(['up again']);
    expect(await scripts()).toEqual(before);
  });
});
