import { type OptionsOf, option } from '../kernel/schema.ts';

const SESSION = 'Use the credentials of an earlier step (for instance aws-actions/configure-aws-credentials) instead.';

/** Which account and region, with which credentials. */
export const accessOptions = {
  access_key: option.string.optional({
    doc: 'Identifier of an access key; together with `secret_key`. Without both, credentials are found as the AWS SDKs do: environment, profile, web identity (OpenID Connect), container, instance metadata.',
  }),
  secret_key: option.string.optional({
    doc: 'Secret of the access key; together with `access_key`.',
    sensitive: true,
  }),
  token: option.string.optional({ doc: 'Session token of temporary credentials.', sensitive: true }),
  profile: option.string.optional({
    doc: 'Profile of the AWS configuration files; one that they do not have is an error. Default: AWS_PROFILE.',
  }),
  shared_credentials_file: option.string.optional({
    doc: 'Path of the credentials file. Default: `~/.aws/credentials`. A file whose sections are called `[profile NAME]` stands in the place of `~/.aws/config` instead.',
  }),
  region: option.string.optional({
    doc: 'Region to build in. Default: AWS_REGION, AWS_DEFAULT_REGION, or the region of the profile.',
  }),
  max_retries: option.number.withDefault(10, {
    doc: 'How often one call to AWS is tried when it is throttled or fails for a moment, the first time included.',
  }),
  assume_role: option.block(
    {
      role_arn: option.string.optional({ doc: 'ARN of the role; without it the block does nothing.' }),
      session_name: option.string.optional({ doc: 'Name of the session.' }),
      external_id: option.string.optional({ doc: 'External id that the role asks for.' }),
      duration_seconds: option.number.optional({ doc: 'How long the session lasts, in seconds.' }),
      policy: option.string.optional({ doc: 'Inline session policy, JSON.' }),
      policy_arns: option.strings.withDefault([], { doc: 'ARNs of managed session policies.' }),
      tags: option.stringMap.withDefault({}, { doc: 'Session tags.' }),
      transitive_tag_keys: option.strings.withDefault([], { doc: 'Session tags that later sessions inherit.' }),
    },
    { doc: 'Role to take on, by STS AssumeRole, with the credentials found otherwise.' },
  ),
  custom_endpoint_ec2: option.string.optional({
    doc: "URL of an EC2 endpoint for the build's own region. The other services are reached as AWS_ENDPOINT_URL says.",
  }),
  insecure_skip_tls_verify: option.bool.withDefault(false, {
    doc: 'Does not check the certificates of AWS endpoints.',
  }),
  skip_credential_validation: option.bool.withDefault(false, {
    doc: 'Goes on when STS does not say at the start whose credentials these are.',
  }),
  skip_metadata_api_check: option.bool.withDefault(false, {
    doc: 'Does not look for credentials at the instance metadata service.',
  }),
  aws_polling: option.block(
    {
      delay_seconds: option.number.optional({
        doc: 'Seconds between two looks. Default: AWS_POLL_DELAY_SECONDS, else 0.5 to 2 for instances and 1 to 5 for images, the longer the wait lasts.',
      }),
      max_attempts: option.number.optional({
        doc: 'Ends a wait that goes on for so many looks (times `delay_seconds`, or 5 seconds) without any progress. Default: AWS_MAX_ATTEMPTS, else AWS_TIMEOUT_SECONDS gives the seconds, else waits follow AWS until the job ends.',
      }),
    },
    {
      doc: 'How AWS is waited for. Packer counts all looks of a wait and gives up an image that is still growing; here only those without progress count. On the local cloud it has no effect.',
    },
  ),
  mfa_code: option.string.optional({
    doc: 'One-time code of the device that the profile names (`mfa_serial` beside `role_arn`). It holds for one session: where the run takes longer than an hour, write `duration_seconds` into the profile too.',
    sensitive: true,
  }),
  decode_authorization_messages: option.bool.withDefault(false, {
    doc: 'Decodes with STS what AWS adds in encoded form to the message about a denied call: the resource, and the statements of policies that deny it. It takes the permission sts:DecodeAuthorizationMessage; without it, the error names the missing IAM action only.',
  }),
  vault_aws_engine: option.block(
    {
      name: option.string.optional({ doc: 'Role of the engine.' }),
      role_arn: option.string.optional({ doc: 'ARN of the AWS role, where the engine knows several.' }),
      ttl: option.string.optional({ doc: 'How long the credentials hold.' }),
      engine_name: option.string.optional({ doc: 'Path of the engine. Default: `aws`.' }),
    },
    { doc: "Credentials from HashiCorp Vault's AWS engine.", notYet: SESSION },
  ),
} as const;

export type AccessOptions = OptionsOf<typeof accessOptions>;
