import type { KeyMetadata } from '@aws-sdk/client-kms';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { BakeError } from '../kernel/errors.ts';
import type { AutoScalingApi, Ec2Api, IamApi, SecretsManagerApi, SsmApi, StsApi } from './api.ts';
import { Batch } from './batch.ts';
import type { CallSettings } from './calls.ts';
import { denialDecoder } from './decode-denial.ts';
import { DEFAULT_POLLING, pollingOf } from './polling/settings.ts';
import { RegionBatches } from './region-batches.ts';
import { RequestPace } from './request-pace.ts';
import { type AwsSettings, type AwsSurroundings, endpointOf } from './settings.ts';
import { StatusPoller } from './status-poller.ts';

/** AWS as one build sees it: with its credentials, from its region. */
export interface Aws {
  /** The build's own region. */
  readonly region: string;
  ec2(region: string): Ec2Api;
  /** The one poller of that region, shared by all builds with the same credentials. */
  poller(region: string): StatusPoller;
  /** What builds that run at once ask that region's EC2 for together. */
  batches(region: string): RegionBatches;
  sts(): Promise<StsApi>;
  iam(): Promise<IamApi>;
  /** DescribeKey: a KMS key by its id, ARN or alias; the same question of several builds is asked once. */
  kmsKey(region: string, key: string, signal: AbortSignal): Promise<KeyMetadata | undefined>;
  /** In the build's own region where none is named. */
  ssm(region?: string): Promise<SsmApi>;
  autoScaling(region: string): Promise<AutoScalingApi>;
  secretsManager(): Promise<SecretsManagerApi>;
  /** The number of the account that the credentials belong to, 12 digits; asked for once. */
  accountId(signal: AbortSignal): Promise<string>;
  /** Where EC2 is reached when that is not AWS itself. */
  readonly ec2Endpoint: string | undefined;
}

const DEFAULT_ATTEMPTS = 10;

/**
 * All connections of a run. Builds with the same settings share clients, credentials and pollers; and it is remembered
 * with which of them a resource was made, because it has to be removed with the same.
 */
export class AwsConnections {
  readonly #surroundings: AwsSurroundings;
  readonly #open = new Map<string, Promise<Aws>>();
  readonly #makers = new Map<string, Aws>();
  /** Those of builds that differ in their region only are the same: a code of an MFA device opens one session. */
  readonly #credentials = new Map<string, AwsCredentialIdentityProvider>();

