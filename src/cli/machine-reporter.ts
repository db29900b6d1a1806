import { sourceLines } from '../app/templates/source-lines.ts';
import { narrate } from '../app/texts/narration.ts';
import { WaitingLines } from '../app/texts/waiting-lines.ts';
import { renderDiagnostic } from '../hcl/print-diagnostic.ts';
import type { BakeEvent, Reporter } from '../kernel/events.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { Ui } from './ui.ts';

/** Tells a run in the lines of `-machine-readable`, in the words that people get. */
export class MachineReporter implements Reporter {
  readonly #ui: Ui;
  readonly #source: ReturnType<typeof sourceLines>;
  readonly #debug: boolean;
  readonly #secrets: SecretRegistry;
  readonly #waits = new WaitingLines();

  constructor(
    ui: Ui,
    secrets: SecretRegistry,
    { workingDirectory, debug }: { readonly workingDirectory: string; readonly debug: boolean },
  ) {
    this.#ui = ui;
    this.#secrets = secrets;
    this.#source = sourceLines(workingDirectory);
    this.#debug = debug;
  }

  report(event: BakeEvent): void {
    if (event.type === 'diagnostic') {
      const text = renderDiagnostic(event.diagnostic, { source: this.#source, secrets: this.#secrets });
      if (event.diagnostic.severity === 'error') this.#ui.error(text);
      else this.#ui.say(text);
      return;
    }
    if (event.type === 'waiting' && !this.#waits.isWorthALine(event)) return;
    const narration = narrate(event);
    if (narration === undefined || (narration.weight === 'debug' && !this.#debug)) return;
    const { weight, build, text } = narration;
    const name = build === undefined ? '' : `${build}: `;
    if (weight === 'error') this.#ui.error(`==> ${name}${text}`);
    else if (weight === 'heading') this.#ui.say(build === undefined ? text : `==> ${name}${text}`);
    else this.#ui.message(`    ${name}${text}`);
  }
}
