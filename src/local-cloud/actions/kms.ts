import type { ActionContext } from '../action.ts';
import { cutPage } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import type { KmsKey } from '../state/kms-keys.ts';
import { type JsonAction, type JsonInput, requiredText, textOf } from './json-action.ts';

const USAGES = ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'];

/** What keys of a kind can do (KMS developer guide, "Key spec reference"); the algorithms are those for encryption. */
const SPECS: readonly {
  readonly name: RegExp;
  readonly usages: readonly string[];
  readonly algorithms: readonly string[];
}[] = [
  { name: /^SYMMETRIC_DEFAULT$/, usages: ['ENCRYPT_DECRYPT'], algorithms: ['SYMMETRIC_DEFAULT'] },
  {
    name: /^RSA_(?:2048|3072|4096)$/,
    usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
    algorithms: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
  },
  { name: /^ECC_NIST_P(?:256|384|521)$/, usages: ['SIGN_VERIFY', 'KEY_AGREEMENT'], algorithms: [] },
  { name: /^ECC_SECG_P256K1$/, usages: ['SIGN_VERIFY'], algorithms: [] },
  { name: /^HMAC_(?:224|256|384|512)$/, usages: ['GENERATE_VERIFY_MAC'], algorithms: [] },
];
const DAY_MS = 24 * 3_600_000;

const createKey: JsonAction = {
  name: 'CreateKey',
  run: ({ cloud, region, now }, input) => {
    const usage = textOf(input, 'KeyUsage') ?? 'ENCRYPT_DECRYPT';
    const spec = textOf(input, 'KeySpec') ?? textOf(input, 'CustomerMasterKeySpec') ?? 'SYMMETRIC_DEFAULT';
    if (!USAGES.includes(usage)) {
      throw new CloudError(
        'ValidationException',
        `1 validation error detected: Value '${usage}' at 'keyUsage' failed to satisfy constraint: Member must satisfy enum value set: [${USAGES.join(', ')}]`,
      );
    }
    if (specOf(spec)?.usages.includes(usage) !== true) {
      throw new CloudError('ValidationException', `KeyUsage ${usage} is not compatible with KeySpec ${spec}`);
    }
    if (input['MultiRegion'] === true || (textOf(input, 'Origin') ?? 'AWS_KMS') !== 'AWS_KMS') {
      throw new CloudError(
        'UnsupportedOperationException',
        'The local cloud makes keys of one region only, and their material itself.',
      );
    }
    const description = textOf(input, 'Description') ?? '';
    const id = cloud.newUuid();
    return {
      KeyMetadata: metadata(region.keys.add({ id, manager: 'CUSTOMER', description, usage, spec, createdAt: now })),
    };
  },
};

const describeKey: JsonAction = {
  name: 'DescribeKey',
  run: (context, input) => ({ KeyMetadata: metadata(findKey(context, input, 'KeyId')) }),
};

const createAlias: JsonAction = {
  name: 'CreateAlias',
  run: (context, input) => {
    const { keys } = context.region;
    const alias = requiredText(input, 'AliasName');
    if (!/^alias\/[\w/-]+$/.test(alias) || alias.startsWith('alias/aws/')) {
      throw new CloudError('ValidationException', `Alias must start with the prefix "alias/", and not "alias/aws/".`);
    }
    const key = findKey(context, input, 'TargetKeyId');
    if (keys.aliases.some(([name]) => name === alias)) {
      throw new CloudError('AlreadyExistsException', `An alias with the name ${keys.arn(alias)} already exists`);
    }
    refusePendingDeletion(key);
    keys.name(alias, key);
    return {};
  },
};

const listAliases: JsonAction = {
  name: 'ListAliases',
  run: (context, input) => {
    const { cloud, region } = context;
    const { keys } = region;
    const of = textOf(input, 'KeyId') === undefined ? undefined : findKey(context, input, 'KeyId');
    const { items, next } = cutPage(
      keys.aliases.filter(([, key]) => of === undefined || key === of),
      textOf(input, 'Marker'),
      Math.min(limitOf(input['Limit']), cloud.limits.pageSize ?? 100),
      new CloudError('InvalidMarkerException', 'The marker is not valid.'),
    );
    return {
      Aliases: items.map(([alias, key]) => ({
        AliasName: alias,
        AliasArn: keys.arn(alias),
        TargetKeyId: key.id,
      })),
      Truncated: next !== undefined,
      ...(next === undefined ? {} : { NextMarker: next }),
    };
  },
};

