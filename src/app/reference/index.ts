import { systemClock } from '../../kernel/clock.ts';
import { randomIds } from '../../kernel/ids.ts';
import { SecretRegistry } from '../../kernel/secrets.ts';
import { registryForReading } from '../registry-for-reading.ts';
import { referencePages } from './pages.ts';

export { iamPage } from './iam-page.ts';

/** `docs/reference/` as it should be; `scripts/docs.mjs` writes it. */
export function currentReference(): ReadonlyMap<string, string> {
  return referencePages(
    registryForReading({
      clock: systemClock,
      ids: randomIds,
      environment: {},
      reporter: { report: () => undefined },
      secrets: new SecretRegistry(),
      signal: new AbortController().signal,
    }),
  );
}
