import { describe, expect, it } from '@jest/globals';
import { sshCommunicator } from '../../../src/communicators/ssh/index.ts';
import { type SshOptions, sshSchema } from '../../../src/communicators/ssh/options.ts';
import { decodedOptions } from '../../support/plugin-context.ts';

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
    [{ ssh_private_key_file: '/etc/hostname' }, []],
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
    [{ ssh_bastion_host: 'jump', ssh_private_key_file: '/etc/hostname' }, []],
    [{ ssh_disable_agent_forwarding: true }, []],
    [
      { ssh_disable_agent_forwarding: false },
      [
        'ssh-agent-not-forwarded: The SSH agent is not forwarded. With a forwarded agent, whatever runs on the machine could log in as you elsewhere. Fetch what the build needs on this machine, and upload it with a file provisioner.',
      ],
    ],
    [
      { ssh_handshake_attempts: -1 },
      ['negative-attempts: ssh_handshake_attempts is negative. Set how many refused logins to accept; 0 is no limit.'],
    ],
  ])('%j', (options, messages) => {
    expect(check(options)).toEqual(messages);
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
