import type { OptionFindings } from '../kernel/option-findings.ts';
import type { AccessOptions } from './access-options.ts';

/** What can be said about `accessOptions` without asking AWS. */
export function checkAccess(findings: OptionFindings<AccessOptions>): void {
  const { options } = findings;
  for (const [one, other] of [
    ['access_key', 'secret_key'],
    ['secret_key', 'access_key'],
  ] as const) {
    if (options[one] && !options[other] && findings.known(other)) {
      findings.error({
        at: one,
        code: 'incomplete-credentials',
        summary: `${one} is given without ${other}`,
        detail: `An access key has two parts. Add ${other}, or remove ${one} so that the credentials of the environment are used.`,
      });
    }
  }
  if (findings.known('max_retries') && options.max_retries < 1) {
    findings.error({
      at: 'max_retries',
      code: 'invalid-value',
      summary: 'max_retries must be at least 1',
      detail: `It counts all tries of one call, the first one included; ${options.max_retries} would make none.`,
    });
  }
}
