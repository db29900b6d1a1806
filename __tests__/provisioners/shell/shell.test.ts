import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ProvisionContext } from '../../../src/engine/ports.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { shellProvisioner } from '../../../src/provisioners/shell/index.ts';
import { type ShellOptions, shellSchema } from '../../../src/provisioners/shell/options.ts';
import { decodedOptions, provisionContext } from '../../support/plugin-context.ts';
import { RecordingCommunicator } from '../../support/recording-communicator.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const ids = { uuid: () => 'uuid', token: () => 'token' };
const decoded = (options: Partial<ShellOptions>) => decodedOptions<ShellOptions>(shellSchema, options);
const lost = (retryable: boolean) =>
  new BakeError('The connection ended', { code: 'connection-lost', category: 'connection', retryable });

async function provision(
  options: Partial<ShellOptions>,
  machine = new RecordingCommunicator(),
  overrides: Partial<ProvisionContext> = {},
): Promise<RecordingCommunicator> {
  await shellProvisioner.provision(decoded(options), provisionContext(machine, { ids, ...overrides }));
  return machine;
}

describe('the shell provisioner', () => {
  it('uploads inline lines as one executable script, runs it and removes it', async () => {
    const machine = await provision({ inline: ['echo one', 'echo two'] });
    expect(machine.calls).toEqual([
      'upload /tmp/script_token.sh 755',
      `exec chmod +x /tmp/script_token.sh; PACKER_BUILDER_TYPE='amazon-ebs' PACKER_BUILD_NAME='machine'  /tmp/script_token.sh`,
      'exec rm -f /tmp/script_token.sh',
    ]);
    expect(machine.uploads.get('/tmp/script_token.sh')).toEqual({
      content: '#!/bin/sh -e\necho one\necho two\n',
      mode: 0o755,
    });
  });

  it.each([
    ['keeps a shebang of the lines', { inline: ['#!/bin/bash', 'echo'] }, '#!/bin/bash\necho\n'],
    [
      'puts a shebang of the template before one of the lines',
      { inline: ['#!/bin/bash', 'echo'], inline_shebang: '/bin/dash' },
      '#!/bin/dash\n#!/bin/bash\necho\n',
    ],
    ['renders what only the run knows', { inline: ['echo {{ .ID }}'] }, '#!/bin/sh -e\necho i-0123456789abcdef0\n'],
    ['turns line ends into those of Unix', { inline: ['a\r', 'b\r'] }, '#!/bin/sh -e\na\nb\n'],
    ['leaves binary ones as they are', { inline: ['a\r', 'b\r'], binary: true }, '#!/bin/sh -e\na\r\nb\r\n'],
  ])('%s', async (_, options, content) => {
    const machine = await provision(options);
    expect(machine.uploads.get('/tmp/script_token.sh')?.content).toBe(content);
  });

  it('sorts the variables, lets env win, and gets any value through single quotes', async () => {
    const machine = await provision({
      inline: ['env'],
      environment_vars: ['B=from list', 'A=x=y'],
      env: { B: "it's" },
      execute_command: '{{.Vars}} sudo -E {{.Path}}',
    });
    expect(machine.calls[1]).toBe(
      `exec A='x=y' B='it'"'"'s' PACKER_BUILDER_TYPE='amazon-ebs' PACKER_BUILD_NAME='machine'  sudo -E /tmp/script_token.sh`,
    );
  });

  it('writes variables in the format of the template', async () => {
    const machine = await provision({ inline: ['env'], env: { A: '1' }, env_var_format: '-e %s=%s 100%% ' });
    expect(machine.calls[1]).toContain('-e A=1 100% -e PACKER_BUILDER_TYPE=amazon-ebs 100% ');
  });

  it('keeps variables out of the command line when they go into a file', async () => {
    const machine = await provision({ inline: ['env'], env: { TOKEN: 'secret' }, use_env_var_file: true });
    expect(machine.calls).toEqual([
      'upload /tmp/varfile_token.sh 600',
      'upload /tmp/script_token.sh 755',
      'exec chmod +x /tmp/script_token.sh; . /tmp/varfile_token.sh && /tmp/script_token.sh',
      'exec rm -f /tmp/varfile_token.sh /tmp/script_token.sh',
    ]);
    expect(machine.uploads.get('/tmp/varfile_token.sh')?.content).toBe(
      "export PACKER_BUILDER_TYPE='amazon-ebs'\nexport PACKER_BUILD_NAME='machine'\nexport TOKEN='secret'\n",
    );
  });

  it('uploads script files from the working directory, one after the other, to where the template says', async () => {
    const workingDirectory = temporaryFolder();
    await writeFile(path.join(workingDirectory, 'a.sh'), 'one\r\ntwo');
    await writeFile(path.join(workingDirectory, 'b.sh'), 'three\n');
    const machine = await provision(
      { scripts: ['a.sh', 'b.sh'], remote_folder: '/var/tmp', remote_file: 'job' },
      undefined,
      { workingDirectory },
    );
    expect(machine.calls.filter((call) => !call.startsWith('exec chmod'))).toEqual([
      'upload /var/tmp/job 755',
      'upload /var/tmp/job 755',
      'exec rm -f /var/tmp/job',
    ]);
    const single = await provision({ script: 'a.sh', remote_path: '~/my job', skip_clean: true }, undefined, {
      workingDirectory,
    });
    expect(single.uploads.get('~/my job')?.content).toBe('one\ntwo\n');
    expect(single.calls).toHaveLength(2);
  });

  it('tells of a missing command that it may be one of another system in a rehearsal', async () => {
    const machine = new RecordingCommunicator();
    machine.answer = () => ({ exitCode: 127 });
    await expect(provision({ inline: ['yum install x'] }, machine)).rejects.toMatchObject({
      hint: expect.stringContaining('127 stands for a command that is not there; on the local cloud'),
    });
  });

  it('fails with the exit status and what was allowed, and names the script', async () => {
    const machine = new RecordingCommunicator();
    machine.answer = () => ({ exitCode: 3 });
    await expect(provision({ inline: ['exit 3'] }, machine)).rejects.toMatchObject({
      code: 'script-failed',
      category: 'provision',
      message: 'Script exited with non-zero exit status: 3. Allowed exit codes are: [0]',
      hint: 'It was the inline script; the log has its output.',
    });
    expect(machine.calls).toHaveLength(2);
  });

  it('counts a command that a signal ended as shells do', async () => {
    const machine = new RecordingCommunicator();
    machine.answer = (command) => (command.startsWith('rm') ? { exitCode: 0 } : { exitCode: 128, exitSignal: 'KILL' });
    await expect(provision({ inline: ['x'] }, machine)).rejects.toThrow(
      'Script exited with non-zero exit status: 137 (ended by SIGKILL). Allowed exit codes are: [0]',
    );
    await provision({ inline: ['x'], valid_exit_codes: ['137'] }, machine);
  });

  it('says what to do where the machine restarted under a script that did not say so', async () => {
    const machine = new RecordingCommunicator();
    machine.answer = () => ({ exitCode: 128, exitSignal: 'TERM' });
    await expect(provision({ inline: ['sudo reboot', 'sleep 9'] }, machine)).rejects.toMatchObject({
      hint: expect.stringContaining('expect_disconnect = true'),
    });
  });

  it('takes only the exit statuses of the list', async () => {
    const machine = new RecordingCommunicator();
    machine.answer = () => ({ exitCode: 0 });
    await expect(provision({ inline: ['x'], valid_exit_codes: ['3010'] }, machine)).rejects.toThrow(
      'Script exited with non-zero exit status: 0. Allowed exit codes are: [3010]',
    );
  });

  it('shows the output', async () => {
    const machine = new RecordingCommunicator();
    machine.answer = (_, { onLine }) => {
      onLine?.('stdout', 'hello');
      onLine?.('stderr', 'oops');
      return { exitCode: 0 };
    };
    const context = provisionContext(machine, { ids });
    await shellProvisioner.provision(decoded({ inline: ['x'], skip_clean: true }), context);
    expect(context.lines).toEqual([
      { stream: 'stdout', text: 'hello' },
      { stream: 'stderr', text: 'oops' },
    ]);
  });
});

