import type { CreateImageCommandInput } from '@aws-sdk/client-ec2';
import { awsCodeOf, isForeign, isNotFound } from '../../../aws/errors.ts';
import { retryWhile } from '../../../aws/retry-while.ts';
import { RUN_TAG, type Tags, tagSpecification, tagValue } from '../../../aws/tags.ts';
import { blockDeviceMappings } from '../block-devices.ts';
import { specifications, withOwnership } from '../ownership.ts';
import { type Bake, make } from '../site.ts';
import type { TemplateTags } from '../template-tags.ts';

export interface ImageRequest {
  readonly name: string;
  readonly description: string | undefined;
  readonly tags: TemplateTags;
}

/** EC2 may need a moment to believe that the instance has stopped, or is there; so many more tries are worth it. */
const STOPPED_AFTER_TRIES = 24;

const LOOKS_FOR_HOLDER = 5;
const HOLDER_PAUSE_MS = 1_000;

/** The request without its tags. */
export function createImageInput(
  { options }: Pick<Bake, 'options'>,
  instanceId: string,
  { name, description }: ImageRequest,
): CreateImageCommandInput {
  const devices = blockDeviceMappings(options.ami_block_device_mappings);
  return {
    InstanceId: instanceId,
    Name: name,
    ...(description ? { Description: description } : {}),
    ...(devices.length === 0 ? {} : { BlockDeviceMappings: devices }),
  };
}

/** The tags of an image and its snapshots, as the calls that make one take them. */
export function imageTags({ tags }: ImageRequest, ownership: Tags): Pick<CreateImageCommandInput, 'TagSpecifications'> {
  return specifications(
    tagSpecification('image', tags.image, ownership),
    tagSpecification('snapshot', tags.snapshot, ownership),
  );
}

/** Begins to make an image of the stopped instance; tags and description go into the very call. */
export async function createImage(bake: Bake, instanceId: string, request: ImageRequest): Promise<string> {
  const { ec2, context, region } = bake;
  const { clock } = context;
  const { name } = request;
  const input = createImageInput(bake, instanceId, request);
  const { id } = await make(bake, { kind: 'image', region, name, madeOf: instanceId }, async (_token, signal) => {
    const attempt = (request: CreateImageCommandInput) =>
      retryWhile(
        clock,
        signal,
        (thrown, number) =>
          (awsCodeOf(thrown) === 'IncorrectState' || isNotFound(thrown)) && number <= STOPPED_AFTER_TRIES,
        () => ec2.createImage(request, signal),
      );
    try {
      const create = (ownership: Tags) => attempt({ ...input, ...imageTags(request, ownership) });
      const { ImageId } = await withOwnership(bake, `The AMI ${name}`, create).catch((thrown: unknown) => {
        // An emulator that can't tag snapshots here (moto): the finished image is tagged later.
        if (isForeign(thrown)) return attempt(input);
        throw thrown;
      });
      return { id: ImageId ?? '' };
    } catch (thrown) {
      if (awsCodeOf(thrown) !== 'InvalidAMIName.Duplicate') throw thrown;
      const own = await madeBefore(bake, instanceId, name, signal);
      if (own === undefined) throw thrown;
      return { id: own };
    }
  });
  return id;
}

/** The image that an earlier try made whose answer was lost: CreateImage takes no client token. */
async function madeBefore(
  bake: Bake,
  instanceId: string,
  name: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { ec2, context } = bake;
  const Filters = [{ Name: 'name', Values: [name] }];
  // Whoever has taken the name may not be shown yet.
  for (let look = 1; look <= LOOKS_FOR_HOLDER; look += 1) {
    const { Images = [] } = await ec2.describeImages({ Owners: ['self'], Filters }, signal);
    if (Images.length > 0) {
      return Images.find(
        ({ Tags, SourceInstanceId }) =>
          // The instance is this build's alone. Not every partition and emulator names it.
          SourceInstanceId === instanceId ||
          (SourceInstanceId === undefined && tagValue(Tags, RUN_TAG) === context.runId),
      )?.ImageId;
    }
    await context.clock.sleep(HOLDER_PAUSE_MS, signal);
  }
  return undefined;
}
