import type { BakeEvent, Reporter, ResourceRef } from '../kernel/events.ts';
import { kindInWords } from '../kernel/resources.ts';

/** Passes the events of a run on, and keeps in mind what would be left if the process ended now. */
export class UnfinishedRun implements Reporter {
  readonly #reporter: Reporter;
  readonly #resources = new Map<string, ResourceRef>();
  readonly #builds = new Set<string>();
  /** What is in a cloud of this process's own goes with it. */
  readonly #endsWithIt: boolean;
  #runId: string | undefined;

  constructor(reporter: Reporter, { endsWithIt }: { readonly endsWithIt: boolean }) {
    this.#reporter = reporter;
    this.#endsWithIt = endsWithIt;
  }

  report(event: BakeEvent): void {
    this.#remember(event);
    this.#reporter.report(event);
  }

  /** For whoever ends the process without waiting, some lines; empty: nothing can be left. */
  lastWords(): string {
    const left = [...this.#resources.values()];
    if (this.#runId === undefined || this.#endsWithIt || (left.length === 0 && this.#builds.size === 0)) return '';
    const regions = [...new Set(left.map(({ region }) => region))].toSorted();
    const where = left.length === 0 ? '' : ` -regions=${regions.join(',')}`;
    return [
      left.length === 0
        ? `The run ${this.#runId} was ended before it had cleaned up. Nothing is known of anything left.`
        : `The run ${this.#runId} was ended before it had cleaned up. It may have left:`,
      ...left.map(({ kind, id, region }) => `  ${kindInWords(kind)} ${id} in ${region}`),
      'This shows what is there, and when it expires; with -dry-run=false it removes what has expired:',
      `  bake-ami sweep -runs=${this.#runId}${where}`,
    ].join('\n');
  }

  #remember(event: BakeEvent): void {
    switch (event.type) {
      case 'run-started':
        this.#runId = event.runId;
        for (const build of event.builds) this.#builds.add(build);
        return;
      case 'build-finished':
        this.#builds.delete(event.build);
        return;
      case 'resource-created':
        this.#resources.set(keyOf(event.resource), event.resource);
        return;
      case 'resource-removed':
      case 'resource-kept':
        this.#resources.delete(keyOf(event.resource));
    }
  }
}

function keyOf({ kind, id, region }: ResourceRef): string {
  return `${region} ${kind} ${id}`;
}
