import type { EC2ClientConfig } from '@aws-sdk/client-ec2';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { WayIn } from '../kernel/resources.ts';
import type { WrittenPolling } from './polling/settings.ts';

/** How to reach AWS, as a template writes it; what is undefined is found the way the AWS SDKs do. */
export interface AwsSettings {
  readonly region?: string | undefined;
  readonly accessKey?: string | undefined;
  readonly secretKey?: string | undefined;
  readonly token?: string | undefined;
  readonly profile?: string | undefined;
  readonly sharedCredentialsFile?: string | undefined;
  readonly assumeRole?: AssumeRole | undefined;
  /** A code that the MFA device of the profile (`mfa_serial`) shows; STS takes each once. */
  readonly mfaCode?: string | undefined;
  /** Tries for one call, the first one included; default 10. */
  readonly maxRetries?: number | undefined;
  /** Endpoint for EC2 in the build's own region. */
  readonly customEndpointEc2?: string | undefined;
  readonly insecureSkipTlsVerify?: boolean | undefined;
  /** Whether credentials of the instance metadata service (IMDS) are out of the question. */
  readonly skipMetadataApiCheck?: boolean | undefined;
  /** Whether STS is asked what its encoded message about a denied call says. */
  readonly decodesDenials?: boolean | undefined;
  readonly polling?: WrittenPolling | undefined;
}

/** STS AssumeRole on top of the credentials found otherwise. */
export interface AssumeRole {
  readonly roleArn: string;
  readonly sessionName?: string | undefined;
  readonly externalId?: string | undefined;
  readonly durationSeconds?: number | undefined;
  /** An inline session policy, JSON. */
  readonly policy?: string | undefined;
  readonly policyArns: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly transitiveTagKeys: readonly string[];
}

/** What of these settings may be written down: all but the secrets. */
export function wayInOf({ accessKey, secretKey, token, mfaCode, ...settings }: AwsSettings): WayIn {
  return {
    ...settings,
    keysInTemplate: accessKey !== undefined || secretKey !== undefined || token !== undefined,
    ...(mfaCode === undefined ? {} : { mfaCodeInTemplate: true }),
  };
}

/** The settings that `wayInOf` wrote down; what is not understood is left out. */
export function settingsOf(wayIn: WayIn): AwsSettings {
  const text = (name: string): string | undefined => {
    const value = wayIn[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    region: text('region'),
    profile: text('profile'),
    sharedCredentialsFile: text('sharedCredentialsFile'),
    assumeRole: isAssumeRole(wayIn['assumeRole']) ? wayIn['assumeRole'] : undefined,
    customEndpointEc2: text('customEndpointEc2'),
    insecureSkipTlsVerify: wayIn['insecureSkipTlsVerify'] === true,
    skipMetadataApiCheck: wayIn['skipMetadataApiCheck'] === true,
  };
}

function isAssumeRole(value: unknown): value is AssumeRole {
  return (
    typeof value === 'object' &&
    value !== null &&
    'roleArn' in value &&
    typeof value.roleArn === 'string' &&
    'policyArns' in value &&
    Array.isArray(value.policyArns) &&
    'transitiveTagKeys' in value &&
    Array.isArray(value.transitiveTagKeys) &&
    'tags' in value &&
    typeof value.tags === 'object'
  );
}

/** What of the outside world the calls to AWS need. */
export interface AwsSurroundings {
  /** AWS_REGION, AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL, … */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Called with secret keys and session tokens before they are used. */
  readonly registerSecret: (secret: string) => void;
  /** `bake-ami/1.2.3`; added to the SDK's own user agent. */
  readonly userAgent: string;
  /**
   * The cloud is a local one, which knows no accounts: what a template says about credentials and endpoints is for AWS,
   * and does not count.
   */
  readonly isLocal?: boolean;
  /** Answers the requests instead of the network: a cloud in this process. */
  readonly requestHandler?: HttpHandler;
}

export type HttpHandler = NonNullable<EC2ClientConfig['requestHandler']>;

/**
 * Where a service is reached, from the environment: AWS_ENDPOINT_URL_EC2 before AWS_ENDPOINT_URL (AWS SDKs and Tools
 * Reference Guide, "Service-specific endpoints"). Undefined: AWS's own.
 */
export function endpointOf(service: string, environment: AwsSurroundings['environment']): string | undefined {
  if (environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true') return undefined;
  return environment[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || environment['AWS_ENDPOINT_URL'] || undefined;
}
