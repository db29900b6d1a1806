import { awsCodeOf, isDenied } from '../../../aws/errors.ts';
import { type Tags, tagSpecification } from '../../../aws/tags.ts';
import { specifications, withOwnership } from '../ownership.ts';
import { type Bake, make, note } from '../site.ts';
import type { TemplateTags } from '../template-tags.ts';

/**
 * The key pair to launch with: that of the template, or a temporary one. Ours is made on this machine and only its public
 * half goes to EC2; where the credentials may not import it, EC2 makes one. Undefined: login needs no key pair.
 */
export async function makeKeyPair(bake: Bake, tags: TemplateTags): Promise<string | undefined> {
  const { options, connector, context, region, ec2 } = bake;
  if (options.ssh_keypair_name) return options.ssh_keypair_name;
  const { login } = connector;
  if (login.kind !== 'temporary-key') return undefined;

  // The prefix is Packer's: IAM policies and clean-up scripts go by it.
  const name = options.temporary_key_pair_name || `packer_${context.ids.uuid()}`;
  const tagged = (ownership: Tags) => specifications(tagSpecification('key-pair', tags.run, ownership));
  const create = <T>(call: (ownership: Tags) => Promise<T>): Promise<T> =>
    withOwnership(bake, `The key pair ${name}`, call);
  await make(bake, { kind: 'key-pair', region, name }, async (_token, signal) => {
    try {
      const PublicKeyMaterial = Buffer.from(login.publicKey);
      const { KeyPairId } = await unlessMadeBefore(bake, name, signal, () =>
        create((ownership) => ec2.importKeyPair({ KeyName: name, PublicKeyMaterial, ...tagged(ownership) }, signal)),
      );
      return { id: KeyPairId ?? name };
    } catch (thrown) {
      if (!isDenied(thrown)) throw thrown;
    }
    note(bake, 'The credentials may not import a key (ec2:ImportKeyPair), so EC2 makes the temporary one');
    const { KeyPairId, KeyMaterial } = await unlessMadeBefore(bake, name, signal, () =>
      create((ownership) => ec2.createKeyPair({ KeyName: name, KeyType: login.keyType, ...tagged(ownership) }, signal)),
    );
    if (KeyMaterial !== undefined) {
      context.secrets.register(KeyMaterial);
      await connector.adoptPrivateKey(KeyMaterial);
    }
    return { id: KeyPairId ?? name };
  });
  return name;
}

/**
 * A try whose answer was lost may have made the pair, and the next one says that the name is taken. Such a pair is
 * removed and made again: nobody has the private key that EC2 gave it.
 */
async function unlessMadeBefore<T>(
  { ec2, options }: Bake,
  name: string,
  signal: AbortSignal,
  create: () => Promise<T>,
): Promise<T> {
  try {
    return await create();
  } catch (thrown) {
    const isOwnName = !options.temporary_key_pair_name;
    if (awsCodeOf(thrown) !== 'InvalidKeyPair.Duplicate' || !isOwnName) throw thrown;
    await ec2.deleteKeyPair({ KeyName: name }, signal);
    return create();
  }
}
