import type { ActionContext } from './action.ts';
import type { KmsKey } from './state/kms-keys.ts';
import type { BlockDevice } from './state/resources.ts';

/** What EBS does with a key on behalf of whoever names it (EBS User Guide, "Permissions for IAM users"). */
const ACTIONS = [
  'CreateGrant',
  'Decrypt',
  'DescribeKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
];

/**
 * Why volumes can't be encrypted with a key; undefined: they can. EC2 takes every identifier, tries the key later, and what
 * needed it fails then (API reference, RunInstances and CopyImage, "authenticates the KMS key asynchronously").
 */
export function keyProblem(context: ActionContext, identifier: string | undefined): string | undefined {
  if (identifier === undefined) return undefined;
  const { region } = context;
  const key = region.keys.find(identifier);
  if (key === undefined) return `Client.InvalidKmsKey.NotFound: The KMS key provided, ${identifier}, is not accessible`;
  if (key.state !== 'Enabled') {
    return `Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state: ${key.arn} is ${key.state}`;
  }
  if (key.spec !== 'SYMMETRIC_DEFAULT') {
    return `Client.InvalidKmsKey.InvalidKeyUsage: ${key.arn} is no symmetric key for encryption`;
  }
  if (key.manager === 'AWS' || ACTIONS.every((action) => mayUse(context, key, action))) return undefined;
  return `Client.InternalError: Client error on launch: the KMS key ${key.arn} may not be used`;
}

/** The first problem with the keys of these devices. */
export function deviceKeyProblem(context: ActionContext, devices: readonly BlockDevice[]): string | undefined {
  return devices.map(({ kmsKeyId }) => keyProblem(context, kmsKeyId)).find((problem) => problem !== undefined);
}

/** The key's ARN, as EC2 shows it; what is no key stays as it was given. */
export function shownKey({ region }: Pick<ActionContext, 'region'>, identifier: string): string {
  return region.keys.find(identifier)?.arn ?? identifier;
}

function mayUse({ allows, region }: ActionContext, key: KmsKey, action: string): boolean {
  return allows({
    action: `kms:${action}`,
    resource: key.arn,
    context: new Map([
      ['aws:requestedregion', [region.name]],
      ['kms:viaservice', [`ec2.${region.name}.amazonaws.com`]],
      ['kms:resourcealiases', region.keys.aliasesOf(key)],
    ]),
  });
}
