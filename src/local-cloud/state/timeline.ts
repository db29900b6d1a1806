interface Entry {
  readonly dueAt: number;
  readonly sequence: number;
  readonly isReady: () => boolean;
  readonly happen: (at: number) => void;
}

/**
 * What is going to happen by itself. Nothing here waits: `catchUp` lets everything happen that is due, in the order of
 * time, whenever somebody looks. An entry can also depend on real work (a machine that boots): it happens at the first
 * look after both its time and its work are there.
 */
export class Timeline {
  #entries: Entry[] = [];
  #sequence = 0;

  /** Returns the way to call it off. */
  schedule(dueAt: number, happen: (at: number) => void, isReady: () => boolean = () => true): () => void {
    const entry: Entry = { dueAt, sequence: this.#sequence++, isReady, happen };
    this.#entries.push(entry);
    return () => {
      this.#entries = this.#entries.filter((other) => other !== entry);
    };
  }

  catchUp(now: number): void {
    for (let entry = this.#firstDue(now); entry !== undefined; entry = this.#firstDue(now)) {
      const happening = entry;
      this.#entries = this.#entries.filter((other) => other !== happening);
      happening.happen(happening.dueAt);
    }
  }

  #firstDue(now: number): Entry | undefined {
    return this.#entries
      .filter((entry) => entry.dueAt <= now && entry.isReady())
      .sort((a, b) => a.dueAt - b.dueAt || a.sequence - b.sequence)[0];
  }
}
