import { printableLine } from '../kernel/hostile-text.ts';

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Makes a line safe for the runner's log. The runner scans everything that an action prints: `::name::` counts at the
 * start of a line, the older `##[name]` anywhere in it, and some of those commands set outputs or state
 * (actions/runner, ActionCommand.cs). So a line that is not ours must neither begin with `::` nor hold `##[`.
 */
export function neutralise(text: string): string {
  const printable = printableLine(text, true);
  const broken = printable.replaceAll('##[', `##${ZERO_WIDTH_SPACE}[`);
  return /^[\s\ufeff\u200b]*::/.test(broken) ? `: ${broken}` : broken;
}
