import type { OptionFindings } from '../../../kernel/option-findings.ts';

/** KMS key identifiers: id, multi-Region id, alias, or the ARN of a key or an alias (KMS API, "KeyId"). */
const KMS_KEY =
  /^(arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:(key\/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})|alias\/[\w/-]+)|alias\/[\w/-]+|mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function checkKey(findings: OptionFindings<unknown>, at: string, key: string): void {
  if (KMS_KEY.test(key)) return;
  findings.error({
    at,
    code: 'invalid-kms-key',
    summary: 'This is no KMS key',
    detail: `${JSON.stringify(key)} is neither a key id, nor an alias ("alias/NAME"), nor the ARN of either.`,
  });
}
