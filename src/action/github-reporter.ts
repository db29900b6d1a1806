import { type Narration, narrate } from '../app/narration.ts';
import type { BakeEvent, Reporter } from '../kernel/events.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import { annotate } from './annotations.ts';
import type { RunnerLog } from './runner-log.ts';
import { neutralise } from './workflow-commands.ts';

/**
 * Writes a run to the log of a GitHub job: one foldable group for each step while a single build runs, lines that begin
 * with the build's name when several run side by side (groups are flat and can't be interleaved).
 */
export class GitHubReporter implements Reporter {
  readonly #log: RunnerLog;
  readonly #secrets: SecretRegistry;
  #parallel = false;
  #groupOpen = false;

  constructor(log: RunnerLog, secrets: SecretRegistry) {
    this.#log = log;
    this.#secrets = secrets;
    secrets.subscribe((value) => log.setSecret(value));
  }

  report(event: BakeEvent): void {
    if (event.type === 'diagnostic') {
      this.#closeGroup();
      annotate(this.#log, event.diagnostic);
      return;
    }
    if (event.type === 'run-started') this.#parallel = event.builds.length > 1;
    const narration = narrate(event);
    if (narration === undefined) return;
    if (event.type === 'step-started' && !this.#parallel) this.#openGroup(narration.text);
    else this.#write(narration);
    if (event.type === 'step-finished') this.#closeGroup();
  }

  #write({ weight, build, text }: Narration): void {
    const prefix = this.#parallel && build !== undefined ? `${build}: ` : '';
    const lines = this.#secrets
      .mask(text)
      .split('\n')
      .map((line) => neutralise(prefix + line));
    if (weight === 'debug') {
      for (const line of lines) this.#log.debug(line);
      return;
    }
    if (weight === 'warning') {
      this.#log.warning(lines.join('\n'));
      return;
    }
    // Errors of a build are told here and annotated once, at the end, by the entry.
    if (weight === 'error') this.#closeGroup();
    for (const line of lines) this.#log.info(line);
  }

  #openGroup(title: string): void {
    this.#closeGroup();
    this.#log.startGroup(neutralise(this.#secrets.mask(title)));
    this.#groupOpen = true;
  }

  #closeGroup(): void {
    if (this.#groupOpen) this.#log.endGroup();
    this.#groupOpen = false;
  }
}
