import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sshCommunicator } from '../../../src/communicators/ssh/index.ts';
import { type SshOptions, sshSchema } from '../../../src/communicators/ssh/options.ts';
import { makeEd25519KeyPair } from '../../../src/kernel/ssh-keys.ts';
import { decodedOptions } from '../../support/plugin-context.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const ssh = sshCommunicator({ hostKeyPolicy: 'proven' });
const check = (options: Partial<SshOptions>) =>
  ssh
    .validate(decodedOptions<SshOptions>(sshSchema, { ssh_username: 'ubuntu', ...options }), {
      workingDirectory: '/project',
      force: false,
    })
    .map(({ code, summary, detail }) => `${code}: ${summary}. ${detail}`);

describe('what is wrong with SSH options is said before anything runs', () => {
  it.each<[Partial<SshOptions>, readonly string[]]>([
    [{}, []],
    [
      { ssh_username: '' },
      ['ssh-username-empty: ssh_username is empty. Set it to the user of the image: ubuntu, ec2-user, admin, …'],
    ],
    [
      { ssh_port: 70_000 },
      ['port-out-of-range: ssh_port is no port: 70000. A port is a whole number from 1 to 65535.'],
    ],
    [
      { ssh_private_key_file: 'keys/id' },
      [
        'ssh-key-file-missing: There is no file keys/id. ssh_private_key_file must name an existing private key file. A relative path starts at /project; "${path.root}/…" starts at the template\'s folder.',
      ],
    ],
    [
      { ssh_bastion_host: 'jump' },
      [
        'ssh-bastion-login-missing: Nothing says how to log in to the jump host. Set ssh_bastion_private_key_file, ssh_bastion_password or ssh_bastion_agent_auth beside ssh_bastion_host.',
      ],
    ],
    [{ ssh_disable_agent_forwarding: true }, []],
    [
      { ssh_disable_agent_forwarding: false },
      [
        'ssh-agent-not-forwarded: The SSH agent is not forwarded. With a forwarded agent, whatever runs on the machine could log in as you elsewhere. Fetch what the build needs on this machine, and upload it with a file provisioner.',
      ],
    ],
    [{ ssh_handshake_attempts: -1 }, []],
    // Of a jump host that there is not nothing has to be right.
    [{ ssh_bastion_private_key_file: '/nowhere/key', ssh_bastion_port: -1 }, []],
    [
      { ssh_bastion_host: 'jump', ssh_bastion_agent_auth: true, ssh_bastion_port: -1 },
      ['port-out-of-range: ssh_bastion_port is no port: -1. A port is a whole number from 1 to 65535.'],
    ],
  ])('%j', (options, messages) => {
    expect(check(options)).toEqual(messages);
  });
});

describe('a key file is looked at before anything runs', () => {
  const folder = temporaryFolder('ssh-keys');
  const written = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const { privateKey, publicKey } = makeEd25519KeyPair('someone');

  it('and may hold a private key', () => {
    const file = written('id', privateKey);
    expect(check({ ssh_private_key_file: file })).toEqual([]);
    expect(check({ ssh_bastion_host: 'jump', ssh_private_key_file: file })).toEqual([]);
    expect(check({ ssh_bastion_host: 'jump', ssh_bastion_private_key_file: file })).toEqual([]);
  });

  it('and is refused where it holds something else', () => {
    const file = written('id.pub', publicKey);
    expect(check({ ssh_private_key_file: file })).toEqual([
      `ssh-key-unusable: ${file} is no private key. It is a public key; the private one is usually in the file without .pub. ssh_private_key_file must name a private key file.`,
    ]);
    const other = written('notes', 'A PRIVATE KEY is elsewhere.');
    expect(check({ ssh_bastion_host: 'jump', ssh_bastion_private_key_file: other })).toEqual([
      `ssh-key-unusable: ${other} is no private key. It holds no private key in OpenSSH or PEM format. ssh_bastion_private_key_file must name a private key file.`,
    ]);
    expect(check({ ssh_private_key_file: folder })).toEqual([
      `ssh-key-unusable: ${folder} is no private key. It is a folder. ssh_private_key_file must name a private key file.`,
    ]);
  });

  it('but not read from a pipe, which the connection reads', () => {
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(check({ ssh_private_key_file: pipe })).toEqual([]);
  });
});

describe('a key file that can not be used', () => {
  const connector = (path: string) =>
    import('../../support/plugin-context.ts').then(({ buildContext }) =>
      ssh.connector(
        decodedOptions<SshOptions>(sshSchema, { ssh_username: 'ubuntu', ssh_private_key_file: path }),
        buildContext(),
      ),
    );

  it('is named with the reason', async () => {
    await expect(connector('/no/such/key')).rejects.toMatchObject({
      code: 'ssh-key-unusable',
      category: 'input',
      message:
        'Cannot use ssh_private_key_file = "/no/such/key": ENOENT: no such file or directory, open \'/no/such/key\'',
    });
    await expect(connector('/etc/hostname')).rejects.toMatchObject({
      code: 'ssh-key-unusable',
      hint: 'It must be a private key in OpenSSH or PEM format.',
    });
  });
});
