import { type Action, ec2Action } from '../action.ts';
import { applyFilters, filterList } from '../filters.ts';
import { CloudError, invalidValue } from '../protocol/cloud-error.ts';
import { accepted, flag, listOf, text } from '../protocol/parameters.ts';
import { zoneId } from '../state/region-state.ts';

const describeRegions = ec2Action({
  name: 'DescribeRegions',
  parameters: { RegionName: listOf(text), AllRegions: flag, Filter: filterList },
  run: ({ cloud }, input) => {
    const known = [...cloud.regions.keys()];
    const unknown = input.RegionName.find((name) => !known.includes(name));
    if (unknown !== undefined) throw invalidValue(unknown, 'region', 'Invalid region name.');
    const wanted = input.RegionName.length > 0 ? input.RegionName : known;
    const endpoint = (name: string): string => `ec2.${name}.amazonaws.com`;
    return {
      regionInfo: applyFilters(wanted, input.Filter, {
        endpoint,
        'opt-in-status': () => 'opt-in-not-required',
        'region-name': (name) => name,
      }).map((name) => ({
        regionName: name,
        regionEndpoint: endpoint(name),
        optInStatus: 'opt-in-not-required',
      })),
    };
  },
});

const describeAvailabilityZones = ec2Action({
  name: 'DescribeAvailabilityZones',
  parameters: { ZoneName: listOf(text), ZoneId: listOf(text), AllAvailabilityZones: accepted, Filter: filterList },
  run: ({ region }, input) => {
    const zones = region.availabilityZones.map((name) => ({ name, id: zoneId(name) }));
    const unknown = [
      ...input.ZoneName.filter((name) => !zones.some((zone) => zone.name === name)),
      ...input.ZoneId.filter((id) => !zones.some((zone) => zone.id === id)),
    ];
    if (unknown.length > 0) {
      throw new CloudError('InvalidParameterValue', `Invalid availability zone: [${unknown.join(', ')}]`);
    }
    const wanted = zones
      .filter(({ name }) => input.ZoneName.length === 0 || input.ZoneName.includes(name))
      .filter(({ id }) => input.ZoneId.length === 0 || input.ZoneId.includes(id));
    return {
      availabilityZoneInfo: applyFilters(wanted, input.Filter, {
        'group-name': () => `${region.name}-zg-1`,
        'opt-in-status': () => 'opt-in-not-required',
        'region-name': () => region.name,
        state: () => 'available',
        'zone-id': ({ id }) => id,
        'zone-name': ({ name }) => name,
        'zone-type': () => 'availability-zone',
      }).map(({ name, id }) => ({
        zoneName: name,
        zoneId: id,
        zoneState: 'available',
        regionName: region.name,
        messageSet: [],
        optInStatus: 'opt-in-not-required',
        groupName: `${region.name}-zg-1`,
        networkBorderGroup: region.name,
        zoneType: 'availability-zone',
      })),
    };
  },
});

export const regionActions: readonly Action[] = [describeRegions, describeAvailabilityZones];