  constructor(surroundings: AwsSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Does not talk to AWS yet. Rejects with BakeError `region-missing` or `profile-not-found`. */
  open(written: AwsSettings): Promise<Aws> {
    const { region, maxRetries, decodesDenials } = written;
    const settings = this.#surroundings.isLocal === true ? { region, maxRetries, decodesDenials } : written;
    const key = JSON.stringify(settings);
    let opened = this.#open.get(key);
    if (opened === undefined) {
      opened = connect(settings, this.#surroundings, (make) => this.#credentialsFor(settings, make));
      opened.catch(() => this.#open.delete(key));
      this.#open.set(key, opened);
    }
    return opened;
  }

  #credentialsFor(settings: AwsSettings, make: () => AwsCredentialIdentityProvider): AwsCredentialIdentityProvider {
    const key = credentialsKey(settings);
    const credentials = this.#credentials.get(key) ?? make();
    this.#credentials.set(key, credentials);
    return credentials;
  }

  /** Notes down before a create call with which credentials it is made; `name` is the intent's. */
  remember(kind: string, region: string, name: string, aws: Aws): void {
    this.#makers.set(makerKey(kind, region, name), aws);
  }

  /** With which credentials something was made; for what an earlier process made, those of the environment. */
  makerOf(kind: string, region: string, name: string | undefined): Promise<Aws> {
    const maker = name === undefined ? undefined : this.#makers.get(makerKey(kind, region, name));
    return maker === undefined ? this.open({ region }) : Promise.resolve(maker);
  }
}

/** Of what decides who calls, and by which network STS is asked. */
function credentialsKey(settings: AwsSettings): string {
  const { accessKey, secretKey, token, profile, sharedCredentialsFile, assumeRole, mfaCode } = settings;
  const { skipMetadataApiCheck, insecureSkipTlsVerify } = settings;
  return JSON.stringify([
    [accessKey, secretKey, token, profile, sharedCredentialsFile, assumeRole, mfaCode],
    [skipMetadataApiCheck === true, insecureSkipTlsVerify === true],
  ]);
}

function makerKey(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

async function connect(
  settings: AwsSettings,
  surroundings: AwsSurroundings,
  shared: (make: () => AwsCredentialIdentityProvider) => AwsCredentialIdentityProvider,
): Promise<Aws> {
  const { environment, clock, ids } = surroundings;
  // Loaded here, so that a run that never talks to AWS does not pay for the SDK.
  const [{ createEc2 }, { credentialsOf }, { httpHandler }, { SteadyHandler }] = await Promise.all([
    import('./ec2-client.ts'),
    import('./credentials.ts'),
    import('./http-handler.ts'),
    import('./steady-handler.ts'),
  ]);
  const region = await regionOf(settings, environment);
  const requestHandler = surroundings.requestHandler ?? new SteadyHandler(httpHandler(settings, environment), clock);
  const config = (service: string, inRegion: string) => {
    const endpoint = endpointOf(service, environment);
    return {
      region: inRegion,
      requestHandler,
      // The repeating is ours (calls.ts).
      maxAttempts: 1,
      customUserAgent: surroundings.userAgent,
      ...(endpoint === undefined ? {} : { endpoint }),
    };
  };
  const credentials = shared(() => credentialsOf(settings, surroundings, config('sts', region)));
  const pace = perName(() => new RequestPace(clock));
  const callSettings = (inRegion: string): CallSettings => ({
    clock,
    ids,
    pace: pace(inRegion),
    maxAttempts: settings.maxRetries ?? DEFAULT_ATTEMPTS,
    region: inRegion,
    onGitHub: environment['GITHUB_ACTIONS'] === 'true',
    ...(settings.decodesDenials === true ? { decodeDenial: denialDecoder(() => sts()) } : {}),
  });

  const ec2Endpoint = settings.customEndpointEc2 ?? endpointOf('ec2', environment);
  const ec2Client = (inRegion: string, call: CallSettings): Ec2Api => {
    const custom = inRegion === region ? settings.customEndpointEc2 : undefined;
    const endpoint = custom === undefined ? {} : { endpoint: custom };
    return createEc2({ ...config('ec2', inRegion), credentials, ...endpoint }, call);
  };
  const sts = once(async () => {
    const { createSts } = await import('./sts-client.ts');
    // A denial of decoding a denial is not decoded.
    const { decodeDenial: _, ...plain } = callSettings(region);
    return createSts({ ...config('sts', region), credentials }, plain);
  });
  const iam = once(async () => {
    const { createIam } = await import('./iam-client.ts');
    return createIam({ ...config('iam', region), credentials }, callSettings(region));
  });
  const kms = perName(async (inRegion) => {
    const { createKms } = await import('./kms-client.ts');
    return createKms({ ...config('kms', inRegion), credentials }, callSettings(inRegion));
  });
  const kmsKey = perName((inRegion) =>
    perName(
      (KeyId) =>
        new Batch<undefined, KeyMetadata | undefined>({
          clock,
          limit: Number.POSITIVE_INFINITY,
          isOneQuestion: true,
          call: async (_, signal) => {
            const { KeyMetadata: found } = await (await kms(inRegion)).describeKey({ KeyId }, signal);
            return () => found;
          },
        }),
    ),
  );
  const ssm = perName(async (inRegion) => {
    const { createSsm } = await import('./ssm-client.ts');
    return createSsm({ ...config('ssm', inRegion), credentials }, callSettings(inRegion));
  });
  const autoScaling = perName(async (inRegion) => {
    const { createAutoScaling } = await import('./auto-scaling-client.ts');
    return createAutoScaling({ ...config('auto_scaling', inRegion), credentials }, callSettings(inRegion));
  });
  const secretsManager = once(async () => {
    const { createSecretsManager } = await import('./secrets-manager-client.ts');
    return createSecretsManager({ ...config('secrets_manager', region), credentials }, callSettings(region));
  });
  const polling = surroundings.isLocal === true ? DEFAULT_POLLING : pollingOf(settings.polling, environment);
  const ec2 = perName((inRegion) => ec2Client(inRegion, callSettings(inRegion)));
  const account = new Batch<undefined, string>({
    clock,
    limit: Number.POSITIVE_INFINITY,
    isOneQuestion: true,
    call: async (_, signal) => {
      const { Account = '' } = await (await sts()).getCallerIdentity({}, signal);
      return () => Account;
    },
  });
  let accountId: string | undefined;

  return {
    region,
    ec2Endpoint,
    ec2,
    batches: perName((inRegion) => new RegionBatches(ec2(inRegion), clock)),
    sts,
    iam,
    kmsKey: (inRegion, key, signal) => kmsKey(inRegion)(key).ask(undefined, signal),
    ssm: (inRegion = region) => ssm(inRegion),
    autoScaling,
    secretsManager,
    // Looks again anyway, and slows down when it is throttled: a call that is repeated underneath would hide that.
    poller: perName(
      (inRegion) =>
        new StatusPoller(ec2Client(inRegion, { ...callSettings(inRegion), maxAttempts: 1 }), clock, polling),
    ),
    accountId: async (signal) => {
      accountId ??= await account.ask(undefined, signal);
      return accountId;
    },
  };
}

async function regionOf(settings: AwsSettings, environment: AwsSurroundings['environment']): Promise<string> {
  const named = settings.region || environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'];
  if (named) return named;
  const { profileFiles, regionOfProfile } = await import('./profile-files.ts');
  const profile = settings.profile ?? (environment['AWS_PROFILE'] || undefined);
  const found = await regionOfProfile(profile, await profileFiles(settings.sharedCredentialsFile));
  if (found !== undefined) return found;
  throw new BakeError('It is not said in which AWS region to build', {
    code: 'region-missing',
    category: 'input',
    hint: 'Write `region` in the source block, or set AWS_REGION (the action: input aws-region).',
  });
}

function once<T>(make: () => T): () => T {
  const made: T[] = [];
  return () => {
    const value = made[0] ?? make();
    made[0] = value;
    return value;
  };
}

function perName<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const value = made.get(name) ?? make(name);
    made.set(name, value);
    return value;
  };
}
