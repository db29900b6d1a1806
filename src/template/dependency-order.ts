/** An order in which everything comes after what it depends on, and the circles that stand in the way of one. */
export interface DependencyOrder {
  readonly order: readonly string[];
  /** Each as `a, b, c` where a needs b, b needs c and c needs a. Of very many circles only the first are spelled out. */
  readonly cycles: readonly (readonly string[])[];
  /** What is part of any circle. */
  readonly circular: ReadonlySet<string>;
}

/** After so many names in circles, no further circle is spelled out: there may be as many of them as pairs of names. */
const MOST_NAMES_IN_CYCLES = 10_000;

interface Step {
  readonly name: string;
  /** Which of its dependencies comes next. */
  next: number;
  /** The earliest place on the trail that something from here on leads back to. */
  leadsTo: number;
}

/**
 * Sorts names by their dependencies, otherwise keeping the given order. What is part of a circle, or depends on one, is
 * in the order too, somewhere; names that are no keys are passed over.
 */
export function dependencyOrder(dependencies: ReadonlyMap<string, readonly string[]>): DependencyOrder {
  const order: string[] = [];
  const cycles: (readonly string[])[] = [];
  const circular = new Set<string>();
  const done = new Set<string>();
  let names = 0;
  for (const start of dependencies.keys()) {
    // Iterative: a chain of dependencies may be longer than the call stack.
    const trail: Step[] = [];
    const places = new Map<string, number>();
    const enter = (name: string): void => {
      places.set(name, trail.length);
      trail.push({ name, next: 0, leadsTo: Number.POSITIVE_INFINITY });
    };
    if (!done.has(start)) enter(start);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const child = dependencies.get(top.name)?.[top.next];
      top.next += 1;
      if (child === undefined) {
        trail.pop();
        places.delete(top.name);
        done.add(top.name);
        order.push(top.name);
        if (top.leadsTo <= trail.length) circular.add(top.name);
        const around = trail.at(-1);
        if (around !== undefined && top.leadsTo < trail.length) around.leadsTo = Math.min(around.leadsTo, top.leadsTo);
        continue;
      }
      const place = places.get(child);
      if (place !== undefined) {
        top.leadsTo = Math.min(top.leadsTo, place);
        if (names < MOST_NAMES_IN_CYCLES) {
          const cycle = trail.slice(place).map(({ name }) => name);
          names += cycle.length;
          cycles.push(cycle);
        }
      } else if (dependencies.has(child) && !done.has(child)) enter(child);
    }
  }
  return { order, cycles, circular };
}
