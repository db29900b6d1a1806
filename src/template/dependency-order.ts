/** An order in which everything comes after what it depends on, and the circles that stand in the way of one. */
export interface DependencyOrder {
  readonly order: readonly string[];
  /** Each as `a, b, c` where a needs b, b needs c and c needs a. */
  readonly cycles: readonly (readonly string[])[];
}

/**
 * Sorts names by their dependencies, otherwise keeping the given order. What is part of a circle, or depends on one, is
 * in the order too, somewhere; names that are no keys are passed over.
 */
export function dependencyOrder(dependencies: ReadonlyMap<string, readonly string[]>): DependencyOrder {
  const order: string[] = [];
  const cycles: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const start of dependencies.keys()) {
    // Iterative: a chain of dependencies may be longer than the call stack.
    const trail = [{ name: start, next: 0 }];
    const onTrail = new Set([start]);
    while (!done.has(start)) {
      const top = trail.at(-1);
      if (top === undefined) break;
      const child = dependencies.get(top.name)?.[top.next];
      top.next += 1;
      if (child === undefined) {
        trail.pop();
        onTrail.delete(top.name);
        done.add(top.name);
        order.push(top.name);
      } else if (onTrail.has(child)) {
        cycles.push(trail.slice(trail.findIndex(({ name }) => name === child)).map(({ name }) => name));
      } else if (dependencies.has(child) && !done.has(child)) {
        trail.push({ name: child, next: 0 });
        onTrail.add(child);
      }
    }
  }
  return { order, cycles };
}
