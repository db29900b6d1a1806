import type { Value } from '../../values/value.ts';
import { textAt } from '../arguments.ts';
import { fault } from '../function.ts';
import { parseTimestamp, type Timestamp } from './timestamp.ts';

/** The argument as a timestamp of RFC 3339; anything else is the user's fault. */
export function timestampAt(args: readonly Value[], index: number): Timestamp {
  const text = textAt(args, index);
  return (
    parseTimestamp(text) ??
    fault(`not a valid RFC3339 timestamp: "${text}" is not of the form 2006-01-02T15:04:05Z`, index)
  );
}
