import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { assignments } from '../../../src/engine/local-script/environment-variables.ts';
import { type LocalScriptOptions, localScriptSchema } from '../../../src/engine/local-script/options.ts';
import {
  type LocalScriptContext,
  linuxPath,
  runLocalScript,
} from '../../../src/engine/local-script/run-local-script.ts';
import { shellLocalPostProcessor } from '../../../src/post-processors/shell-local/index.ts';
import { shellLocalProvisioner } from '../../../src/provisioners/shell-local/index.ts';
import { artifact, communicator } from '../../engine/support/fake-components.ts';
import { buildContext, decodedOptions, provisionContext } from '../../support/plugin-context.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder('shell-local');
});

const decode = (given: Partial<LocalScriptOptions>) => decodedOptions<LocalScriptOptions>(localScriptSchema, given);

/** Runs a block on this machine; returns what it printed. */
async function run(given: Partial<LocalScriptOptions>, overrides: Partial<LocalScriptContext> = {}): Promise<string[]> {
  const lines: string[] = [];
  await runLocalScript(decode(given), {
    ...buildContext({
      workingDirectory: folder,
      temporaryDirectory: folder,
      environment: { PATH: process.env['PATH'] },
    }),
    generated: { ID: 'i-0123' },
    line: (stream, text) => void lines.push(stream === 'stdout' ? text : `(stderr) ${text}`),
    ...overrides,
  });
  return lines;
}

function script(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  chmodSync(path.join(folder, name), 0o755);
  return name;
}

