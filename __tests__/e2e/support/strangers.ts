import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../support/free-port.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { cleanEnvironment, Program, run, stranger } from './programs.ts';

/** A server of other people that a test started. */
export interface Stranger extends AsyncDisposable {
  readonly port: number;
  readonly program: Program;
}

/** The moto emulator of EC2, SSM and STS: somebody else's idea of what AWS answers. */
export async function startMoto(program: string): Promise<Stranger & { readonly env: Record<string, string> }> {
  const port = await freePort();
  const server = new Program(program, ['-H', '127.0.0.1', '-p', String(port)], { env: cleanEnvironment() });
  await server.until(/Running on http/);
  return {
    port,
    program: server,
    env: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'testing',
      AWS_SECRET_ACCESS_KEY: 'testing',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop('SIGKILL');
    },
  };
}

/**
 * A real OpenSSH server on a loopback port that lets every offered key in (its AuthorizedKeysCommand prints the key that
 * is offered): the stand-in for a machine whose key pair the emulator does not really plant.
 */
export async function startSshd(sshd: string): Promise<Stranger> {
  const port = await freePort();
  const folder = temporaryFolder('sshd');
  const hostKey = path.join(folder, 'host_key');
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', hostKey], cleanEnvironment());
  // sshd wants the command, and every folder above it, to be root's and writable by nobody else: /tmp is not.
  const trusted = '/var/lib/bake-ami-tests';
  mkdirSync(trusted, { recursive: true, mode: 0o755 });
  const command = path.join(trusted, 'offered-key');
  writeFileSync(command, '#!/bin/sh\necho "$1 $2"\n');
  chmodSync(command, 0o755);
  const config = path.join(folder, 'sshd_config');
  writeFileSync(
    config,
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${hostKey}`,
      `PidFile ${path.join(folder, 'pid')}`,
      `AuthorizedKeysCommand ${command} %t %k`,
      'AuthorizedKeysCommandUser nobody',
      'PermitRootLogin prohibit-password',
      'PasswordAuthentication no',
      'UsePAM no',
      'Subsystem sftp internal-sftp',
    ].join('\n'),
  );
  mkdirSync('/run/sshd', { recursive: true });
  const server = new Program(sshd, ['-D', '-e', '-f', config], { env: cleanEnvironment() });
  await server.until(/Server listening/);
  return {
    port,
    program: server,
    [Symbol.asyncDispose]: async () => {
      await server.stop();
    },
  };
}

export const sshdPath = (): string | undefined => stranger('sshd', '/usr/sbin/sshd');
