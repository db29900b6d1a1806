import type { LaunchPermission, PermissionGroup } from '@aws-sdk/client-ec2';
import type { Ec2Api } from '../../../aws/api.ts';
import { isDenied } from '../../../aws/errors.ts';
import { onceVisible } from '../../../aws/once-visible.ts';
import { EXPIRES_AT_TAG, ec2Tags, NEVER, tagValue } from '../../../aws/tags.ts';
import type { MadeImage } from '../made-image.ts';
import { type Bake, warn } from '../site.ts';
import type { TemplateTags } from '../template-tags.ts';
import { together } from '../together.ts';

/** Gives an available image all that can't be given when it is made: who may use it, and that it is meant to stay. */
export async function finishImage(bake: Bake, image: MadeImage, tags: TemplateTags): Promise<void> {
  const { aws, context } = bake;
  const ec2 = aws.ec2(image.region);
  await together(
    [
      ...imageChanges(bake, ec2, image),
      ...snapshotChanges(bake, ec2, image),
      () => tagAsLasting(bake, ec2, image, tags),
    ].map((change) => onceVisible(context.clock, context.signal, change)),
  );
}

type Change = () => Promise<unknown>;

function imageChanges({ options, context }: Bake, ec2: Ec2Api, { id: ImageId }: MadeImage): Change[] {
  const { signal } = context;
  // The only group there is is `all`; EC2 refuses others.
  const Add: LaunchPermission[] = [
    ...options.ami_groups.map((group) => ({ Group: group as PermissionGroup })),
    ...options.ami_users.map((UserId) => ({ UserId })),
    ...options.ami_org_arns.map((OrganizationArn) => ({ OrganizationArn })),
    ...options.ami_ou_arns.map((OrganizationalUnitArn) => ({ OrganizationalUnitArn })),
  ];
  const changes: Change[] = [];
  if (Add.length > 0) {
    changes.push(() => ec2.modifyImageAttribute({ ImageId, LaunchPermission: { Add } }, signal));
  }
  if (options.ami_product_codes.length > 0) {
    const ProductCodes = [...options.ami_product_codes];
    changes.push(() => ec2.modifyImageAttribute({ ImageId, Attribute: 'productCodes', ProductCodes }, signal));
  }
  if (options.imds_support === 'v2.0') {
    changes.push(() => ec2.modifyImageAttribute({ ImageId, ImdsSupport: { Value: 'v2.0' } }, signal));
  }
  if (options.deprecate_at) {
    const DeprecateAt = new Date(options.deprecate_at);
    changes.push(() => ec2.enableImageDeprecation({ ImageId, DeprecateAt }, signal));
  }
  return changes;
}

/**
 * `deregistration_protection`, the very last thing of a build: what is protected can't be removed any more, should
 * anything else fail.
 */
export async function protectImage({ aws, context, options }: Bake, { id, region }: MadeImage): Promise<void> {
  const protection = options.deregistration_protection;
  if (protection === undefined || !(protection.enabled || protection.with_cooldown)) return;
  const request = { ImageId: id, WithCooldown: protection.with_cooldown };
  await aws.ec2(region).enableImageDeregistrationProtection(request, context.signal);
}

function snapshotChanges({ options, context }: Bake, ec2: Ec2Api, { snapshotIds }: MadeImage): Change[] {
  const Add = [
    ...options.snapshot_groups.map((group) => ({ Group: group as PermissionGroup })),
    ...options.snapshot_users.map((UserId) => ({ UserId })),
  ];
  if (Add.length === 0) return [];
  return snapshotIds.map(
    (SnapshotId) => () => ec2.modifySnapshotAttribute({ SnapshotId, CreateVolumePermission: { Add } }, context.signal),
  );
}

/**
 * Until now the tags said when it may be swept away; that was for the case that it never came to this. Where the create
 * call did not tag (not every partition and no emulator does all of it), the tags are made up for.
 */
async function tagAsLasting(bake: Bake, ec2: Ec2Api, image: MadeImage, tags: TemplateTags): Promise<void> {
  const { id, region, snapshotIds } = image;
  const { signal } = bake.context;
  const expires = tagValue(image.tags, EXPIRES_AT_TAG) !== undefined || bake.ownership[EXPIRES_AT_TAG] !== undefined;
  const lasting = { [EXPIRES_AT_TAG]: NEVER };
  const missing = ec2Tags(tags.image, bake.ownership).some(({ Key = '' }) => tagValue(image.tags, Key) === undefined);
  if (!missing && !expires) return;
  try {
    if (!missing) {
      await bake.aws.batches(region).tag([id, ...snapshotIds], ec2Tags(lasting), signal);
      return;
    }
    await ec2.createTags({ Resources: [id], Tags: ec2Tags(tags.image, bake.ownership, lasting) }, signal);
    if (snapshotIds.length === 0) return;
    const Tags = ec2Tags(tags.snapshot, bake.ownership, lasting);
    await ec2.createTags({ Resources: [...snapshotIds], Tags }, signal);
  } catch (thrown) {
    if (!isDenied(thrown)) throw thrown;
    if (missing) {
      warn(bake, `Tags are missing on ${id} in ${region} and its snapshots, because ec2:CreateTags is not allowed`);
    }
    if (expires) await letStay(bake, ec2, image);
  }
}

/** The tag that matters on its own, and the image apart from its snapshots: a policy may allow just that. */
async function letStay(bake: Bake, ec2: Ec2Api, { id, region, snapshotIds }: MadeImage): Promise<void> {
  const Tags = ec2Tags({ [EXPIRES_AT_TAG]: NEVER });
  const denied = await Promise.all(
    [[id], snapshotIds].map(async (resources): Promise<readonly string[]> => {
      if (resources.length === 0) return [];
      try {
        await ec2.createTags({ Resources: [...resources], Tags }, bake.context.signal);
        return [];
      } catch (thrown) {
        if (!isDenied(thrown)) throw thrown;
        return resources;
      }
    }),
  );
  const expiring = denied.flat();
  if (expiring.length === 0) return;
  const [keep, them] = expiring.length === 1 ? ['keeps its', 'it'] : ['keep their', 'them'];
  warn(
    bake,
    `${expiring.join(', ')} in ${region} ${keep} tag ${EXPIRES_AT_TAG}, because ec2:CreateTags is not allowed for ${them}: take it off, or a sweep removes ${them}`,
  );
}
