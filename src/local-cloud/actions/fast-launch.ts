import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { checkCapacity } from '../capacity.ts';
import { applyFilters, filterList } from '../filters.ts';
import { versionOf } from '../launch-template-versions.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError, invalidValue } from '../protocol/cloud-error.ts';
import { flag, identifier, integer, listOf, oneOf, required, structure, text } from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { findImage, findImages } from '../resource-lookup.ts';
import type { FastLaunch } from '../state/fast-launch.ts';
import type { Image } from '../state/resources.ts';
import { mayUse } from './image-access.ts';
import { namedTemplate } from './launch-templates.ts';

const DEFAULT_SNAPSHOTS = 5;
const LEAST_PARALLEL_LAUNCHES = 6;
/** What EC2 launches to prepare a snapshot where no launch template says so: "temporary t3 instances" (EC2 User Guide). */
const DEFAULT_TYPE = 't3.medium';

const enableFastLaunch = ec2Action({
  name: 'EnableFastLaunch',
  parameters: {
    ImageId: required(text),
    ResourceType: oneOf('snapshot'),
    SnapshotConfiguration: structure({ TargetResourceCount: integer }),
    LaunchTemplate: structure({
      LaunchTemplateId: identifier,
      LaunchTemplateName: identifier,
      Version: required(text),
    }),
    MaxParallelLaunches: integer,
  },
  run: (context, input) => {
    const { cloud, region, now } = context;
    const image = windowsImage(context, input.ImageId);
    const { MaxParallelLaunches: parallel = LEAST_PARALLEL_LAUNCHES, LaunchTemplate: wanted } = input;
    const count = input.SnapshotConfiguration?.TargetResourceCount ?? DEFAULT_SNAPSHOTS;
    if (parallel < LEAST_PARALLEL_LAUNCHES) {
      throw invalidValue(parallel, 'maxParallelLaunches', `Expecting a value of ${LEAST_PARALLEL_LAUNCHES} or more.`);
    }
    if (count < 1) throw invalidValue(count, 'targetResourceCount', 'Expecting a value of 1 or more.');
    const template = wanted === undefined ? undefined : namedTemplate(context, wanted);
    const version = template === undefined ? undefined : versionOf(template, wanted?.Version);
    if (region.fastLaunches.get(image.id)?.state === 'disabling') {
      throw new CloudError('IncorrectState', `Fast launch is still being disabled for the image '${image.id}'.`);
    }
    const fastLaunch: FastLaunch = {
      imageId: image.id,
      targetResourceCount: count,
      maxParallelLaunches: parallel,
      launchTemplate: template && { id: template.id, name: template.name, version: wanted?.Version ?? '' },
      state: 'enabling',
      stateReason: 'Client.UserInitiated',
      stateAt: now,
    };
    region.fastLaunches.set(image.id, fastLaunch);
    const place = {
      type: version?.data.InstanceType ?? DEFAULT_TYPE,
      zone: region.availabilityZones[0] ?? '',
      market: 'on-demand',
    } as const;
    region.timeline.schedule(now + cloud.delays.fastLaunch, (at) => {
      // It may have been switched off, or on anew, meanwhile.
      if (region.fastLaunches.get(image.id) !== fastLaunch || fastLaunch.state !== 'enabling') return;
      fastLaunch.stateAt = at;
      try {
        checkCapacity(cloud, place);
        fastLaunch.state = 'enabled';
      } catch (thrown) {
        if (!(thrown instanceof CloudError)) throw thrown;
        fastLaunch.state = 'enabling-failed';
        fastLaunch.stateReason = `Client.${thrown.code}: ${thrown.message}`;
      }
    });
    return fastLaunchXml(context, fastLaunch);
  },
});

const disableFastLaunch = ec2Action({
  name: 'DisableFastLaunch',
  parameters: { ImageId: required(text), Force: flag },
  run: (context, input) => {
    const { cloud, region, now } = context;
    const { id } = findImage(region, input.ImageId);
    const fastLaunch = region.fastLaunches.get(id);
    if (fastLaunch === undefined) {
      throw new CloudError('IncorrectState', `Fast launch is not enabled for the image '${id}'.`);
    }
    fastLaunch.state = 'disabling';
    fastLaunch.stateReason = 'Client.UserInitiated';
    fastLaunch.stateAt = now;
    region.timeline.schedule(now + cloud.delays.fastLaunch, () => {
      if (region.fastLaunches.get(id) === fastLaunch) region.fastLaunches.delete(id);
    });
    return fastLaunchXml(context, fastLaunch);
  },
});

const describeFastLaunchImages = ec2Action({
  name: 'DescribeFastLaunchImages',
  parameters: { ImageId: listOf(text), Filter: filterList, ...pagingParameters },
  run: (context, input) => {
    const { cloud, region } = context;
    // Unknown images are refused; those without fast launch are just not listed.
    const named =
      input.ImageId.length === 0 ? undefined : new Set(findImages(region, input.ImageId).map(({ id }) => id));
    const all = [...region.fastLaunches.values()].filter(({ imageId }) => named?.has(imageId) ?? true);
    const found = applyFilters(all, input.Filter, {
      'owner-id': () => cloud.accountId,
      'resource-type': () => 'snapshot',
      state: ({ state }) => state,
    });
    const page = pageOf(context, found, input, { ids: input.ImageId, set: 'imageIds', least: 0, most: 200 });
    return {
      fastLaunchImageSet: page.items.map((each) => fastLaunchXml(context, each)),
      nextToken: page.nextToken,
    };
  },
});

/** Only what runs Windows has a fast launch, and only who may use an image can have it. */
function windowsImage({ cloud, region }: ActionContext, id: string): Image {
  const image = findImage(region, id);
  if (!mayUse(cloud, image)) throw new CloudError('AuthFailure', `Not authorized for image:${id}`, 403);
  if (image.state !== 'available') {
    throw new CloudError('InvalidAMIID.Unavailable', `The image ID '${id}' is not available`);
  }
  if (image.platform !== 'windows') {
    throw new CloudError('InvalidParameter', `The image '${id}' is not a Windows image.`);
  }
  return image;
}

function fastLaunchXml({ cloud }: ActionContext, fastLaunch: FastLaunch): XmlFields {
  const { launchTemplate: template } = fastLaunch;
  return {
    imageId: fastLaunch.imageId,
    resourceType: 'snapshot',
    snapshotConfiguration: { targetResourceCount: fastLaunch.targetResourceCount },
    launchTemplate: template && {
      launchTemplateId: template.id,
      launchTemplateName: template.name,
      version: template.version,
    },
    maxParallelLaunches: fastLaunch.maxParallelLaunches,
    ownerId: cloud.accountId,
    state: fastLaunch.state,
    stateTransitionReason: fastLaunch.stateReason,
    stateTransitionTime: new Date(fastLaunch.stateAt),
  };
}

export const fastLaunchActions: readonly Action[] = [enableFastLaunch, disableFastLaunch, describeFastLaunchImages];
