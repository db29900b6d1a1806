import { styleText } from 'node:util';
import { sourceLines } from '../app/templates/source-lines.ts';
import { BuildNames } from '../app/texts/build-colours.ts';
import { narrate, type Weight } from '../app/texts/narration.ts';
import { WaitingLines } from '../app/texts/waiting-lines.ts';
import { renderDiagnostic } from '../hcl/print-diagnostic.ts';
import type { BakeEvent, Reporter } from '../kernel/events.ts';
import { printableLine } from '../kernel/hostile-text.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { Output } from './terminal.ts';

export interface TerminalReporterOptions {
  readonly colours: boolean;
  /** Time before each line, RFC 3339 (Packer's -timestamp-ui). */
  readonly timestamps: boolean;
  /** What is told only with PACKER_LOG=1. */
  readonly debug: boolean;
  /** What the names of files in diagnostics are relative to; absolute. */
  readonly workingDirectory: string;
}

type Style = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<Weight, Style | undefined>> = {
  heading: 'bold',
  detail: undefined,
  remote: 'dim',
  warning: 'yellow',
  error: 'red',
  debug: 'gray',
};

/** Writes a run in Packer's layout: `==> build: …` for what begins, `    build: …` for what belongs to it. */
export class TerminalReporter implements Reporter {
  readonly #out: Output;
  readonly #secrets: SecretRegistry;
  readonly #waits = new WaitingLines();
  readonly #names: BuildNames;
  readonly #options: TerminalReporterOptions;
  readonly #source: ReturnType<typeof sourceLines>;

  constructor(out: Output, secrets: SecretRegistry, options: TerminalReporterOptions) {
    this.#out = out;
    this.#secrets = secrets;
    this.#options = options;
    this.#names = new BuildNames(options.colours, { isPadded: false });
    this.#source = sourceLines(options.workingDirectory);
  }

  report(event: BakeEvent): void {
    if (event.type === 'diagnostic') {
      const text = renderDiagnostic(event.diagnostic, {
        colours: this.#options.colours,
        source: this.#source,
        secrets: this.#secrets,
      });
      this.#out.write(`${text}\n\n`);
      return;
    }
    if (event.type === 'run-started') this.#names.names = event.builds;
    if (event.type === 'waiting' && !this.#waits.isWorthALine(event)) return;
    const narration = narrate(event);
    if (narration === undefined || (narration.weight === 'debug' && !this.#options.debug)) return;
    const { weight, build, text } = narration;
    const lead = weight === 'heading' || weight === 'error' ? '==> ' : '    ';
    const name = build === undefined ? '' : this.#names.label(build);
    for (const line of this.#secrets.mask(text).split('\n')) {
      const time = this.#options.timestamps ? `${new Date().toISOString()}: ` : '';
      const shown = printableLine(line, this.#options.colours);
      // A colour that a machine begins ends with its line.
      const end = shown.includes('\u001b[') ? '\u001b[0m' : '';
      this.#out.write(`${this.#paint(weight, `${time}${lead}${name}${shown}`)}${end}\n`);
    }
  }

  #paint(weight: Weight, text: string): string {
    const style = STYLES[weight];
    return this.#options.colours && style !== undefined ? styleText(style, text, { validateStream: false }) : text;
  }
}
