import { constants } from 'node:os';
import type { ExecResult, ProvisionContext } from '../../engine/ports.ts';
import { abortError } from '../../kernel/abort.ts';
import { withDeadline } from '../../kernel/deadline.ts';
import { describeDuration } from '../../kernel/duration.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import { shellWord } from '../../kernel/posix-shell.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import { renderEnvironment } from './environment.ts';
import type { COMMAND_FIELDS, ShellOptions } from './options.ts';
import type { Script } from './scripts.ts';
import { scriptsOf } from './scripts.ts';

const RUN = 'chmod +x {{.Path}}; {{.Vars}} {{.Path}}';
const RUN_WITH_FILE = 'chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}';
/** A shell's exit status for a command that it does not find (POSIX XCU 2.8.2). */
const NOT_FOUND = 127;
const NOT_FOUND_HINT =
  "127 stands for a command that is not there; on the local cloud runs this machine's own system, whatever image the template names.";
const SHUTDOWN_HINT =
  'If it restarted the machine or switched it off, that ended it: set expect_disconnect = true for a restart.';
/** What Packer counts as the exit status of a script whose connection was lost. */
const DISCONNECTED = 2_300_218;
const RETRY_PAUSE_MS = 2_000;
/** How a script ends whose machine shuts down under it. */
const SHUTDOWN_SIGNALS: readonly (string | undefined)[] = ['TERM', 'HUP', 'KILL'];

/** Uploads and runs each script of the block; stops at the first that fails. */
export async function runShell(decoded: DecodedOptions<ShellOptions>, context: ProvisionContext): Promise<void> {
  const { options } = decoded;
  const run = new ShellRun(options, context);
  for (const script of scriptsOf(options, context)) await run.script(script);
  if (!options.skip_clean) await run.clean();
  if (options.pause_after > 0) {
    await context.clock.sleep(options.pause_after, context.signal).catch((error: unknown) => {
      throw context.signal.aborted ? abortError(context.signal, 'the pause after the script') : error;
    });
  }
}

class ShellRun {
  readonly #options: ShellOptions;
  readonly #context: ProvisionContext;
  readonly #variables: string;
  readonly #variableFile: string | undefined;
  /** What to remove at the end. */
  readonly #uploaded = new Set<string>();
  #variablesAreThere = false;

