import { toBakeError } from '../../kernel/errors.ts';
import type { Site } from './site.ts';

/** The error and, as its own line of the log, what else was found wrong at the same time. */
export async function together<T extends readonly unknown[]>(
  site: Site,
  checks: { readonly [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const settled = await Promise.allSettled(checks);
  const failures = settled.filter((result) => result.status === 'rejected').map(({ reason }): unknown => reason);
  if (failures.length === 0) return Promise.all(checks) as Promise<T>;
  const [first, ...further] = failures.map(toBakeError);
  if (!site.context.signal.aborted) {
    for (const error of further.filter(({ message }) => message !== first?.message)) {
      const message = error.hint === undefined ? error.message : `${error.message}. ${error.hint}`;
      site.context.emit({ type: 'log', level: 'error', message, build: site.context.build });
    }
  }
  throw failures[0];
}