const enableKey: JsonAction = { name: 'EnableKey', run: (context, input) => switchTo(context, input, 'Enabled') };
const disableKey: JsonAction = { name: 'DisableKey', run: (context, input) => switchTo(context, input, 'Disabled') };

const scheduleKeyDeletion: JsonAction = {
  name: 'ScheduleKeyDeletion',
  run: (context, input) => {
    const key = ownKey(context, input);
    refusePendingDeletion(key);
    const days = input['PendingWindowInDays'] ?? 30;
    if (typeof days !== 'number' || !Number.isInteger(days) || days < 7 || days > 30) {
      throw new CloudError(
        'ValidationException',
        `PendingWindowInDays must be between 7 and 30, and is ${JSON.stringify(days)}.`,
      );
    }
    key.state = 'PendingDeletion';
    key.deletedAt = context.now + days * DAY_MS;
    return { KeyId: key.arn, DeletionDate: key.deletedAt / 1_000, KeyState: key.state, PendingWindowInDays: days };
  },
};

function switchTo(context: ActionContext, input: JsonInput, state: 'Enabled' | 'Disabled'): object {
  const key = ownKey(context, input);
  refusePendingDeletion(key);
  key.state = state;
  return {};
}

/** Keys that AWS manages can't be changed. */
function ownKey(context: ActionContext, input: JsonInput): KmsKey {
  const key = findKey(context, input, 'KeyId');
  if (key.manager === 'CUSTOMER') return key;
  throw new CloudError('AccessDeniedException', `${key.arn} is managed by AWS`);
}

function refusePendingDeletion(key: KmsKey): void {
  if (key.state === 'PendingDeletion') {
    throw new CloudError('KMSInvalidStateException', `${key.arn} is pending deletion.`);
  }
}

function findKey({ region }: ActionContext, input: JsonInput, name: string): KmsKey {
  const identifier = requiredText(input, name);
  const key = region.keys.find(identifier);
  if (key !== undefined) return key;
  const ofArn = /^arn:[^:]+:kms:([^:]*):/.exec(identifier)?.[1];
  if (ofArn !== undefined && ofArn !== region.name) throw new CloudError('NotFoundException', `Invalid arn ${ofArn}`);
  const resource = identifier.replace(/^arn:.*?:(?=alias\/|key\/)/, '');
  throw new CloudError(
    'NotFoundException',
    resource.startsWith('alias/')
      ? `Alias ${region.keys.arn(resource)} is not found.`
      : `Key '${region.keys.arn(`key/${resource.replace(/^key\//, '')}`)}' does not exist`,
  );
}

function specOf(spec: string): (typeof SPECS)[number] | undefined {
  return SPECS.find(({ name }) => name.test(spec));
}

/** How many a call asks for: 1 to 100, 50 unless it says otherwise. */
function limitOf(given: unknown): number {
  if (given === undefined) return 50;
  if (typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= 100) return given;
  throw new CloudError(
    'ValidationException',
    `1 validation error detected: Value '${JSON.stringify(given)}' at 'limit' failed to satisfy constraint: Member must have value between 1 and 100`,
  );
}

function metadata(key: KmsKey): Readonly<Record<string, unknown>> {
  return {
    AWSAccountId: key.arn.split(':')[4],
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: key.createdAt / 1_000,
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: key.state,
    ...(key.deletedAt === undefined ? {} : { DeletionDate: key.deletedAt / 1_000 }),
    Origin: 'AWS_KMS',
    KeyManager: key.manager,
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    ...(key.usage === 'ENCRYPT_DECRYPT' ? { EncryptionAlgorithms: specOf(key.spec)?.algorithms } : {}),
    MultiRegion: key.id.startsWith('mrk-'),
  };
}

export const kmsActions: readonly JsonAction[] = [
  createKey,
  describeKey,
  createAlias,
  listAliases,
  enableKey,
  disableKey,
  scheduleKeyDeletion,
];