  constructor(options: ShellOptions, context: ProvisionContext) {
    this.#options = options;
    this.#context = context;
    this.#variables = renderEnvironment(
      {
        entries: options.environment_vars ?? [],
        map: options.env ?? {},
        own: { PACKER_BUILD_NAME: context.source.name, PACKER_BUILDER_TYPE: context.source.type },
      },
      options.env_var_format,
      options.use_env_var_file,
    );
    this.#variableFile = options.use_env_var_file
      ? `${options.remote_folder}/varfile_${context.ids.token(10)}.sh`
      : undefined;
  }

  async script(script: Script): Promise<void> {
    const { communicator, source, build } = this.#context;
    this.#context.emit({
      type: 'progress',
      build,
      message: `Provisioning ${source.name} with shell script: ${script.name}`,
    });
    const content = await script.content();
    const path = this.#remotePath();
    const command = this.#command(path);
    const upload = async (signal: AbortSignal): Promise<void> => {
      if (this.#variableFile !== undefined && !this.#variablesAreThere) {
        this.#uploaded.add(this.#variableFile);
        await communicator.upload({ bytes: Buffer.from(this.#variables) }, this.#variableFile, { mode: 0o600, signal });
        this.#variablesAreThere = true;
      }
      this.#uploaded.add(path);
      await communicator.upload(content, path, { mode: 0o755, signal });
    };
    try {
      // Once it runs, nothing but the build's own signal limits it.
      const run = (): Promise<ExecResult> =>
        communicator.exec(command, {
          signal: this.#context.signal,
          onLine: (stream, text) => this.#context.line(stream, text),
        });
      this.#judge(script, await this.#untilStarted(script.name, upload, run, neverStarted));
    } catch (error) {
      if (!isLost(error)) throw error;
      this.#disconnected(script, error);
    }
  }

  /** Removes what was uploaded, in one command for all. */
  async clean(): Promise<void> {
    if (this.#uploaded.size === 0) return;
    const { communicator } = this.#context;
    const command = `rm -f ${[...this.#uploaded].map((path) => shellPath(path)).join(' ')}`;
    const run = (): Promise<ExecResult> => communicator.exec(command, { signal: this.#context.signal });
    const { exitCode } = await this.#untilStarted('the removal of the script', undefined, run, isLost);
    if (exitCode === 0) return;
    throw new BakeError(`Cannot remove the uploaded script: "${command}" ended with exit status ${exitCode}`, {
      code: 'script-clean-up-failed',
      category: 'provision',
      hint: 'Where the script itself makes that impossible, set skip_clean = true.',
    });
  }

  #remotePath(): string {
    const { remote_path, remote_folder, remote_file } = this.#options;
    return remote_path ?? `${remote_folder}/${remote_file ?? `script_${this.#context.ids.token(10)}.sh`}`;
  }

  #command(path: string): string {
    const { execute_command, use_env_var_file } = this.#options;
    const own: Record<(typeof COMMAND_FIELDS)[number], string> = {
      Path: path,
      Vars: use_env_var_file ? '' : this.#variables,
      EnvVarFile: this.#variableFile ?? '',
    };
    const command = execute_command ?? (use_env_var_file ? RUN_WITH_FILE : RUN);
    return this.#context.render(command, { ...this.#context.generated, ...own });
  }

  /**
   * Prepares and runs a command, again while the machine can't be reached, for `start_retry_timeout` at most. `again`
   * tells the errors after which that is safe.
   */
  async #untilStarted(
    what: string,
    prepare: ((signal: AbortSignal) => Promise<void>) | undefined,
    run: () => Promise<ExecResult>,
    again: (error: unknown) => boolean,
  ): Promise<ExecResult> {
    const { clock, communicator, signal } = this.#context;
    const limit = this.#options.start_retry_timeout;
    const deadline = clock.monotonic() + limit;
    let last: unknown;
    const limited = (work: (signal: AbortSignal) => Promise<void>): Promise<void> =>
      withDeadline(clock, deadline - clock.monotonic(), () => startTimeout(what, limit, last), signal, work);
    for (;;) {
      try {
        if (prepare !== undefined) await limited(prepare);
        return await run();
      } catch (error) {
        if (signal.aborted || !again(error)) throw error;
        if (clock.monotonic() >= deadline) throw startTimeout(what, limit, error);
        last = error;
      }
      await limited(async (until) => {
        await clock.sleep(RETRY_PAUSE_MS, until);
        await communicator.reconnect(until);
      });
    }
  }

  #disconnected(script: Script, error: unknown): void {
    const { expect_disconnect, valid_exit_codes } = this.#options;
    if (expect_disconnect || valid_exit_codes.includes(String(DISCONNECTED))) return;
    throw new BakeError(`Script disconnected unexpectedly: ${script.name}`, {
      code: 'script-disconnected',
      category: 'provision',
      hint: 'If the script is meant to end the connection (a reboot), set expect_disconnect = true.',
      cause: error,
    });
  }

  #judge(script: Script, result: ExecResult): void {
    const { expect_disconnect, valid_exit_codes } = this.#options;
    if (expect_disconnect && SHUTDOWN_SIGNALS.includes(result.exitSignal)) return;
    const status = exitStatus(result);
    if (valid_exit_codes.some((code) => Number(code) === status)) return;
    const ending = result.exitSignal === undefined ? '' : ` (ended by SIG${result.exitSignal})`;
    const hints = [
      `It was the ${script.name === 'inline script' ? 'inline script' : `script ${script.name}`}; the log has its output.`,
      ...(status === NOT_FOUND ? [NOT_FOUND_HINT] : []),
      ...(result.exitSignal === 'TERM' || result.exitSignal === 'HUP' ? [SHUTDOWN_HINT] : []),
    ];
    throw new BakeError(
      `Script exited with non-zero exit status: ${status}${ending}. Allowed exit codes are: [${valid_exit_codes.join(' ')}]`,
      {
        code: 'script-failed',
        category: 'provision',
        hint: hints.join(' '),
      },
    );
  }
}

function isLost(error: unknown): boolean {
  return error instanceof BakeError && error.code === 'connection-lost';
}

/** The connection failed before the command could have had any effect. */
function neverStarted(error: unknown): boolean {
  return error instanceof BakeError && error.category === 'connection' && error.retryable;
}

function startTimeout(what: string, limitMs: number, cause: unknown): BakeError {
  const why = cause === undefined ? '' : `: ${errorMessage(cause)}`;
  return new BakeError(`Cannot start ${what} within ${describeDuration(limitMs)}${why}`, {
    code: 'script-start-timeout',
    category: 'provision',
    hint: 'A machine that takes longer to come back needs a longer start_retry_timeout.',
    cause,
  });
}

/** As shells count: 128 and the signal's number, for a command that a signal ended. */
function exitStatus({ exitCode, exitSignal }: ExecResult): number {
  const numbers: Readonly<Record<string, number>> = constants.signals;
  return exitSignal === undefined ? exitCode : 128 + (numbers[`SIG${exitSignal}`] ?? 0);
}

/** A path as the template means it for the machine's shell: `~` and `$HOME` stay what they are. */
function shellPath(path: string): string {
  return /^[A-Za-z0-9_@%+=:,./~$-]+$/.test(path) ? path : shellWord(path);
}
