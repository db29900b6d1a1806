import type { BuildContext, ImageToVerify, ImageVerification, VerificationMachine } from '../../engine/ports.ts';
import { withDeadline } from '../../kernel/deadline.ts';
import { describeDuration } from '../../kernel/duration.ts';
import { BakeError, toBakeError } from '../../kernel/errors.ts';
import { printableLine } from '../../kernel/hostile-text.ts';
import { awaitFirstBoot, bakedKeysCheck, findBakedKeys } from './first-boot.ts';
import { type GossToRun, runGoss } from './goss-check.ts';
import { runScript, type ScriptToRun } from './script-check.ts';
import type { Check, Suite } from './suite.ts';

export interface VerificationSettings {
  readonly script: ScriptToRun | undefined;
  /** Without the program, which is chosen by the architecture of the image. */
  readonly goss: Omit<GossToRun, 'program'> | undefined;
  /** Rejects with BakeError when there is none. @param architecture EC2's word: `x86_64`, `arm64` */
  readonly gossProgram: (architecture: string | undefined, signal: AbortSignal) => Promise<string>;
  /** From the launch to the end of the first boot, in milliseconds. */
  readonly bootTimeoutMs: number;
  /** For all checks together, in milliseconds. */
  readonly checksTimeoutMs: number;
  readonly onFailure: ImageVerification['onFailure'];
}

/** Runs the checks on machines that builders boot from their images, and remembers how each ended. */
export class Verification implements ImageVerification {
  readonly onFailure: ImageVerification['onFailure'];
  readonly #settings: VerificationSettings;
  readonly #suites: Suite[] = [];

  constructor(settings: VerificationSettings) {
    this.#settings = settings;
    this.onFailure = settings.onFailure;
  }

  get limitMs(): number {
    return this.#settings.bootTimeoutMs + this.#settings.checksTimeoutMs;
  }

  /** In the order in which they ended; those of images whose checks were cut short too. */
  get suites(): readonly Suite[] {
    return this.#suites;
  }

  async prepare(architecture: string | undefined, signal: AbortSignal): Promise<void> {
    if (this.#settings.goss !== undefined) await this.#settings.gossProgram(architecture, signal);
  }

  async verify(
    image: ImageToVerify,
    context: BuildContext,
    boot: (context: BuildContext) => Promise<VerificationMachine>,
  ): Promise<void> {
    const { clock } = context;
    const start = clock.monotonic();
    const startedAt = new Date(clock.now()).toISOString();
    const checks: Check[] = [];
    try {
      const { communicator, publicKey } = await this.#booted(image, context, boot, checks);
      await using machine = communicator;
      await this.#check(image, { communicator: machine, publicKey }, context, checks);
    } finally {
      const { build } = context;
      const { id, region, name } = image;
      const elapsedMs = clock.monotonic() - start;
      this.#suites.push({ build, image: { id, region, name }, startedAt, elapsedMs, checks });
    }
    throwIfFailed(checks);
  }

  /** The first check of all: the machine boots and lets us in. */
  async #booted(
    image: ImageToVerify,
    context: BuildContext,
    boot: (context: BuildContext) => Promise<VerificationMachine>,
    checks: Check[],
  ): Promise<VerificationMachine> {
    const { bootTimeoutMs } = this.#settings;
    const { clock } = context;
    const start = clock.monotonic();
    const name = 'a machine boots from the image and lets us log in';
    const late = new BakeError(
      `A machine of the image ${image.id} did not finish its first boot within ${describeDuration(bootTimeoutMs)}`,
      {
        code: 'verification-timeout',
        category: 'artifact',
        hint: 'The console output of the machine says what it was at (ec2:GetConsoleOutput); a slow one needs a longer verify-boot-timeout.',
      },
    );
    try {
      const machine = await limited(context, bootTimeoutMs, late, async (inTime) => {
        const booted = await boot(inTime);
        const wait = (): Promise<void> => awaitFirstBoot({ ...booted, context: inTime });
        await inTime.step('verify-first-boot', 'Waiting for the first boot to end', wait, { time: 'boot' });
        return booted;
      });
      checks.push({ name, outcome: 'passed', elapsedMs: clock.monotonic() - start });
      return machine;
    } catch (thrown) {
      const { message } = toBakeError(thrown);
      checks.push({ name, outcome: 'failed', elapsedMs: clock.monotonic() - start, message });
      throw thrown;
    }
  }

