import { type Narration, narrate } from '../app/narration.ts';
import { sourceLines } from '../app/source-lines.ts';
import { renderDiagnostic } from '../hcl/print-diagnostic.ts';
import type { Diagnostic, Severity } from '../kernel/diagnostics.ts';
import type { ArtifactSummary, BakeEvent, Reporter } from '../kernel/events.ts';
import { maskedDiagnostic } from '../kernel/masked-diagnostic.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import { annotate } from './annotations.ts';
import type { RunnerLog } from './runner-log.ts';
import { neutralise } from './workflow-commands.ts';

/** The runner shows ten of a kind per step; the last is left for the step's own error. */
const ANNOTATIONS_PER_KIND = 9;

/**
 * Writes a run to the log of a GitHub job: one foldable group for each step while a single build runs, lines that begin
 * with the build's name when several run side by side (groups are flat and can't be interleaved).
 */
export class GitHubReporter implements Reporter {
  readonly #log: RunnerLog;
  readonly #secrets: SecretRegistry;
  readonly #source: ReturnType<typeof sourceLines>;
  readonly #workingDirectory: string;
  #annotated = { error: 0, warning: 0 };
  #parallel = false;
  /** The step whose group is open. Steps that run beside it are told in lines: groups can't be interleaved. */
  #groupOf: string | undefined;

  /** @param workingDirectory what the names of files in diagnostics are relative to; absolute */
  constructor(log: RunnerLog, secrets: SecretRegistry, workingDirectory: string) {
    this.#log = log;
    this.#workingDirectory = workingDirectory;
    this.#source = sourceLines(workingDirectory);
    this.#secrets = secrets;
    // The runner masks each line of a value, however short; the registry has the lines that are worth it as well.
    secrets.subscribe((value) => {
      if (!/[\r\n]/.test(value)) log.setSecret(value);
    });
  }

  report(event: BakeEvent): void {
    if (event.type === 'diagnostic') {
      this.#diagnose(event.diagnostic);
      return;
    }
    if (event.type === 'artifact') this.#announce(event.artifact);
    if (event.type === 'run-started') this.#parallel = event.builds.length > 1;
    const narration = narrate(event);
    if (narration === undefined) return;
    const opensGroup = event.type === 'step-started' && !this.#parallel && this.#groupOf === undefined;
    if (opensGroup) this.#openGroup(event.title);
    else this.#write(narration);
    if (event.type === 'step-finished' && event.title === this.#groupOf) this.#closeGroup();
  }

  /** The log has the lines of the template with what is wrong in them; the annotation puts it on the template itself. */
  #diagnose(diagnostic: Diagnostic): void {
    this.#closeGroup();
    const text = renderDiagnostic(diagnostic, { source: this.#source, secrets: this.#secrets });
    for (const line of text.split('\n')) this.#log.info(neutralise(line));
    if (!this.#mayAnnotate(diagnostic.severity)) return;
    annotate(this.#log, maskedDiagnostic(diagnostic, this.#secrets), this.#workingDirectory);
  }

  #mayAnnotate(kind: Severity): boolean {
    this.#annotated[kind] += 1;
    return this.#annotated[kind] <= ANNOTATIONS_PER_KIND;
  }

  /** What everybody looks for on the run's page. */
  #announce({ images }: ArtifactSummary): void {
    this.#closeGroup();
    for (const { id, name, region } of images) {
      this.#log.notice(neutralise(this.#secrets.mask(`${id} "${name}" in ${region}`)), { title: 'AMI' });
    }
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
    if (weight === 'warning' && this.#mayAnnotate('warning')) {
      this.#log.warning(lines.join('\n'));
      return;
    }
    // Errors of a build are told here and annotated once, at the end, by the entry.
    if (weight === 'error') this.#closeGroup();
    for (const line of lines) this.#log.info(line);
  }

  #openGroup(title: string): void {
    this.#log.startGroup(neutralise(this.#secrets.mask(title)));
    this.#groupOf = title;
  }

  #closeGroup(): void {
    if (this.#groupOf !== undefined) this.#log.endGroup();
    this.#groupOf = undefined;
  }
}
