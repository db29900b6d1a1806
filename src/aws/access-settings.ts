import type { AccessOptions } from './access-options.ts';
import type { AwsSettings } from './settings.ts';

/** The settings that `accessOptions` say; an empty text counts as not written. */
export function accessSettings(options: AccessOptions): AwsSettings {
  return {
    region: options.region || undefined,
    accessKey: options.access_key || undefined,
    secretKey: options.secret_key || undefined,
    token: options.token || undefined,
    profile: options.profile || undefined,
    sharedCredentialsFile: options.shared_credentials_file || undefined,
    assumeRole: assumeRole(options),
    mfaCode: options.mfa_code || undefined,
    maxRetries: options.max_retries,
    customEndpointEc2: options.custom_endpoint_ec2 || undefined,
    insecureSkipTlsVerify: options.insecure_skip_tls_verify,
    skipMetadataApiCheck: options.skip_metadata_api_check,
    decodesDenials: options.decode_authorization_messages,
    polling:
      options.aws_polling === undefined
        ? undefined
        : { delaySeconds: options.aws_polling.delay_seconds, maxAttempts: options.aws_polling.max_attempts },
  };
}

function assumeRole({ assume_role: role }: AccessOptions) {
  if (!role?.role_arn) return undefined;
  return {
    roleArn: role.role_arn,
    sessionName: role.session_name,
    externalId: role.external_id,
    durationSeconds: role.duration_seconds,
    policy: role.policy,
    policyArns: role.policy_arns,
    tags: role.tags,
    transitiveTagKeys: role.transitive_tag_keys,
  };
}
