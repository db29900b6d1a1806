import type { STSClientConfig } from '@aws-sdk/client-sts';
import {
  createCredentialChain,
  fromContainerMetadata,
  fromHttp,
  fromIni,
  fromInstanceMetadata,
  fromNodeProviderChain,
  fromTemporaryCredentials,
  fromTokenFile,
} from '@aws-sdk/credential-providers';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Clock } from '../kernel/clock.ts';
import { BakeError } from '../kernel/errors.ts';
import type { AwsCall } from './error-kinds.ts';
import { awsError } from './errors.ts';
import { assertProfile, profileFiles } from './profile-files.ts';
import type { AwsSettings, AwsSurroundings } from './settings.ts';

/** Temporary credentials are replaced this long before they expire. */
const REFRESH_BEFORE_MS = 5 * 60_000;

/**
 * The credentials of a build, in Packer's order: keys of the template, profile of the template, keys of the environment,
 * then what the AWS SDK finds: profile, web identity (OpenID Connect), container, instance metadata. Asked for once and
 * kept until they are about to expire, for all clients.
 */
export function credentialsOf(
  settings: AwsSettings,
  surroundings: AwsSurroundings,
  stsConfig: STSClientConfig,
): AwsCredentialIdentityProvider {
  const base = withMfaCode(settings, surroundings, stsConfig);
  const role = settings.assumeRole;
  const provider =
    role === undefined
      ? base
      : fromTemporaryCredentials({
          masterCredentials: base,
          clientConfig: stsConfig,
          params: {
            RoleArn: role.roleArn,
            ...(role.sessionName === undefined ? {} : { RoleSessionName: role.sessionName }),
            ...(role.externalId === undefined ? {} : { ExternalId: role.externalId }),
            ...(role.durationSeconds === undefined ? {} : { DurationSeconds: role.durationSeconds }),
            ...(role.policy === undefined ? {} : { Policy: role.policy }),
            ...(role.policyArns.length === 0 ? {} : { PolicyArns: role.policyArns.map((arn) => ({ arn })) }),
            ...(Object.keys(role.tags).length === 0
              ? {}
              : { Tags: Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })) }),
            ...(role.transitiveTagKeys.length === 0 ? {} : { TransitiveTagKeys: [...role.transitiveTagKeys] }),
          },
        });
  const region = typeof stsConfig.region === 'string' ? stsConfig.region : '';
  const call = {
    service: 'sts',
    action: 'AssumeRole',
    region,
    onGitHub: surroundings.environment['GITHUB_ACTIONS'] === 'true',
  };
  const explained: AwsCredentialIdentityProvider = (properties) =>
    provider(properties).catch((error: unknown) => Promise.reject(ofSts(error, call)));
  return kept(explained, surroundings.clock, surroundings.registerSecret);
}

/**
 * The credentials before any role of the template. A code that is written and that nothing asked for is an error: whoever
 * wrote it believes that MFA protects the session. Rejects with BakeError `mfa-code-missing`, `mfa-code-spent` or
 * `mfa-code-unused`.
 */
function withMfaCode(
  settings: AwsSettings,
  surroundings: AwsSurroundings,
  stsConfig: STSClientConfig,
): AwsCredentialIdentityProvider {
  const { mfaCode } = settings;
  let isAskedFor = false;
  let isSpent = false;
  const codeFor = (serial: string): Promise<string> => {
    if (mfaCode === undefined) return Promise.reject(mfaCodeMissing(serial));
    // The SDK asks again when the session is about to end.
    if (isSpent) return Promise.reject(mfaCodeSpent(serial));
    isAskedFor = true;
    return Promise.resolve(mfaCode);
  };
  const provider = baseProvider(settings, surroundings, codeFor, stsConfig);
  if (mfaCode === undefined) return provider;
  surroundings.registerSecret(mfaCode);
  return async (properties) => {
    const identity = await provider(properties);
    if (!isAskedFor) throw mfaCodeUnused();
    isSpent = true;
    return identity;
  };
}

/** STS refuses a role: that is not about the call that the credentials are for. What never reached STS stays as it is. */
function ofSts(error: unknown, call: AwsCall): unknown {
  if (!(error instanceof Error && '$fault' in error)) return error;
  return /MultiFactorAuthentication failed/.test(error.message) ? mfaCodeRefused(error) : awsError(error, call);
}

function mfaCodeRefused(cause: Error): BakeError {
  return new BakeError(`AWS does not take the code of the MFA device: ${cause.message.replace(/\.$/, '')}`, {
    code: 'mfa-code-refused',
    category: 'auth',
    hint: 'Give the code that the device shows now: each holds for half a minute, and for one session only.',
    cause,
  });
}

function mfaCodeMissing(serial: string): BakeError {
  return new BakeError(`The AWS profile asks for a code of the MFA device ${serial}, and none is given`, {
    code: 'mfa-code-missing',
    category: 'auth',
    hint: 'Give the code that the device shows now as mfa_code, best by a variable: mfa_code = var.mfa_code.',
  });
}

