import { didYouMean } from '../kernel/suggestion.ts';

/**
 * Of inputs that the action does not have, those that look like one that it has: the runner only lists all names then
 * ("Unexpected input(s)"), and act and others say nothing. They are there in the environment all the same (actions/runner,
 * ActionRunner.cs).
 *
 * @param known the names of all inputs
 */
export function misspeltInputs(
  environment: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): readonly string[] {
  const taken = new Set(known.map((name) => name.toUpperCase()));
  return Object.entries(environment).flatMap(([variable, value]) => {
    const name = /^INPUT_(.+)$/.exec(variable)?.[1];
    if (name === undefined || taken.has(name) || !value) return [];
    const suggestion = didYouMean(name.toLowerCase(), known).trim();
    return suggestion === '' ? [] : [`There is no input "${name.toLowerCase()}". ${suggestion}`];
  });
}