describe('a connection that ends under a script', () => {
  const dropOnce = (machine: RecordingCommunicator, retryable: boolean) => {
    let dropped = false;
    machine.answer = (command) => {
      if (dropped || command.startsWith('rm')) return { exitCode: 0 };
      dropped = true;
      throw lost(retryable);
    };
  };

  it('is an error that tells the option', async () => {
    const machine = new RecordingCommunicator();
    dropOnce(machine, false);
    await expect(provision({ inline: ['reboot'] }, machine)).rejects.toMatchObject({
      code: 'script-disconnected',
      message: 'Script disconnected unexpectedly: inline script',
      hint: 'If the script is meant to end the connection (a reboot), set expect_disconnect = true.',
    });
  });

  it.each([
    ['expect_disconnect', { expect_disconnect: true }],
    ["Packer's own exit status for it", { valid_exit_codes: ['0', '2300218'] }],
  ])('is fine with %s', async (_, options) => {
    const machine = new RecordingCommunicator();
    dropOnce(machine, false);
    await provision({ inline: ['reboot'], ...options }, machine);
    expect(machine.calls.at(-1)).toBe('exec rm -f /tmp/script_token.sh');
  });

  it('is fine when the shutdown ended the script with a signal', async () => {
    const machine = new RecordingCommunicator();
    machine.answer = (command) => (command.startsWith('rm') ? { exitCode: 0 } : { exitCode: 128, exitSignal: 'TERM' });
    await provision({ inline: ['reboot'], expect_disconnect: true }, machine);
  });

  it('does not run a script twice that was started', async () => {
    const machine = new RecordingCommunicator();
    dropOnce(machine, false);
    await provision({ inline: ['reboot'], expect_disconnect: true }, machine);
    expect(machine.calls.filter((call) => call.startsWith('exec chmod'))).toHaveLength(1);
  });

  it('uploads and starts again on a new connection what never was started', async () => {
    const machine = new RecordingCommunicator();
    dropOnce(machine, true);
    await provision({ inline: ['x'] }, machine, { clock: new VirtualClock({ autoAdvance: true }) });
    expect(machine.calls.map((call) => call.split(' ')[0])).toEqual([
      'upload',
      'exec',
      'reconnect',
      'upload',
      'exec',
      'exec',
    ]);
  });

  it('gives up after start_retry_timeout', async () => {
    const machine = new RecordingCommunicator();
    machine.beforeUpload = () => {
      throw lost(true);
    };
    const clock = new VirtualClock({ autoAdvance: true });
    await expect(provision({ inline: ['x'], start_retry_timeout: 60_000 }, machine, { clock })).rejects.toMatchObject({
      code: 'script-start-timeout',
      message: 'Cannot start inline script within 1 minute: The connection ended',
    });
    expect(clock.monotonic()).toBe(60_000);
    expect(clock.sleeping).toBe(0);
  });

  it('removes the script on a new connection when the machine goes down only then', async () => {
    const machine = new RecordingCommunicator();
    let removals = 0;
    machine.answer = (command) => {
      if (command.startsWith('rm') && removals++ === 0) throw lost(false);
      return { exitCode: 0 };
    };
    await provision({ inline: ['shutdown -r +0'], expect_disconnect: true }, machine, {
      clock: new VirtualClock({ autoAdvance: true }),
    });
    expect(machine.calls.slice(-3)).toEqual([
      'exec rm -f /tmp/script_token.sh',
      'reconnect',
      'exec rm -f /tmp/script_token.sh',
    ]);
  });

  it('does not go on after it was cancelled', async () => {
    const cancel = new AbortController();
    const machine = new RecordingCommunicator();
    machine.answer = () => {
      cancel.abort();
      throw new BakeError('Cancelled', { code: 'cancelled', category: 'cancelled' });
    };
    await expect(
      provision({ inline: ['x'], expect_disconnect: true }, machine, { signal: cancel.signal }),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('pauses after the last script, and not when cancelled', async () => {
    const clock = new VirtualClock({ autoAdvance: true });
    await provision({ inline: ['x'], pause_after: 90_000 }, undefined, { clock });
    expect(clock.monotonic()).toBe(90_000);
    const cancel = new AbortController();
    const stopped = provision({ inline: ['x'], pause_after: 90_000 }, undefined, {
      clock: new VirtualClock(),
      signal: cancel.signal,
    });
    cancel.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('what is wrong with a shell block is said before anything runs', () => {
  const check = (options: Partial<ShellOptions>) =>
    shellProvisioner
      .validate(decoded(options), { workingDirectory: '/project', force: false })
      .map(({ code, summary, detail }) => `${code}: ${summary}. ${detail}`);

  it.each<[Partial<ShellOptions>, readonly string[]]>([
    [{ inline: ['x'] }, []],
    [{}, ['shell-script-count: There is no script to run. Exactly one of inline, script and scripts is needed.']],
    [
      { inline: ['x'], script: '/bin/sh' },
      [
        'shell-script-count: inline and script are given together. Exactly one of inline, script and scripts is needed.',
      ],
    ],
    [
      { scripts: ['/bin/sh', 'missing.sh'] },
      [
        'script-not-found: There is no script missing.sh. A relative path starts at /project; "${path.root}/…" starts at the template\'s folder.',
      ],
    ],
    [
      { inline: ['x'], environment_vars: ['A=1', 'B'] },
      [
        'environment-variable-shape: An environment variable is not written as NAME=value. It is "B". Write "NAME=value", or use env = { NAME = "value" }.',
      ],
    ],
    [
      { inline: ['x'], valid_exit_codes: ['zero'] },
      ['exit-code-shape: zero is no exit status. valid_exit_codes lists whole numbers, for example [0, 3].'],
    ],
  ])('%j', (options, messages) => {
    expect(check(options)).toEqual(messages);
  });
});
