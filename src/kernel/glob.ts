/** Whether a place in a pattern takes this character, as Unicode counts them, of a name. */
export type CharacterTest = (character: string) => boolean;

/** What a pattern came to. */
export interface Glob {
  /** Whether all of the name fits. The work is at most `size` steps for each of its characters. */
  readonly matches: (name: string) => boolean;
  /** Grows as the pattern does, and no faster. */
  readonly size: number;
}

/** A place in a pattern, and how it is left. */
interface Place {
  /** Without a character. No way along these leads back to where it started. */
  readonly onward: Place[];
  /** Characters that keep to the place. */
  stay?: CharacterTest;
  /** One character that leads on. */
  step?: { readonly fits: CharacterTest; readonly to: Place };
}

/**
 * Puts a pattern together, from its beginning to its end. Matching follows all ways through it at once instead of trying
 * one after the other, so that no pattern, however odd, takes longer than its length times that of the name.
 */
export class GlobBuilder {
  readonly #start = newPlace();
  readonly #choices: { readonly start: Place; readonly end: Place }[] = [];
  #current = this.#start;
  #size = 1;

  /** One character. */
  one(fits: CharacterTest): void {
    const to = this.#add();
    this.#current.step = { fits, to };
    this.#current = to;
  }

  /** Any number of characters, or none. */
  many(fits: CharacterTest): void {
    const loop = this.#add();
    loop.stay = fits;
    const after = this.#add();
    loop.onward.push(after);
    this.#current.onward.push(loop);
    this.#current = after;
  }

  get inChoice(): boolean {
    return this.#choices.length > 0;
  }

  /** Begins the first of several texts that may stand here. */
  openChoice(): void {
    this.#choices.push({ start: this.#current, end: this.#add() });
    this.#beginAlternative();
  }

  /** Begins the next one. */
  nextAlternative(): void {
    this.#endAlternative();
    this.#beginAlternative();
  }

  /** Ends the last one, and goes on after it. */
  closeChoice(): void {
    this.#endAlternative();
    this.#current = this.#choices.pop()?.end ?? this.#current;
  }

  /** The pattern, with what is still open closed. It is used up by this. */
  build(): Glob {
    while (this.inChoice) this.closeChoice();
    const [start, end] = [this.#start, this.#current];
    return { matches: (name) => matches(start, end, name), size: this.#size };
  }

  #beginAlternative(): void {
    const { start = this.#current } = this.#choices.at(-1) ?? {};
    this.#current = this.#add();
    start.onward.push(this.#current);
  }

  #endAlternative(): void {
    const choice = this.#choices.at(-1);
    if (choice !== undefined) this.#current.onward.push(choice.end);
  }

  #add(): Place {
    this.#size += 1;
    return newPlace();
  }
}

function newPlace(): Place {
  return { onward: [] };
}

function matches(start: Place, end: Place, name: string): boolean {
  let reached = withOnward([start]);
  for (const character of name) {
    const next: Place[] = [];
    for (const place of reached) {
      if (place.stay?.(character) === true) next.push(place);
      if (place.step?.fits(character) === true) next.push(place.step.to);
    }
    if (next.length === 0) return false;
    reached = withOnward(next);
  }
  return reached.has(end);
}

/** The places, and all that are reached from them without a character. */
function withOnward(places: readonly Place[]): ReadonlySet<Place> {
  const reached = new Set(places);
  // A set goes on with what is added while it is gone through.
  for (const place of reached) for (const each of place.onward) reached.add(each);
  return reached;
}
