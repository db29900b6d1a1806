export interface Assignment {
  /** Not empty. */
  readonly name: string;
  /** All that follows the first `=`. */
  readonly value: string;
}

/** Takes `NAME=value` apart; undefined where there is no name or no `=`. */
export function splitAssignment(text: string): Assignment | undefined {
  const equals = text.indexOf('=');
  return equals > 0 ? { name: text.slice(0, equals), value: text.slice(equals + 1) } : undefined;
}
