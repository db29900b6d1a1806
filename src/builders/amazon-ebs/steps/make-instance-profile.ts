import { awsCodeOf, isDenied, isNotFound } from '../../../aws/errors.ts';
import { retryWhile } from '../../../aws/retry-while.ts';
import { ec2Tags, type Tags } from '../../../aws/tags.ts';
import { type Bake, make, note } from '../site.ts';
import type { TemplateTags } from '../template-tags.ts';

/** IAM does not know everywhere at once what was made; so many more tries are worth it. */
const VISIBLE_AFTER_TRIES = 10;

/** Lets EC2 instances take the role on. */
const TRUST_POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/**
 * The instance profile to launch with: the template's, or a temporary one with a role that has the template's policy.
 * EC2 learns of it a little later, and so the launch is what waits for that. Undefined: there is none.
 */
export async function makeInstanceProfile(bake: Bake, tags: TemplateTags): Promise<string | undefined> {
  const { options, context } = bake;
  if (options.iam_instance_profile) return options.iam_instance_profile;
  const policy = policyDocument(bake);
  if (policy === undefined) return undefined;
  // The prefix is Packer's, and so is one name for all three: IAM policies and clean-up scripts go by it.
  const name = `packer-${context.ids.uuid()}`;
  await Promise.all([makeRole(bake, name, policy, tags), makeProfile(bake, name, tags)]);
  await untilVisible(bake, async (iam) => {
    try {
      await iam.addRoleToInstanceProfile({ InstanceProfileName: name, RoleName: name }, context.signal);
    } catch (thrown) {
      // A try whose answer was lost has put it in: there is room for one role, and nobody else knows the profile.
      if (awsCodeOf(thrown)?.startsWith('LimitExceeded') !== true) throw thrown;
    }
  });
  return name;
}

/** JSON; undefined: the template has none. */
function policyDocument({ options }: Bake): string | undefined {
  const document = options.temporary_iam_instance_profile_policy_document;
  if (document === undefined) return undefined;
  return JSON.stringify({
    Version: document.Version || '2012-10-17',
    Statement: document.Statement.map(({ Effect, Action, Resource }) => ({ Effect, Action, Resource })),
  });
}

async function makeRole(bake: Bake, name: string, policy: string, tags: TemplateTags): Promise<void> {
  const { region, context } = bake;
  await make(bake, { kind: 'iam-role', region, name }, async (_token, signal) => {
    const iam = await bake.aws.iam();
    const request = {
      RoleName: name,
      Description: 'Temporary role for Packer (bake-ami)',
      AssumeRolePolicyDocument: TRUST_POLICY,
    };
    await tagged(bake, tags, (Tags) => iam.createRole({ ...request, ...Tags }, signal));
    return { id: name };
  });
  await untilVisible(bake, (iam) =>
    iam.putRolePolicy({ RoleName: name, PolicyName: name, PolicyDocument: policy }, context.signal),
  );
}

async function makeProfile(bake: Bake, name: string, tags: TemplateTags): Promise<void> {
  await make(bake, { kind: 'instance-profile', region: bake.region, name }, async (_token, signal) => {
    const iam = await bake.aws.iam();
    await tagged(bake, tags, (Tags) => iam.createInstanceProfile({ InstanceProfileName: name, ...Tags }, signal));
    return { id: name };
  });
}

/**
 * Creates with all tags; where the credentials may not tag as we do, with the template's own only, as Packer does. What
 * exists already was made by a try whose answer was lost: the name is ours alone.
 */
async function tagged(
  bake: Bake,
  { run }: TemplateTags,
  create: (tags: { readonly Tags?: { Key: string; Value: string }[] }) => Promise<unknown>,
): Promise<void> {
  const attempt = async (...maps: readonly Tags[]): Promise<void> => {
    const Tags = ec2Tags(...maps).map(({ Key = '', Value = '' }) => ({ Key, Value }));
    try {
      await create(Tags.length === 0 ? {} : { Tags });
    } catch (thrown) {
      if (awsCodeOf(thrown)?.startsWith('EntityAlreadyExists') !== true) throw thrown;
    }
  };
  try {
    await attempt(run, bake.ownership);
  } catch (thrown) {
    if (!isDenied(thrown) || !(thrown instanceof Error) || !/:Tag(Role|InstanceProfile)/.test(thrown.message))
      throw thrown;
    note(
      bake,
      'The temporary role or instance profile is not marked as ours, because iam:TagRole or iam:TagInstanceProfile is not allowed',
    );
    await attempt(run);
  }
}

type Iam = Awaited<ReturnType<Bake['aws']['iam']>>;

async function untilVisible(bake: Bake, call: (iam: Iam) => Promise<unknown>): Promise<void> {
  const { clock, signal } = bake.context;
  const iam = await bake.aws.iam();
  await retryWhile(
    clock,
    signal,
    (thrown, attempt) => isNotFound(thrown) && attempt <= VISIBLE_AFTER_TRIES,
    () => call(iam),
  );
}
