import { BakeError, describeError, toBakeError } from '../../kernel/errors.ts';

/** What hinders every call in the same way: told once, however many calls it was that found it out. */
const SAME_FOR_ALL = new Set([
  'account-blocked',
  'aws-unavailable',
  'credentials-expired',
  'credentials-invalid',
  'credentials-missing',
  'network',
  'region-not-enabled',
  'throttled',
]);

/** Several things that were found wrong at the same time, each with its remedy. */
class SeveralErrors extends BakeError {
  override readonly name = 'SeveralErrors';
  /** At least two. */
  readonly all: readonly BakeError[];

  constructor(first: BakeError, others: readonly BakeError[]) {
    const all = [first, ...others];
    const list = all.map((error, index) => `\n  ${index + 1}. ${describeError(error)}`).join('');
    super(`${all.length} things are wrong:${list}`, { code: first.code, category: first.category, cause: first });
    this.all = all;
  }
}

/** All results; else one error with all that was found wrong, in the order of the checks. */
export async function together<T extends readonly unknown[]>(
  checks: {
    readonly [K in keyof T]: Promise<T[K]>;
  },
): Promise<T> {
  const settled = await Promise.allSettled(checks);
  const failures = settled.filter((result) => result.status === 'rejected').map(({ reason }): unknown => reason);
  if (failures.length === 0) return Promise.all(checks) as Promise<T>;
  const found = new Map<string, unknown>();
  for (const failure of failures.flatMap(partsOf)) {
    const { code, message } = toBakeError(failure);
    const key = SAME_FOR_ALL.has(code) ? code : message;
    if (!found.has(key)) found.set(key, failure);
  }
  const [first, ...others] = found.values();
  if (others.length === 0) throw first;
  throw new SeveralErrors(toBakeError(first), others.map(toBakeError));
}

function partsOf(thrown: unknown): readonly unknown[] {
  return thrown instanceof SeveralErrors ? thrown.all : [thrown];
}