  async #check(
    image: ImageToVerify,
    machine: VerificationMachine,
    context: BuildContext,
    checks: Check[],
  ): Promise<void> {
    const { checksTimeoutMs, script, goss, gossProgram } = this.#settings;
    const { clock } = context;
    const start = clock.monotonic();
    const late = new BakeError(`The checks of ${image.id} did not end within ${describeDuration(checksTimeoutMs)}`, {
      code: 'verification-timeout',
      category: 'artifact',
      hint: 'The log shows what they were at; checks that take longer need a longer verify-timeout.',
    });
    try {
      await limited(context, checksTimeoutMs, late, async (inTime) => {
        const checked = { ...machine, context: inTime };
        const findings = await findBakedKeys(checked);
        for (const message of findings) {
          context.emit({ type: 'log', level: 'warning', build: context.build, message });
        }
        checks.push(bakedKeysCheck(findings, clock.monotonic() - start));
        if (script !== undefined) {
          await this.#step(inTime, 'verify-script', `Verifying ${image.id} with ${script.name}`, checks, async () => [
            await runScript(script, checked),
          ]);
        }
        if (goss !== undefined) {
          const program = await gossProgram(await architectureOf(checked), inTime.signal);
          await this.#step(inTime, 'verify-goss', `Verifying ${image.id} with goss and ${goss.name}`, checks, () =>
            runGoss({ ...goss, program }, checked),
          );
        }
      });
    } catch (thrown) {
      if (!(thrown instanceof FailedChecks)) {
        const { message } = toBakeError(thrown);
        checks.push({ name: 'the checks', outcome: 'failed', elapsedMs: clock.monotonic() - start, message });
        throw thrown;
      }
    }
  }

  /** A step of the log that fails when one of its checks does; those after it are made all the same. */
  async #step(
    context: BuildContext,
    name: string,
    title: string,
    checks: Check[],
    run: () => Promise<readonly Check[]>,
  ): Promise<void> {
    try {
      const judge = async (): Promise<void> => {
        const ended = await run();
        checks.push(...ended);
        throwIfFailed(ended);
      };
      await context.step(name, title, judge, { time: 'template' });
    } catch (thrown) {
      if (!(thrown instanceof FailedChecks)) throw thrown;
    }
  }
}

const LONGEST_MESSAGE = 500;

/** Checks that were made and failed. */
class FailedChecks extends BakeError {}

function throwIfFailed(checks: readonly Check[]): void {
  const failures = checks.filter(({ outcome }) => outcome === 'failed');
  const [first] = failures;
  if (first === undefined) return;
  const others = failures.length === 1 ? '' : `, and ${failures.length - 1} more`;
  // The machine may have had a hand in it.
  const message = printableLine(first.message ?? first.name, false).slice(0, LONGEST_MESSAGE);
  throw new FailedChecks(`${message}${others}`, {
    code: 'verification-failed',
    category: 'artifact',
    hint: 'The log has what it printed.',
  });
}

/** Runs `work` with a context whose signal ends when the time is over, and then rejects with `late`. */
async function limited<T>(
  context: BuildContext,
  milliseconds: number,
  late: BakeError,
  work: (context: BuildContext) => Promise<T>,
): Promise<T> {
  let isLate = false;
  const reason = (): BakeError => {
    isLate = true;
    return late;
  };
  try {
    return await withDeadline(context.clock, milliseconds, reason, context.signal, (signal) =>
      work({ ...context, signal }),
    );
  } catch (thrown) {
    if (isLate && !context.signal.aborted) throw late;
    throw thrown;
  }
}

/** EC2's word for what the machine says of itself (uname(1)). */
async function architectureOf({ communicator, context }: VerificationMachine & { readonly context: BuildContext }) {
  const lines: string[] = [];
  const { signal } = context;
  await communicator.exec('uname -m', { signal, onLine: (_stream, line) => lines.push(line) });
  return lines[0]?.trim() === 'aarch64' ? 'arm64' : lines[0]?.trim();
}
