/** Who signed a request, and for what: the credential scope of AWS Signature Version 4. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  /** `ec2`, `sts`, `iam`, `ssm`. */
  readonly service: string;
}

/**
 * Reads the credential scope out of the Authorization header or, for presigned requests, out of `X-Amz-Credential`.
 * The signature itself is not verified: this cloud knows no secrets. Undefined when the request is not signed.
 */
export function credentialScope(
  headers: Readonly<Record<string, string>>,
  query: ReadonlyMap<string, string>,
): CredentialScope | undefined {
  const header = /^AWS4-HMAC-SHA256\s.*Credential=([^\s,]+).*Signature=[0-9a-f]+/i.exec(headers['authorization'] ?? '');
  const presigned = query.has('X-Amz-Signature') ? query.get('X-Amz-Credential') : undefined;
  const parts = (header?.[1] ?? presigned)?.split('/') ?? [];
  const [accessKeyId, , region, service, terminator] = parts;
  if (accessKeyId === undefined || region === undefined || service === undefined || terminator !== 'aws4_request') {
    return undefined;
  }
  return { accessKeyId, region, service };
}
