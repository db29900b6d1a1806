import { sourceLines } from '../app/templates/source-lines.ts';
import { BuildNames } from '../app/texts/build-colours.ts';
import { describeError, type Narration, narrate } from '../app/texts/narration.ts';
import { WaitingLines } from '../app/texts/waiting-lines.ts';
import { renderDiagnostic } from '../hcl/print-diagnostic.ts';
import type { Diagnostic, Severity } from '../kernel/diagnostics.ts';
import { briefDuration } from '../kernel/duration.ts';
import type { ArtifactSummary, BakeEvent, Reporter } from '../kernel/events.ts';
import { maskedDiagnostic } from '../kernel/masked-diagnostic.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import { annotate, annotateFailure } from './annotations.ts';
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
  readonly #names: BuildNames;
  readonly #waits = new WaitingLines();
  readonly #colours: boolean;
  readonly #failedSteps = new Map<string, Extract<BakeEvent, { type: 'step-finished' }>>();
  #annotated = { error: 0, warning: 0 };
  /** The step whose group is open. Steps that run beside it are told in lines: groups can't be interleaved. */
  #groupOf: string | undefined;

  /**
   * @param workingDirectory what the names of files in diagnostics are relative to; absolute
   * @param colours GitHub shows them in its logs
   */
  constructor(log: RunnerLog, secrets: SecretRegistry, workingDirectory: string, colours = false) {
    this.#log = log;
    this.#colours = colours;
    this.#names = new BuildNames(colours);
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
    if (event.type === 'run-started') this.#names.names = event.builds;
    if (event.type === 'waiting' && !this.#waits.isWorthALine(event)) return;
    if (event.type === 'step-finished') {
      if (event.outcome === 'failed') this.#failedSteps.set(event.build, event);
      if (event.title === this.#groupOf) {
        this.#endStep(event);
        return;
      }
    }
    const narration = narrate(event);
    if (narration === undefined) return;
    const opensGroup = event.type === 'step-started' && !this.#names.areSeveral && this.#groupOf === undefined;
    if (opensGroup) this.#openGroup(event.title);
    else this.#write(narration);
    if (event.type === 'build-finished' && event.outcome === 'failed') this.#blame(event);
  }

  /** The error is about a block of the template: that is where it is shown, too. */
  #blame({ build, error }: Extract<BakeEvent, { type: 'build-finished' }>): void {
    const step = this.#failedSteps.get(build);
    if (error === undefined || step?.at === undefined || !this.#mayAnnotate('error')) return;
    const safe = (text: string): string => neutralise(this.#secrets.mask(text));
    annotateFailure(
      this.#log,
      safe(describeError(error)),
      safe(`${build}: ${step.title}`),
      step.at,
      this.#workingDirectory,
    );
  }

  /** How long it took is seen with its group folded; that it failed, all the more. */
  #endStep({ title, outcome, elapsedMs }: Extract<BakeEvent, { type: 'step-finished' }>): void {
    this.#closeGroup();
    const after = briefDuration(elapsedMs);
    if (outcome === 'succeeded') this.#log.info(`  ✓ ${after}`);
    else this.#log.info(this.#red(neutralise(this.#secrets.mask(`✗ ${title}: ${outcome} after ${after}`))));
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
    const name = this.#names.areSeveral ? build : undefined;
    const masked = this.#secrets.mask(text).split('\n');
    // Neither debugging nor an annotation shows colours of ours.
    const plain = masked.map((line) => neutralise(name === undefined ? line : `${name}: ${line}`));
    if (weight === 'debug') {
      for (const line of plain) this.#log.debug(line);
      return;
    }
    if (weight === 'warning' && this.#mayAnnotate('warning')) {
      this.#log.warning(plain.join('\n'));
      return;
    }
    const prefix = name === undefined ? '' : this.#names.label(name);
    const lines = masked.map((line) => closedColours(neutralise(prefix + line), weight));
    // Errors of a build are told here and annotated once, at the end, by the entry.
    if (weight === 'error') this.#closeGroup();
    for (const line of lines) this.#log.info(this.#painted(weight, line));
  }

  #painted(weight: Narration['weight'], line: string): string {
    if (weight === 'error') return this.#red(line);
    const isHeading = weight === 'heading' && this.#colours;
    return isHeading ? `\u001b[1m${line}\u001b[0m` : line;
  }

  #red(line: string): string {
    return this.#colours ? `\u001b[31m${line}\u001b[0m` : line;
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

/** A colour that a machine begins ends with its line. */
function closedColours(line: string, weight: Narration['weight']): string {
  return weight === 'remote' && line.includes('\u001b[') ? `${line}\u001b[0m` : line;
}
