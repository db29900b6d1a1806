import type { STSClientConfig } from '@aws-sdk/client-sts';
import {
  createCredentialChain,
  fromContainerMetadata,
  fromHttp,
  fromIni,
  fromNodeProviderChain,
  fromProcess,
  fromTemporaryCredentials,
  fromTokenFile,
} from '@aws-sdk/credential-providers';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Clock } from '../kernel/clock.ts';
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
  const base = baseProvider(settings, surroundings);
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
  return kept(provider, surroundings.clock, surroundings.registerSecret);
}

function baseProvider(settings: AwsSettings, { environment }: AwsSurroundings): AwsCredentialIdentityProvider {
  if (settings.accessKey !== undefined && settings.secretKey !== undefined) {
    return fixed(settings.accessKey, settings.secretKey, settings.token);
  }
  const accessKey = environment['AWS_ACCESS_KEY_ID'];
  const secretKey = environment['AWS_SECRET_ACCESS_KEY'];
  if (settings.profile === undefined && accessKey && secretKey) {
    return fixed(accessKey, secretKey, settings.token ?? environment['AWS_SESSION_TOKEN']);
  }
  const profile = settings.profile ?? (environment['AWS_PROFILE'] || undefined);
  const files = {
    ...(profile === undefined ? {} : { profile }),
    ...(settings.sharedCredentialsFile === undefined ? {} : { filepath: settings.sharedCredentialsFile }),
  };
  if (settings.skipMetadataApiCheck !== true) return fromNodeProviderChain(files);
  const inContainer =
    environment['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'] || environment['AWS_CONTAINER_CREDENTIALS_FULL_URI'];
  return createCredentialChain(
    fromIni(files),
    fromProcess(files),
    fromTokenFile(),
    ...(inContainer ? [fromHttp(), fromContainerMetadata()] : []),
  );
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