function mfaCodeSpent(serial: string): BakeError {
  return new BakeError(
    `The session that was opened with a code of the MFA device ${serial} has ended, and a code opens one session only`,
    {
      code: 'mfa-code-spent',
      category: 'auth',
      hint: 'Let the session last as long as the run: duration_seconds in the profile, up to what the role allows.',
    },
  );
}

function mfaCodeUnused(): BakeError {
  return new BakeError('mfa_code is given, and the AWS credentials that were found ask for no code', {
    code: 'mfa-code-unused',
    category: 'auth',
    hint: 'The code is for a profile that has mfa_serial beside role_arn: name that one in profile (or AWS_PROFILE; access keys in the environment go before it). Without such a profile, leave mfa_code out.',
  });
}

function baseProvider(
  settings: AwsSettings,
  { environment }: AwsSurroundings,
  mfaCodeProvider: (serial: string) => Promise<string>,
  { requestHandler }: STSClientConfig,
): AwsCredentialIdentityProvider {
  if (settings.accessKey !== undefined && settings.secretKey !== undefined) {
    return fixed(settings.accessKey, settings.secretKey, settings.token);
  }
  const accessKey = environment['AWS_ACCESS_KEY_ID'];
  const secretKey = environment['AWS_SECRET_ACCESS_KEY'];
  if (settings.profile === undefined && accessKey && secretKey) {
    return fixed(accessKey, secretKey, settings.token ?? environment['AWS_SESSION_TOKEN']);
  }
  const profile = settings.profile ?? (environment['AWS_PROFILE'] || undefined);
  const others = withoutFiles(settings, environment);
  const common = {
    mfaCodeProvider,
    // The network of the others, for single sign-on too; the region is that of the profile.
    ...(requestHandler === undefined ? {} : { clientConfig: { requestHandler } }),
    ...(profile === undefined ? {} : { profile }),
  };
  return async (properties) => {
    const files = await profileFiles(settings.sharedCredentialsFile);
    const init = { ...common, ...files };
    if (profile !== undefined) {
      // Whoever names one means its account, and no other that this machine may have a role in.
      await assertProfile(profile, files);
      return ofProfile(fromIni(init), others)(properties);
    }
    if (settings.skipMetadataApiCheck !== true) return fromNodeProviderChain(init)(properties);
    return createCredentialChain(fromIni(init), fromTokenFile(init), ...others)(properties);
  };
}

/** The keys that a profile says; one that says none is a region and more, for a machine that has a role of its own. */
function ofProfile(
  profile: AwsCredentialIdentityProvider,
  others: readonly AwsCredentialIdentityProvider[],
): AwsCredentialIdentityProvider {
  return async (properties) => {
    try {
      return await profile(properties);
    } catch (ofTheProfile) {
      if (!mayAskOthers(ofTheProfile) || others.length === 0) throw ofTheProfile;
      // It is the profile that was named: what it lacks is what has to be mended.
      return createCredentialChain(...others)(properties).catch((error: unknown) =>
        Promise.reject(mayAskOthers(error) ? ofTheProfile : error),
      );
    }
  };
}

function mayAskOthers(error: unknown): boolean {
  return error instanceof Error && 'tryNextLink' in error && error.tryNextLink === true;
}

/** Credentials of the place where this runs: a container, or an instance with a role. */
function withoutFiles(
  { skipMetadataApiCheck }: AwsSettings,
  environment: AwsSurroundings['environment'],
): readonly AwsCredentialIdentityProvider[] {
  const inContainer =
    environment['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'] || environment['AWS_CONTAINER_CREDENTIALS_FULL_URI'];
  if (inContainer) return [fromHttp(), fromContainerMetadata()];
  const isSwitchedOff = (environment['AWS_EC2_METADATA_DISABLED'] || 'false') !== 'false';
  return skipMetadataApiCheck === true || isSwitchedOff ? [] : [fromInstanceMetadata()];
}

function fixed(accessKeyId: string, secretAccessKey: string, sessionToken?: string): AwsCredentialIdentityProvider {
  const identity = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  return () => Promise.resolve(identity);
}

/** One question at a time, its answer kept; a failure is not kept. */
function kept(
  provider: AwsCredentialIdentityProvider,
  clock: Clock,
  registerSecret: (secret: string) => void,
): AwsCredentialIdentityProvider {
  let current: Promise<AwsCredentialIdentity> | undefined;
  let validUntil = Number.POSITIVE_INFINITY;
  return (properties) => {
    if (current !== undefined && clock.now() < validUntil) return current;
    validUntil = Number.POSITIVE_INFINITY;
    const asked = provider(properties).then((identity) => {
      registerSecret(identity.secretAccessKey);
      if (identity.sessionToken !== undefined) registerSecret(identity.sessionToken);
      validUntil =
        identity.expiration === undefined
          ? Number.POSITIVE_INFINITY
          : identity.expiration.getTime() - REFRESH_BEFORE_MS;
      return identity;
    });
    current = asked;
    asked.catch(() => {
      if (current === asked) current = undefined;
    });
    return asked;
  };
}
