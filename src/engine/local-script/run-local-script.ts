import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BakeError } from '../../kernel/errors.ts';
import { shellWord } from '../../kernel/posix-shell.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import type { GeneratedData } from '../../template/plan.ts';
import type { BuildContext } from '../ports.ts';
import { assignments, scriptVariables } from './environment-variables.ts';
import { runLocalProcess } from './local-process.ts';
import type { COMMAND_FIELDS, LocalScriptOptions } from './options.ts';

export interface LocalScriptContext extends BuildContext {
  /** What `build.*` and `{{ build `…` }}` are. */
  readonly generated: GeneratedData;
  line(stream: 'stdout' | 'stderr', text: string): void;
  /** For tests; default: this machine's. */
  readonly platform?: NodeJS.Platform;
}

/** The names of Go's GOOS, where they differ from Node's. */
const GOOS: Readonly<Record<string, string>> = { win32: 'windows', sunos: 'solaris' };

/** What Packer calls the exit status of a script that a signal ended. */
const ENDED_BY_SIGNAL = -1;

/** Runs the scripts of a `shell-local` block, one after the other, on this machine. */
export async function runLocalScript(
  decoded: DecodedOptions<LocalScriptOptions>,
  context: LocalScriptContext,
): Promise<void> {
  const { options } = decoded;
  const platform = context.platform ?? process.platform;
  const system = GOOS[platform] ?? platform;
  if (options.only_on.length > 0 && !options.only_on.includes(system)) {
    const message = `Skipped: this is ${system}, and only_on says ${options.only_on.join(', ')}`;
    context.emit({ type: 'progress', build: context.build, message });
    return;
  }

  const lines = options.inline ?? (options.command === undefined ? undefined : [options.command]);
  if (lines !== undefined) {
    const file = path.join(
      context.temporaryDirectory,
      `shell-local-${context.ids.token(12)}${temporaryEnding(options, platform)}`,
    );
    try {
      await writeFile(file, inlineScript(lines, options, platform, context), { mode: 0o700, flag: 'wx' });
      await runOne(file, options, platform, context);
    } finally {
      await rm(file, { force: true });
    }
    return;
  }
  const scripts = options.scripts ?? (options.script === undefined ? [] : [options.script]);
  for (const script of scripts) {
    await runOne(path.resolve(context.workingDirectory, script), options, platform, context);
  }
}

function temporaryEnding({ tempfile_extension }: LocalScriptOptions, platform: NodeJS.Platform): string {
  const ending = tempfile_extension || (platform === 'win32' ? 'cmd' : '');
  return ending === '' || ending.startsWith('.') ? ending : `.${ending}`;
}

function inlineScript(
  lines: readonly string[],
  { inline_shebang }: LocalScriptOptions,
  platform: NodeJS.Platform,
  { render, generated }: LocalScriptContext,
): string {
  const rendered = lines.map((line) => render(line, generated));
  const head = platform === 'win32' || inline_shebang === '' ? [] : [`#!${inline_shebang}`];
  return `${[...head, ...rendered].join('\n')}\n`;
}

async function runOne(
  script: string,
  options: LocalScriptOptions,
  platform: NodeJS.Platform,
  context: LocalScriptContext,
): Promise<void> {
  const variables = {
    ...scriptVariables(options, (text) => context.render(text, context.generated)),
    PACKER_BUILD_NAME: context.source.name,
    PACKER_BUILDER_TYPE: context.source.type,
  };
  const [program, ...args] = commandLine(script, variables, options, platform, context);
  if (program === undefined) throw noProgram();

  const { status, bySignal } = await runLocalProcess({
    program,
    args,
    environment: {
      ...context.environment,
      PACKER_RUN_UUID: context.runUuid,
      // Not in the arguments, where every user of this machine could read them; unless the template says so.
      ...(options.execute_command === undefined && variables),
    },
    workingDirectory: context.workingDirectory,
    clock: context.clock,
    signal: context.signal,
    onLine: (stream, line) => {
      const text = line.trimEnd();
      if (text !== '') context.line(stream, text);
    },
  });
  const valid = options.valid_exit_codes.map(Number);
  if (valid.includes(status) || (bySignal && valid.includes(ENDED_BY_SIGNAL))) return;
  throw exitError(script, status, options);
}

function commandLine(
  script: string,
  variables: Readonly<Record<string, string>>,
  options: LocalScriptOptions,
  platform: NodeJS.Platform,
  context: LocalScriptContext,
): readonly string[] {
  const file = options.use_linux_pathing && platform === 'win32' ? linuxPath(script) : script;
  if (options.execute_command === undefined) {
    return platform === 'win32' ? ['cmd', '/V', '/C', 'call', file] : ['/bin/sh', '-c', shellWord(file)];
  }
  const format = options.env_var_format ?? (platform === 'win32' ? 'set %s=%s && ' : "%s='%s' ");
  const own: Record<(typeof COMMAND_FIELDS)[number], string> = {
    Vars: assignments(variables, format),
    Script: file,
    Command: file,
  };
  return options.execute_command.map((argument) => context.render(argument, { ...context.generated, ...own }));
}

/** `C:\bake\x.sh` as the Windows Subsystem for Linux sees it: `/mnt/c/bake/x.sh`. */
export function linuxPath(file: string): string {
  return file.replaceAll('\\', '/').replace(/^([A-Za-z]):/, (_, drive: string) => `/mnt/${drive.toLowerCase()}`);
}

function noProgram(): BakeError {
  return new BakeError('execute_command is empty', {
    code: 'invalid-execute-command',
    category: 'template',
    hint: 'Leave it out, or write the program and its arguments as a list.',
  });
}

function exitError(
  script: string,
  status: number,
  { valid_exit_codes, inline, command }: LocalScriptOptions,
): BakeError {
  const what = inline === undefined && command === undefined ? `Script ${script}` : 'The inline script';
  const expected = valid_exit_codes.join(', ');
  return new BakeError(`${what} exited with status ${status} on this machine; expected ${expected}`, {
    code: 'script-failed',
    category: 'provision',
    hint: 'The log has its output. Other statuses can be allowed with "valid_exit_codes".',
  });
}
