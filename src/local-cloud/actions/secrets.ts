import type { ActionContext } from '../action.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { stableHex } from '../state/identifiers.ts';
import type { SecretVersion, StoredSecret } from '../state/resources.ts';
import { type JsonAction, type JsonInput, requiredText, textOf } from './json-action.ts';

const createSecret: JsonAction = {
  name: 'CreateSecret',
  run: (context, input) => {
    const { cloud, region, now } = context;
    const name = requiredText(input, 'Name');
    if (!/^[\w/+=.@!-]{1,512}$/.test(name)) {
      throw new CloudError(
        'ValidationException',
        'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
      );
    }
    if (region.secrets.has(name)) {
      throw new CloudError(
        'ResourceExistsException',
        `The operation failed because the secret ${name} already exists.`,
      );
    }
    // Six characters that nobody can guess keep a policy from holding for a later secret of the same name.
    const arn = `arn:aws:secretsmanager:${region.name}:${cloud.accountId}:secret:${name}-${stableHex(cloud.newUuid()).slice(0, 6)}`;
    const version = readVersion(name, 1, input, now);
    region.secrets.set(name, { name, arn, createdAt: now, versions: version === undefined ? [] : [version] });
    return { ARN: arn, Name: name, ...(version === undefined ? {} : { VersionId: version.id }) };
  },
};

const putSecretValue: JsonAction = {
  name: 'PutSecretValue',
  run: (context, input) => {
    const secret = findSecret(context, requiredText(input, 'SecretId'));
    const version = readVersion(secret.name, secret.versions.length + 1, input, context.now);
    if (version === undefined) {
      throw new CloudError('InvalidRequestException', 'You must provide either SecretString or SecretBinary.');
    }
    context.region.secrets.set(secret.name, { ...secret, versions: [...secret.versions, version] });
    return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: ['AWSCURRENT'] };
  },
};

const getSecretValue: JsonAction = {
  name: 'GetSecretValue',
  run: (context, input) => {
    const secret = findSecret(context, requiredText(input, 'SecretId'));
    const id = textOf(input, 'VersionId');
    const stage = textOf(input, 'VersionStage') ?? (id === undefined ? 'AWSCURRENT' : undefined);
    const version = secret.versions.find(
      (each) => (id === undefined || each.id === id) && (stage === undefined || stagesOf(secret, each).includes(stage)),
    );
    if (version === undefined) {
      const wanted = id === undefined ? `staging label: ${stage}` : `VersionId: ${id}`;
      throw new CloudError(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret value for ${wanted}`,
      );
    }
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: version.id,
      ...(version.text === undefined ? { SecretBinary: version.binary } : { SecretString: version.text }),
      VersionStages: stagesOf(secret, version),
      CreatedDate: version.createdAt / 1_000,
    };
  },
};

/** Undefined where a secret is made without a value. */
function readVersion(name: string, number: number, input: JsonInput, createdAt: number): SecretVersion | undefined {
  const text = textOf(input, 'SecretString');
  const binary = textOf(input, 'SecretBinary');
  if (text !== undefined && binary !== undefined) {
    throw new CloudError('InvalidParameterException', "You can't specify both SecretString and SecretBinary.");
  }
  if (text === undefined && binary === undefined) return undefined;
  const id = textOf(input, 'ClientRequestToken') ?? versionId(`${name}/${number}`);
  return { id, text, binary, createdAt };
}

/** In the form of a UUID. */
function versionId(seed: string): string {
  const digits = stableHex(seed) + stableHex(`${seed}/`);
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

function stagesOf({ versions }: StoredSecret, version: SecretVersion): readonly string[] {
  if (version === versions.at(-1)) return ['AWSCURRENT'];
  return version === versions.at(-2) ? ['AWSPREVIOUS'] : [];
}

/** By name, ARN, or an ARN without the six characters at its end. */
function findSecret({ region }: ActionContext, given: string): StoredSecret {
  for (const secret of region.secrets.values()) {
    if ([secret.name, secret.arn, secret.arn.slice(0, -7)].includes(given)) return secret;
  }
  throw new CloudError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
}

export const secretsActions: readonly JsonAction[] = [createSecret, putSecretValue, getSecretValue];
