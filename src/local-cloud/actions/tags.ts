import { type Action, ec2Action } from '../action.ts';
import { applyFilters, filterList } from '../filters.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { listOf, required, structure, text } from '../protocol/parameters.ts';
import {
  findImage,
  findInstance,
  findInterfaces,
  findLaunchTemplate,
  findSecurityGroup,
  findSnapshot,
  findSpotRequests,
  findSubnet,
  findVolume,
  findVpc,
} from '../resource-lookup.ts';
import type { RegionState } from '../state/region-state.ts';
import type { Resource } from '../state/resources.ts';
import { addTags, tagList } from '../tagging.ts';

interface TaggableType {
  /** The resource type's name in DescribeTags. */
  readonly name: string;
  find(region: RegionState, id: string): Resource | undefined;
  all(region: RegionState): readonly Resource[];
}

/** Everything that can be tagged, by the prefix of its identifiers. */
const TAGGABLE: Readonly<Record<string, TaggableType>> = {
  ami: { name: 'image', find: findImage, all: ({ images }) => images.visible() },
  i: { name: 'instance', find: findInstance, all: ({ instances }) => instances.visible() },
  vol: { name: 'volume', find: findVolume, all: ({ volumes }) => volumes.visible() },
  snap: { name: 'snapshot', find: findSnapshot, all: ({ snapshots }) => snapshots.visible() },
  sg: { name: 'security-group', find: findSecurityGroup, all: ({ securityGroups }) => securityGroups.visible() },
  vpc: { name: 'vpc', find: findVpc, all: ({ vpcs }) => vpcs.visible() },
  subnet: { name: 'subnet', find: findSubnet, all: ({ subnets }) => subnets.visible() },
  eni: {
    name: 'network-interface',
    find: (region, id) => findInterfaces(region, [id])[0],
    all: ({ interfaces }) => interfaces.visible(),
  },
  sir: {
    name: 'spot-instances-request',
    find: (region, id) => findSpotRequests(region, [id])[0],
    all: ({ spotRequests }) => spotRequests.visible(),
  },
  lt: {
    name: 'launch-template',
    find: findLaunchTemplate,
    all: ({ launchTemplates }) => launchTemplates.visible(),
  },
  fleet: { name: 'fleet', find: (region, id) => region.fleets.named(id), all: ({ fleets }) => fleets.visible() },
  sfr: {
    name: 'spot-fleet-request',
    find: (region, id) => region.spotFleets.named(id),
    all: ({ spotFleets }) => spotFleets.visible(),
  },
  key: {
    name: 'key-pair',
    find: (region, id) => region.keyPairs.named(id),
    all: ({ keyPairs }) => keyPairs.visible(),
  },
};

function findTaggable(region: RegionState, id: string): Resource {
  const prefix = id.slice(0, id.indexOf('-'));
  const type = Object.hasOwn(TAGGABLE, prefix) ? TAGGABLE[prefix] : undefined;
  const resource = type?.find(region, id);
  if (resource === undefined) throw new CloudError('InvalidID', `The ID '${id}' is not valid`);
  return resource;
}

const createTags = ec2Action({
  name: 'CreateTags',
  parameters: { ResourceId: required(listOf(text)), Tag: required(tagList) },
  run: ({ region }, input) => {
    // All are found before the first one changes.
    const resources = input.ResourceId.map((id) => findTaggable(region, id));
    for (const { tags } of resources) addTags(tags, input.Tag);
    return { return: true };
  },
});

const deleteTags = ec2Action({
  name: 'DeleteTags',
  parameters: { ResourceId: required(listOf(text)), Tag: listOf(structure({ Key: text, Value: text })) },
  run: ({ region }, input) => {
    const resources = input.ResourceId.map((id) => findTaggable(region, id));
    for (const { tags } of resources) {
      // No tags named: all of the user's go. A value named: only a tag with that value goes (API reference, DeleteTags).
      if (input.Tag.length === 0) tags.clear();
      for (const { Key: key, Value: value } of input.Tag) {
        if (key !== undefined && (value === undefined || tags.get(key) === value)) tags.delete(key);
      }
    }
    return { return: true };
  },
});

/** One of a `tagSet`. */
type TagRow = Readonly<Record<'resourceId' | 'resourceType' | 'key' | 'value', string>>;

const describeTags = ec2Action({
  name: 'DescribeTags',
  parameters: { Filter: filterList, ...pagingParameters },
  run: (context, input) => {
    const rows: readonly TagRow[] = Object.values(TAGGABLE).flatMap((type) =>
      type
        .all(context.region)
        .flatMap(({ id, tags }) =>
          [...tags].map(([key, value]) => ({ resourceId: id, resourceType: type.name, key, value })),
        ),
    );
    // `tag:KEY` is about rows of that key, and their value (API reference, DescribeTags).
    const ofKeys = input.Filter.map(({ Name: name }) => name).filter((name) => name.startsWith('tag:'));
    const found = applyFilters(rows, input.Filter, {
      key: ({ key }) => key,
      'resource-id': ({ resourceId }) => resourceId,
      'resource-type': ({ resourceType }) => resourceType,
      value: ({ value }) => value,
      ...Object.fromEntries(
        ofKeys.map((name) => [name, ({ key, value }: TagRow) => (name === `tag:${key}` ? value : undefined)]),
      ),
    });
    const page = pageOf(context, found, input, { ids: [], set: 'tagSet' });
    return { tagSet: page.items, nextToken: page.nextToken };
  },
});

export const tagActions: readonly Action[] = [createTags, deleteTags, describeTags];
