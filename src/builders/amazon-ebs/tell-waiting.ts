import type { Site } from './site.ts';

/**
 * Tells of each look what is waited for and in which state it is; give it to a wait as `onLook`. `what` is a noun: `the
 * instance i-0123`.
 */
export function tellWaiting(
  { context }: Site,
  what: string,
  percent: () => number | undefined = () => undefined,
): (state: string | undefined, waitedMs: number) => void {
  return (state, elapsedMs) => {
    const known = percent();
    context.emit({
      type: 'waiting',
      build: context.build,
      what,
      state: state ?? 'not shown by EC2 yet',
      elapsedMs,
      ...(known !== undefined && { percent: known }),
    });
  };
}
