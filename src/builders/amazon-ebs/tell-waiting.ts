import { describeDuration } from '../../kernel/duration.ts';
import type { Site } from './site.ts';

const TELL_EVERY_MS = 60_000;

/** Says once a minute what is waited for and in which state it is; give it to a wait as `onLook`. */
export function tellWaiting(
  { context }: Site,
  what: string,
  details: () => string = () => '',
): (state: string | undefined, waitedMs: number) => void {
  let told = 0;
  return (state, waitedMs) => {
    if (waitedMs - told < TELL_EVERY_MS) return;
    told = waitedMs;
    const known = [state ?? 'not shown by EC2 yet', details()].filter((part) => part !== '').join(', ');
    const message = `Waiting for ${what}: ${known}, after ${describeDuration(waitedMs)}`;
    context.emit({ type: 'progress', build: context.build, message });
  };
}
