import type { Reporter } from '../kernel/events.ts';
import { printableLine } from '../kernel/hostile-text.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import { machineLine } from './machine-line.ts';
import type { Output } from './terminal.ts';

/** What a command says, for people or for programs; every secret is masked on the way. */
export interface Ui {
  /** Whether programs read along (`-machine-readable`). */
  readonly isMachineReadable: boolean;
  /** Text for people, of one or more lines. */
  say(text: string): void;
  /** The same, for what belongs to something said before: a program's output, progress. */
  message(text: string): void;
  error(text: string): void;
  /** A fact for programs only. `target` is the build that it is about. */
  machine(category: string, data: readonly string[], target?: string): void;
}

/** Text of templates and of machines must not command the terminal. */
function printable(text: string): string {
  return text
    .split('\n')
    .map((line) => printableLine(line, false))
    .join('\n');
}

/** Writes what is said, and no facts. */
export class TextUi implements Ui {
  readonly isMachineReadable = false;
  readonly #out: Output;
  readonly #secrets: SecretRegistry;

  constructor(out: Output, secrets: SecretRegistry) {
    this.#out = out;
    this.#secrets = secrets;
  }

  say(text: string): void {
    this.#out.write(`${printable(this.#secrets.mask(text))}\n`);
  }

  message(text: string): void {
    this.say(text);
  }

  error(text: string): void {
    this.say(text);
  }

  machine(): void {
    // Facts are only told to programs; what people need of them has been said in words.
  }
}

/** `-json`: what is said is an event among those of the run. */
export class JsonUi implements Ui {
  readonly isMachineReadable = false;
  readonly #reporter: Reporter;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  say(text: string): void {
    this.#reporter.report({ type: 'log', level: 'info', message: text });
  }

  message(text: string): void {
    this.say(text);
  }

  error(text: string): void {
    this.#reporter.report({ type: 'log', level: 'error', message: text });
  }

  machine(): void {
    // Facts are events already.
  }
}

/** Packer's `-machine-readable`: one line for everything that is said, and for each fact. */
export class MachineUi implements Ui {
  readonly isMachineReadable = true;
  readonly #out: Output;
  readonly #secrets: SecretRegistry;
  readonly #now: () => number;

  constructor(out: Output, secrets: SecretRegistry, now: () => number) {
    this.#out = out;
    this.#secrets = secrets;
    this.#now = now;
  }

  say(text: string): void {
    this.#ui('say', text);
  }

  message(text: string): void {
    this.#ui('message', text);
  }

  error(text: string): void {
    this.#ui('error', text);
  }

  machine(category: string, data: readonly string[], target = ''): void {
    const masked = [target, category, ...data].map((each) => this.#secrets.mask(each));
    const [maskedTarget = '', maskedCategory = '', ...rest] = masked;
    this.#out.write(machineLine(this.#now(), maskedTarget, maskedCategory, rest));
  }

  #ui(kind: string, text: string): void {
    this.machine('ui', [kind, printable(this.#secrets.mask(text))]);
  }
}
