import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fileProvisioner } from '../../../src/provisioners/file/index.ts';
import { type FileOptions, fileSchema } from '../../../src/provisioners/file/options.ts';
import { decodedOptions, provisionContext } from '../../support/plugin-context.ts';
import { RecordingCommunicator } from '../../support/recording-communicator.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let workingDirectory: string;
let machine: RecordingCommunicator;

beforeEach(async () => {
  workingDirectory = temporaryFolder();
  machine = new RecordingCommunicator();
  machine.answer = (command) => ({
    exitCode: command.startsWith('test -d') && !machine.remoteFolders.has(command.slice('test -d '.length)) ? 1 : 0,
  });
  await mkdir(path.join(workingDirectory, 'app', 'deep'), { recursive: true });
  await writeFile(path.join(workingDirectory, 'app', 'main.js'), 'main');
  await writeFile(path.join(workingDirectory, 'tool.sh'), 'tool');
  await chmod(path.join(workingDirectory, 'tool.sh'), 0o754);
});

const decoded = (options: Partial<FileOptions>) => decodedOptions<FileOptions>(fileSchema, options);
const provision = (options: Partial<FileOptions>) =>
  fileProvisioner.provision(decoded(options), provisionContext(machine, { workingDirectory }));
const copies = () => machine.calls.filter((call) => !call.startsWith('exec'));

describe('the file provisioner uploads', () => {
  it('a file to the path that is given, with its own permissions', async () => {
    await provision({ source: 'tool.sh', destination: '/tmp/renamed' });
    expect(copies()).toEqual(['upload /tmp/renamed 754']);
    expect(machine.uploads.get('/tmp/renamed')?.content).toBe('tool');
  });

  it('a file under its own name into a destination that ends with a slash', async () => {
    await provision({ source: 'tool.sh', destination: '/opt/' });
    expect(copies()).toEqual(['upload /opt/tool.sh 754']);
  });

  it('several files, source last', async () => {
    await provision({ sources: ['app/main.js'], source: 'tool.sh', destination: '/opt/' });
    expect(copies()).toEqual(['upload /opt/main.js 644', 'upload /opt/tool.sh 754']);
  });

  it('what is in a folder when the source ends with a slash', async () => {
    machine.remoteFolders.add('/opt/app');
    await provision({ source: 'app/', destination: '/opt/app' });
    expect(copies()).toEqual(['uploadDirectory /opt/app: deep main.js']);
  });

  it('the folder itself into a folder that is there', async () => {
    machine.remoteFolders.add('/opt');
    await provision({ source: 'app', destination: '/opt' });
    expect(copies()).toEqual(['uploadDirectory /opt/app: deep main.js']);
  });

  it('the folder as the destination when that is not there yet', async () => {
    await provision({ source: 'app', destination: '/opt/new' });
    expect(copies()).toEqual(['uploadDirectory /opt/new: deep main.js']);
  });

  it('a text, readable by the login user only', async () => {
    await provision({ content: 'hello', destination: '/tmp/{{ .ID }}' });
    expect(machine.uploads.get('/tmp/i-0123456789abcdef0')).toEqual({ content: 'hello', mode: 0o600 });
  });

  it('nothing that an earlier provisioner should have made and did not', async () => {
    await expect(provision({ source: 'made.txt', destination: '/tmp/x', generated: true })).rejects.toMatchObject({
      code: 'file-not-found',
      hint: `A relative path starts at ${workingDirectory}.`,
    });
  });
});

describe('the file provisioner downloads', () => {
  const local = (name: string) => readFile(path.join(workingDirectory, name), 'utf8');

  it('a file, and makes the folders on the way', async () => {
    await provision({ direction: 'download', source: '/etc/os-release', destination: 'out/a/release' });
    expect(await local('out/a/release')).toBe('content of /etc/os-release');
  });

  it('a file under its own name into a destination that ends with a slash', async () => {
    await provision({ direction: 'download', source: '/etc/os-release', destination: 'out/' });
    expect(await local('out/os-release')).toBe('content of /etc/os-release');
  });

  it('a folder, under its own name', async () => {
    machine.remoteFolders.add('/var/log/');
    await provision({ direction: 'download', source: '/var/log/', destination: 'logs' });
    expect(await local('logs/log/file')).toBe('content of /var/log/');
  });

  it('what matches a pattern', async () => {
    machine.answer = (command, { onLine }) => {
      if (command.startsWith('for '))
        for (const name of ['/var/log/a b.log', '/var/log/c.log']) onLine?.('stdout', name);
      return { exitCode: command.startsWith('test -d') ? 1 : 0 };
    };
    await provision({ direction: 'download', source: '/var/log/*.log', destination: 'logs' });
    expect(machine.calls[0]).toBe(
      `exec for f in /var/log/*.log; do if [ -e "$f" ]; then printf '%s\\n' "$f"; fi; done`,
    );
    expect(copies()).toEqual(['download /var/log/a b.log', 'download /var/log/c.log']);
    expect(await local('logs/a b.log')).toBe('content of /var/log/a b.log');
  });

  it('nothing, and says so, when a pattern matches nothing', async () => {
    await expect(provision({ direction: 'download', source: '/no/*', destination: 'x' })).rejects.toThrow(
      'Nothing on the machine matches /no/*',
    );
  });
});

describe('what is wrong with a file block is said before anything runs', () => {
  const check = (options: Partial<FileOptions>) =>
    fileProvisioner
      .validate(decoded({ destination: '/tmp/x', ...options }), { workingDirectory: '/project', force: false })
      .map(({ severity, code, summary }) => `${severity}: ${code}: ${summary}`);

  it.each<[Partial<FileOptions>, readonly string[]]>([
    [{ source: '/bin/sh' }, []],
    [{ content: '' }, []],
    [{ content: '', source: '/bin/sh' }, []],
    [{ source: 'missing', generated: true }, []],
    [{ source: '/remote', direction: 'download' }, []],
    [{}, ['warning: file-source-missing: There is nothing to copy']],
    [{ content: 'x', source: '/bin/sh' }, ['error: file-content-and-source: content and source are given together']],
    [{ content: 'x', direction: 'download' }, ['error: file-content-download: content can not be downloaded']],
    [{ sources: ['/bin/sh', 'missing'] }, ['error: file-not-found: There is no file missing']],
    [{ source: '/bin/sh', destination: '' }, ['error: file-destination-empty: destination is empty']],
  ])('%j', (options, messages) => {
    expect(check(options)).toEqual(messages);
  });
});
