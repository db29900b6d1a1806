import { isDenied, isNotFound } from '../../../aws/errors.ts';
import { BakeError } from '../../../kernel/errors.ts';
import { note, type Site } from '../site.ts';

/** The key pair of the template must exist: a launch that names an unknown one waits for it, since ours may be new. */
export async function checkKeyPair(site: Site): Promise<void> {
  const { options, ec2, region, context } = site;
  const name = options.ssh_keypair_name;
  if (!name) return;
  try {
    await ec2.describeKeyPairs({ KeyNames: [name] }, context.signal);
  } catch (thrown) {
    if (isDenied(thrown)) {
      note(site, `Whether the key pair ${name} exists could not be checked: ec2:DescribeKeyPairs is not allowed`);
    } else if (isNotFound(thrown)) {
      throw new BakeError(`There is no key pair "${name}" in ${region}`, {
        code: 'key-pair-not-found',
        category: 'cloud',
        hint: 'ssh_keypair_name takes the name of a key pair of the region of the build. Without it a temporary key pair is made.',
        cause: thrown,
      });
    } else throw thrown;
  }
}
