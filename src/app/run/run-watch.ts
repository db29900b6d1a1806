import type { BakeEvent, Reporter, ResourceRef } from '../../kernel/events.ts';
import type { SecretRegistry } from '../../kernel/secrets.ts';

/** More than this many warnings of one run are counted only. */
const MOST_WARNINGS = 200;
/** What a machine printed last before its build failed. */
const TAIL_LINES = 20;
const LONGEST_TAIL_LINE = 500;

/** What a run told on its way and nobody would find afterwards, for those who sum it up. */
export interface RunStory {
  /** In the order in which they came; each once. Masked. */
  readonly warnings: readonly { readonly build: string | undefined; readonly text: string }[];
  /** Warnings beyond those. */
  readonly moreWarnings: number;
  readonly removed: readonly BuildResource[];
  readonly kept: readonly (BuildResource & { readonly reason: string })[];
  /** Per build that failed in a step of the template: what was printed last there. Masked, but hostile. */
  readonly tails: ReadonlyMap<string, Tail>;
}

export interface BuildResource {
  readonly build: string;
  readonly resource: ResourceRef;
}

export interface Tail {
  /** The title of the step. */
  readonly step: string;
  readonly lines: readonly string[];
}

export const NO_STORY: RunStory = { warnings: [], moreWarnings: 0, removed: [], kept: [], tails: new Map() };

/** Passes all events on, and remembers of them what the end of a run is told with. */
export class RunWatch implements Reporter {
  readonly #reporter: Reporter;
  readonly #secrets: SecretRegistry;
  readonly #warnings = new Map<string, RunStory['warnings'][number]>();
  readonly #removed: BuildResource[] = [];
  readonly #kept: (BuildResource & { readonly reason: string })[] = [];
  readonly #lines = new Map<string, string[]>();
  readonly #tails = new Map<string, Tail>();
  #moreWarnings = 0;
  #lastManifest: string | undefined;

  constructor(reporter: Reporter, secrets: SecretRegistry) {
    this.#reporter = reporter;
    this.#secrets = secrets;
  }

  /** The manifest that the template's own post-processors wrote last; absolute, undefined when none was written. */
  get lastManifest(): string | undefined {
    return this.#lastManifest;
  }

  get story(): RunStory {
    return {
      warnings: [...this.#warnings.values()],
      moreWarnings: this.#moreWarnings,
      removed: this.#removed,
      kept: this.#kept,
      tails: this.#tails,
    };
  }

  report(event: BakeEvent): void {
    this.#remember(event);
    this.#reporter.report(event);
  }

  #remember(event: BakeEvent): void {
    switch (event.type) {
      case 'file-written':
        if (event.kind === 'manifest') this.#lastManifest = event.path;
        return;
      case 'log':
        if (event.level === 'warning') this.#warn(event.build, this.#secrets.mask(event.message));
        return;
      case 'resource-removed':
        this.#removed.push({ build: event.build, resource: event.resource });
        return;
      case 'resource-kept':
        this.#kept.push({ build: event.build, resource: event.resource, reason: event.reason });
        return;
      case 'step-started':
        this.#lines.delete(event.build);
        return;
      case 'remote-line':
        this.#line(event.build, event.text);
        return;
      case 'step-finished':
        if (event.outcome === 'failed') this.#keepTail(event.build, event.title);
    }
  }

  #warn(build: string | undefined, text: string): void {
    const key = `${build ?? ''}\n${text}`;
    if (this.#warnings.has(key)) return;
    if (this.#warnings.size < MOST_WARNINGS) this.#warnings.set(key, { build, text });
    else this.#moreWarnings += 1;
  }

  #line(build: string, text: string): void {
    const lines = this.#lines.get(build) ?? [];
    lines.push(text.slice(0, LONGEST_TAIL_LINE));
    if (lines.length > TAIL_LINES) lines.shift();
    this.#lines.set(build, lines);
  }

  /** Secrets are masked over the lines together: one may go over several. */
  #keepTail(build: string, step: string): void {
    const lines = this.#lines.get(build) ?? [];
    if (lines.length === 0 || this.#tails.has(build)) return;
    this.#tails.set(build, { step, lines: this.#secrets.mask(lines.join('\n')).split('\n') });
  }
}
