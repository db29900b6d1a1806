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
  const { delay_seconds: delay = 0, max_attempts: attempts = 0 } = options.aws_polling ?? {};
  if (findings.known('aws_polling') && (delay < 0 || attempts < 0)) {
    findings.error({
      at: 'aws_polling',
      code: 'invalid-value',
      summary: 'delay_seconds and max_attempts of aws_polling can not be negative',
      detail: `They are ${delay} and ${attempts}. Leave out the block to wait at bake-ami's own pace until the job ends.`,
    });
  }
}