describe('shell-local', () => {
  it('runs the lines of inline as one script, in the working directory, and tells what it prints', async () => {
    expect(await run({ inline: ['x=1', 'echo "x is $x"', 'echo oops >&2', 'pwd'] })).toEqual(
      expect.arrayContaining(['x is 1', '(stderr) oops', folder]),
    );
  });

  it('ends an inline script at its first failing line', async () => {
    await expect(run({ inline: ['false', 'echo never'] })).rejects.toMatchObject({
      code: 'script-failed',
      message: 'The inline script exited with status 1 on this machine; expected 0',
    });
  });

  it('uses another interpreter with inline_shebang', async () => {
    expect(await run({ inline: ['false', 'echo still here'], inline_shebang: '/bin/sh' })).toEqual(['still here']);
  });

  it('takes command for an inline script of one line', async () => {
    expect(await run({ command: 'echo one' })).toEqual(['one']);
  });

  it('renders build data in the lines', async () => {
    expect(await run({ inline: ['echo made on {{ .ID }}'] })).toEqual(['made on i-0123']);
  });

  it('keeps the script from other users while it runs, and removes it afterwards, also after a failure', async () => {
    const [mode] = await run({ inline: ['stat -c %a "$0"'], tempfile_extension: 'bash' });
    expect(mode).toBe('700');
    await expect(run({ inline: ['exit 3'] })).rejects.toThrow('status 3');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('runs script files one after the other, by absolute paths, spaces and all', async () => {
    script('first one.sh', '#!/bin/sh\necho "$0"');
    script('second.sh', '#!/bin/sh\necho second');
    expect(await run({ scripts: ['first one.sh', 'second.sh'] })).toEqual([
      path.join(folder, 'first one.sh'),
      'second',
    ]);
  });

  it('stops at the first script that fails', async () => {
    const failing = script('failing.sh', '#!/bin/sh\nexit 3');
    const later = script('later.sh', '#!/bin/sh\ntouch later');
    await expect(run({ scripts: [failing, later] })).rejects.toThrow(
      `Script ${path.join(folder, 'failing.sh')} exited with status 3 on this machine; expected 0`,
    );
    expect(existsSync(path.join(folder, 'later'))).toBe(false);
  });

  it('says so when a script is not executable', async () => {
    writeFileSync(path.join(folder, 'plain.sh'), 'echo');
    await expect(run({ script: 'plain.sh' })).rejects.toThrow('exited with status 126');
  });

  it('takes other exit statuses for success where they are listed, and only those', async () => {
    await run({ inline: ['exit 3'], valid_exit_codes: ['3', '4'] });
    await expect(run({ inline: ['exit 0'], valid_exit_codes: ['3'] })).rejects.toThrow('status 0');
  });

  it('reports a script that was ended by a signal as 128 and the signal', async () => {
    await expect(run({ inline: ['kill -KILL $$'] })).rejects.toThrow('status 137');
  });

  it('takes an end by a signal for success where -1 is listed, as Packer calls it, or the status that is told', async () => {
    const killed = { inline: ['kill -KILL $$'], execute_command: ['/bin/sh', '{{ .Script }}'] };
    await run({ ...killed, valid_exit_codes: ['-1'] });
    await run({ ...killed, valid_exit_codes: ['137'] });
    await expect(run({ ...killed, valid_exit_codes: ['0'] })).rejects.toThrow('status 137');
    // A shell in between exits with a status of its own.
    await expect(run({ inline: ['kill -KILL $$'], valid_exit_codes: ['-1'] })).rejects.toThrow('status 137');
  });

  it('sets the variables of the block and of Packer, env over environment_vars, whatever is in them', async () => {
    expect(
      await run({
        inline: ['echo "$A|$B|$C|$PACKER_BUILD_NAME|$PACKER_BUILDER_TYPE|$PACKER_RUN_UUID"'],
        environment_vars: ['A=1=1', 'B=overridden', 'C={{ .ID }}'],
        env: { B: `it's "quoted" $HOME` },
      }),
    ).toEqual([`1=1|it's "quoted" $HOME|i-0123|machine|amazon-ebs|00000000-0000-4000-8000-000000000000`]);
  });

  it('keeps variables out of the arguments, where other users could read them', async () => {
    const [line] = await run({
      env: { SECRET: 'hunter2' },
      inline: ['tr "\\0" " " < /proc/$PPID/cmdline; tr "\\0" " " < /proc/$$/cmdline'],
    });
    expect(line).toMatch(/shell-local/);
    expect(line).not.toContain('hunter2');
  });

  it('gives the program nothing of the environment but what it was given', async () => {
    expect(
      await run({ inline: ['test -z "$HIDDEN" && echo "unset $SHOWN"'] }, { environment: { SHOWN: 'yes' } }),
    ).toEqual(['unset yes']);
  });

  it('runs another command with execute_command, each argument rendered', async () => {
    const name = script('x.sh', '#!/bin/sh\necho "$A in $0"');
    expect(
      await run({
        script: name,
        env: { A: "it's" },
        execute_command: ['/bin/sh', '-c', 'echo on {{ .ID }}; {{ .Vars }} {{ .Script }}'],
      }),
    ).toEqual(['on i-0123', `it's in ${path.join(folder, 'x.sh')}`]);
  });

  it('names a program that is not there', async () => {
    await expect(run({ command: 'true', execute_command: ['no-such-program'] })).rejects.toMatchObject({
      code: 'program-not-startable',
      message: 'Could not start no-such-program: spawn no-such-program ENOENT',
    });
  });

  it('is skipped on systems that only_on does not name', async () => {
    const context = buildContext({ temporaryDirectory: folder });
    await run({ inline: ['exit 1'], only_on: ['windows'] }, { emit: context.emit });
    expect(context.events).toEqual([
      {
        type: 'progress',
        build: 'test.amazon-ebs.machine',
        message: 'Skipped: this is linux, and only_on says windows',
      },
    ]);
    expect(await run({ inline: ['echo here'], only_on: ['linux', 'windows'] })).toEqual(['here']);
  });

  it('drops empty lines and trailing blanks, and what a carriage return overwrites', async () => {
    expect(await run({ inline: ['printf "10%%\\r100%%  \\n\\n  indented\\nlast"'] })).toEqual([
      '100%',
      '  indented',
      'last',
    ]);
  });

  it('ends the script and all that it started when the build is cancelled', async () => {
    const abort = new AbortController();
    const lines: string[] = [];
    const running = run(
      { inline: ['sleep 600 & echo "$$ $!"', 'wait'] },
      {
        signal: abort.signal,
        line: (_, text) => {
          lines.push(text);
          abort.abort();
        },
      },
    );
    await expect(running).rejects.toMatchObject({ category: 'cancelled' });
    const pids = (lines[0] ?? '').split(' ').map(Number);
    expect(pids).toHaveLength(2);
    // They have been killed; the kernel may take a moment.
    while (pids.some(isRunning)) await new Promise((resolve) => setImmediate(resolve));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('kills what does not end by itself', async () => {
    const abort = new AbortController();
    const running = run(
      { inline: ['trap "" TERM', 'echo ready', 'while :; do sleep 600; done'] },
      { signal: abort.signal, line: () => abort.abort() },
    );
    await expect(running).rejects.toMatchObject({ category: 'cancelled' });
  }, 10_000);

  it('does not wait for what a script leaves in the background', async () => {
    const start = performance.now();
    const [pid] = await run({ inline: ['sleep 60 & echo $!'] });
    expect(performance.now() - start).toBeLessThan(30_000);
    process.kill(Number(pid), 'SIGKILL');
  }, 30_000);

  it('does not start anything once the build is cancelled', async () => {
    await expect(run({ inline: ['touch ran'] }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      category: 'cancelled',
    });
    expect(existsSync(path.join(folder, 'ran'))).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    // A zombie is over, although nobody has asked for its status yet.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('the variables of a script as text', () => {
  it('are sorted, and written by the format, quotes in values made harmless', () => {
    expect(assignments({ B: '2', A: "it's" }, "%s='%s' ")).toBe(`A='it'"'"'s' B='2' `);
    expect(assignments({ A: '1' }, 'set %s=%s && ')).toBe('set A=1 && ');
    expect(assignments({ A: '%s' }, '100%% %s=%s;')).toBe('100% A=%s;');
  });
});

describe('a path on Windows', () => {
  it('is written as the Windows Subsystem for Linux sees it', () => {
    expect(linuxPath('C:\\bake\\my script.sh')).toBe('/mnt/c/bake/my script.sh');
    expect(linuxPath('/already/there.sh')).toBe('/already/there.sh');
  });
});

describe('the options of shell-local', () => {
  const problems = (given: Partial<LocalScriptOptions>) =>
    shellLocalProvisioner
      .validate(decode(given), { workingDirectory: folder, force: false })
      .map(({ code, detail }) => `${code}: ${detail}`);

  it('need exactly one script', () => {
    expect(problems({})).toEqual(['missing-script: Write one of "inline", "script", "scripts" or "command".']);
    expect(problems({ inline: ['x'], command: 'x' })).toEqual([
      'conflicting-options: "command" and "inline" exclude each other: write one of them.',
    ]);
    expect(problems({ inline: ['x'] })).toEqual([]);
  });

  it('name files that are there', () => {
    script('there.sh', '');
    expect(problems({ scripts: ['there.sh', 'gone.sh'] })).toEqual([
      `script-not-found: There is no file "gone.sh". A relative path starts at ${folder}; "\${path.root}/…" starts at the template's folder.`,
    ]);
  });

  it('are checked all at once', () => {
    expect(
      problems({
        inline: ['x'],
        environment_vars: ['A=1', 'B', '=2'],
        valid_exit_codes: ['0', 'zero'],
        only_on: ['linux', 'plan9'],
        use_linux_pathing: true,
      }),
    ).toEqual([
      'invalid-environment-variable: "B" is not of the form NAME=value.',
      'invalid-environment-variable: "=2" is not of the form NAME=value.',
      'invalid-exit-code: "zero" is not a whole number.',
      'invalid-operating-system: There is no operating system "plan9"; there are darwin, freebsd, linux, openbsd, solaris, windows.',
      'conflicting-options: The file that an inline script is written to has no Linux path. Write the script to a file.',
    ]);
  });
});

describe('shell-local as a plugin', () => {
  it('provisions', async () => {
    const context = provisionContext(communicator(), { workingDirectory: folder, temporaryDirectory: folder });
    await shellLocalProvisioner.provision(decode({ inline: ['echo provisioned'] }), context);
    expect(context.lines).toEqual([{ stream: 'stdout', text: 'provisioned' }]);
  });

  it('post-processes, hands on the artifact, and takes one argument for a command line', async () => {
    const lines: string[] = [];
    const made = artifact('ami');
    const result = await shellLocalPostProcessor.process(
      decode({ command: 'true', execute_command: ['echo one; echo two'] }),
      made,
      {
        ...buildContext({ workingDirectory: folder, temporaryDirectory: folder }),
        generated: {},
        line: (_, text) => void lines.push(text),
      },
    );
    expect(result).toBe(made);
    expect(lines).toEqual(['one', 'two']);
  });
});
