import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import ssh2 from 'ssh2';
import { makeEd25519KeyPair } from '../../kernel/ssh-keys.ts';
import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { applyFilters, type FilterTable, filterList, tagFilters } from '../filters.ts';
import { CloudError, invalidValue } from '../protocol/cloud-error.ts';
import { flag, listOf, oneOf, required, text } from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import type { RegionState } from '../state/region-state.ts';
import type { KeyPair } from '../state/resources.ts';
import { specifiedTags, tagSet, tagSpecificationList } from '../tagging.ts';

const keyPairFilters: FilterTable<KeyPair> = {
  ...tagFilters,
  fingerprint: ({ fingerprint }) => fingerprint,
  'key-name': ({ name }) => name,
  'key-pair-id': ({ id }) => id,
};

const describeKeyPairs = ec2Action({
  name: 'DescribeKeyPairs',
  parameters: { KeyName: listOf(text), KeyPairId: listOf(text), IncludePublicKey: flag, Filter: filterList },
  run: ({ region }, input) => {
    const visible = region.keyPairs.visible();
    const missingName = input.KeyName.find((name) => !visible.some((keyPair) => keyPair.name === name));
    if (missingName !== undefined) throw notFound(missingName);
    const missingId = input.KeyPairId.find((id) => !visible.some((keyPair) => keyPair.id === id));
    if (missingId !== undefined) throw notFound(missingId);
    const wanted = visible
      .filter(({ name }) => input.KeyName.length === 0 || input.KeyName.includes(name))
      .filter(({ id }) => input.KeyPairId.length === 0 || input.KeyPairId.includes(id));
    return {
      keySet: applyFilters(wanted, input.Filter, keyPairFilters).map((keyPair) => ({
        ...keyPairXml(keyPair),
        keyType: keyPair.type,
        createTime: new Date(keyPair.createdAt),
        publicKey: input.IncludePublicKey === true ? keyPair.publicKey : undefined,
      })),
    };
  },
});

function keyPairXml(keyPair: KeyPair): XmlFields {
  return {
    keyPairId: keyPair.id,
    keyName: keyPair.name,
    keyFingerprint: keyPair.fingerprint,
    tagSet: tagSet(keyPair.tags),
  };
}

const createKeyPair = ec2Action({
  name: 'CreateKeyPair',
  parameters: {
    KeyName: required(text),
    KeyType: oneOf('rsa', 'ed25519'),
    KeyFormat: oneOf('pem', 'ppk'),
    TagSpecification: tagSpecificationList,
  },
  run: (context, input) => {
    if (input.KeyFormat === 'ppk') {
      throw new CloudError('UnsupportedOperation', 'The local cloud makes keys in the format pem only.');
    }
    checkKeyName(context, input.KeyName);
    const type = input.KeyType ?? 'rsa';
    const { privateKey, publicKey, fingerprint } = type === 'rsa' ? newRsaKey() : newEd25519Key();
    const keyPair = context.region.keyPairs.add({
      id: context.cloud.newId('key'),
      createdAt: context.now,
      tags: specifiedTags(input.TagSpecification, 'key-pair')['key-pair'],
      name: input.KeyName,
      type,
      fingerprint,
      publicKey: `${publicKey} ${input.KeyName}`,
    });
    return { ...keyPairXml(keyPair), keyMaterial: privateKey };
  },
});

interface NewKey {
  readonly privateKey: string;
  /** `ssh-rsa AAAA…`, without a comment. */
  readonly publicKey: string;
  readonly fingerprint: string;
}

/** As EC2 makes it: 2048 bits, PKCS#1; the fingerprint is the SHA-1 of the private key in DER (User Guide, "Key pair fingerprints"). */
function newRsaKey(): NewKey {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const privateKey = pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const der = createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'der' });
  return {
    privateKey,
    publicKey: openSshPublicKey(privateKey),
    fingerprint: colons(createHash('sha1').update(der).digest('hex')),
  };
}

function newEd25519Key(): NewKey {
  const { privateKey, publicKey } = makeEd25519KeyPair('');
  return { privateKey, publicKey: publicKey.trim(), fingerprint: sha256Fingerprint(publicKey) };
}

