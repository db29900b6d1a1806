import { isDenied, isNotFound } from '../../../aws/errors.ts';
import { BakeError } from '../../../kernel/errors.ts';
import { note, type Site } from '../site.ts';

/** The instance profile of the template must exist. */
export async function checkInstanceProfile(site: Site): Promise<void> {
  const { options, aws, context } = site;
  const name = options.iam_instance_profile;
  if (!name || options.skip_profile_validation) return;
  try {
    const iam = await aws.iam();
    await iam.getInstanceProfile({ InstanceProfileName: name }, context.signal);
  } catch (thrown) {
    if (isDenied(thrown)) {
      note(
        site,
        `Whether the instance profile ${name} exists could not be checked: iam:GetInstanceProfile is not allowed`,
      );
    } else if (isNotFound(thrown)) {
      throw new BakeError(`There is no IAM instance profile "${name}"`, {
        code: 'instance-profile-not-found',
        category: 'cloud',
        hint: 'iam_instance_profile takes the name of an instance profile, which is often but not always that of its role.',
        cause: thrown,
      });
    } else throw thrown;
  }
}
