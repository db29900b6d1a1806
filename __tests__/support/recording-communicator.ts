import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Communicator, ExecOptions, ExecResult, FileContent } from '../../src/engine/ports.ts';

export interface Upload {
  readonly content: string;
  readonly mode: number;
}

/** A machine that only writes down what it is asked for; a test says what its commands answer. */
export class RecordingCommunicator implements Communicator {
  readonly type = 'ssh';
  readonly host = '192.0.2.7';
  readonly port = 22;
  readonly username = 'ubuntu';
  readonly access = {
    privateKey: 'PRIVATE',
    privateKeyFile: undefined,
    agent: false,
    password: undefined,
    knownHosts: ['192.0.2.7 ssh-ed25519 AAAA'],
    bastion: undefined,
  };
  /** Everything that was asked for, in order: `upload /tmp/x 755`, `exec …`, `reconnect`. */
  readonly calls: string[] = [];
  readonly uploads = new Map<string, Upload>();
  readonly remoteFolders = new Set<string>();
  answer: (command: string, options: ExecOptions) => ExecResult | Promise<ExecResult> = () => ({ exitCode: 0 });
  beforeUpload: (remotePath: string) => void = () => undefined;

  async exec(command: string, options: ExecOptions): Promise<ExecResult> {
    this.calls.push(`exec ${command}`);
    return this.answer(command, options);
  }

  async upload(content: FileContent, remotePath: string, { mode }: { readonly mode: number }): Promise<void> {
    this.calls.push(`upload ${remotePath} ${mode.toString(8)}`);
    this.beforeUpload(remotePath);
    const bytes = 'bytes' in content ? content.bytes : await readFile(content.path);
    this.uploads.set(remotePath, { content: bytes.toString(), mode });
  }

  async uploadDirectory(localDirectory: string, remoteDirectory: string): Promise<void> {
    const names = (await readdir(localDirectory)).sort().join(' ');
    this.calls.push(`uploadDirectory ${remoteDirectory}: ${names}`);
  }

  async download(remotePath: string, localPath: string): Promise<void> {
    this.calls.push(`download ${remotePath}`);
    await writeFile(localPath, `content of ${remotePath}`);
  }

  async downloadDirectory(remoteDirectory: string, localDirectory: string): Promise<void> {
    this.calls.push(`downloadDirectory ${remoteDirectory}`);
    await mkdir(localDirectory, { recursive: true });
    await writeFile(path.join(localDirectory, 'file'), `content of ${remoteDirectory}`);
  }

  async reconnect(): Promise<void> {
    this.calls.push('reconnect');
  }

  async close(): Promise<void> {
    this.calls.push('close');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