function openSshPublicKey(privateKey: string): string {
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) throw new CloudError('InternalError', parsed.message, 500);
  return `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`;
}

/** The form that `ssh-keygen -l` shows, which EC2 uses for ED25519 keys. */
function sha256Fingerprint(publicKey: string): string {
  return createHash('sha256')
    .update(Buffer.from(publicKey.split(' ')[1] ?? '', 'base64'))
    .digest('base64');
}

function colons(hex: string): string {
  return hex.match(/../g)?.join(':') ?? '';
}

const importKeyPair = ec2Action({
  name: 'ImportKeyPair',
  parameters: { KeyName: required(text), PublicKeyMaterial: required(text), TagSpecification: tagSpecificationList },
  run: (context, input) => {
    checkKeyName(context, input.KeyName);
    const material = Buffer.from(input.PublicKeyMaterial, 'base64').toString('utf8').trim();
    const parsed = ssh2.utils.parseKey(material);
    if (parsed instanceof Error || parsed.isPrivateKey()) {
      throw new CloudError('InvalidKey.Format', 'Key is not in valid OpenSSH public key format');
    }
    if (parsed.type !== 'ssh-rsa' && parsed.type !== 'ssh-ed25519') {
      throw new CloudError('InvalidKey.Format', `Key type ${parsed.type} is not supported: only RSA and ED25519 are.`);
    }
    const publicKey = `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`;
    const keyPair = context.region.keyPairs.add({
      id: context.cloud.newId('key'),
      createdAt: context.now,
      tags: specifiedTags(input.TagSpecification, 'key-pair')['key-pair'],
      name: input.KeyName,
      type: parsed.type === 'ssh-rsa' ? 'rsa' : 'ed25519',
      // For an imported RSA key: MD5 of the public key in DER.
      fingerprint:
        parsed.type === 'ssh-rsa' ? colons(md5OfPublicPem(parsed.getPublicPEM())) : sha256Fingerprint(publicKey),
      publicKey: `${publicKey} ${input.KeyName}`,
    });
    return keyPairXml(keyPair);
  },
});

function md5OfPublicPem(pem: string): string {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  return createHash('md5').update(der).digest('hex');
}

function checkKeyName({ cloud, region }: ActionContext, name: string): void {
  if (name.length === 0 || name.length > 255) throw invalidValue(name, 'keyName', 'Expected 1 to 255 characters.');
  if (region.keyPairs.all().some((keyPair) => keyPair.name === name)) {
    throw new CloudError('InvalidKeyPair.Duplicate', `The keypair '${name}' already exists.`);
  }
  const limit = cloud.limits.keyPairs;
  if (limit !== undefined && region.keyPairs.all().length >= limit) {
    throw new CloudError('KeyPairLimitExceeded', `The maximum number of key pairs (${limit}) has been reached.`);
  }
}

const deleteKeyPair = ec2Action({
  name: 'DeleteKeyPair',
  parameters: { KeyName: text, KeyPairId: text },
  run: ({ region }, input) => {
    if (input.KeyName === undefined && input.KeyPairId === undefined) {
      throw new CloudError('MissingParameter', 'The request must contain the parameter KeyName or KeyPairId');
    }
    const keyPair = findKeyPair(region, input.KeyName, input.KeyPairId);
    // Deleting a key pair that is not there succeeds (API reference, DeleteKeyPair).
    if (keyPair !== undefined) region.keyPairs.delete(keyPair.id);
    return { return: true, keyPairId: keyPair?.id };
  },
});

function findKeyPair(region: RegionState, name: string | undefined, id: string | undefined): KeyPair | undefined {
  return region.keyPairs.all().find((keyPair) => (id === undefined ? keyPair.name === name : keyPair.id === id));
}

function notFound(name: string): CloudError {
  return new CloudError('InvalidKeyPair.NotFound', `The key pair '${name}' does not exist`);
}

export const keyPairActions: readonly Action[] = [describeKeyPairs, createKeyPair, importKeyPair, deleteKeyPair];
