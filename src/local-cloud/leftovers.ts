import type { CloudState } from './state/cloud-state.ts';
import type { RegionState } from './state/region-state.ts';

/** Something that a finished run should not have left behind. */
export interface Leftover {
  readonly region: string;
  /** `instance`, `volume`, `key-pair`, `security-group`, `image`, `snapshot`, `network-interface`, `launch-template`, `iam-role`, … */
  readonly kind: string;
  readonly id: string;
  readonly name?: string;
  readonly state?: string;
}

/**
 * What is left of a run: instances that are not terminated, their volumes and interfaces, key pairs, groups that are not
 * default ones, spot requests and fleets that go on, sessions of instances, launch templates, roles and instance profiles,
 * images that are not finished, snapshots without an image, and those that EC2 prepared for the fast launch of an image that
 * is gone. Available images are results, not leftovers.
 */
export function leftoversOf(cloud: CloudState): Leftover[] {
  cloud.catchUp();
  return [...[...cloud.regions.values()].flatMap((region) => leftoversIn(cloud, region)), ...leftoversInIam(cloud)];
}

function leftoversIn(cloud: CloudState, region: RegionState): Leftover[] {
  const own = region.images
    .all()
    .filter(({ ownerId, state }) => ownerId === cloud.accountId && state !== 'deregistered');
  const used = new Set(own.flatMap(({ blockDevices }) => blockDevices.map(({ snapshotId }) => snapshotId)));
  const found: Omit<Leftover, 'region'>[] = [
    ...region.instances
      .all()
      .filter(({ state }) => state !== 'terminated')
      .map(({ id, state, tags }) => ({ kind: 'instance', id, state, ...named(tags.get('Name')) })),
    ...region.interfaces.all().map(({ id }) => ({ kind: 'network-interface', id })),
    ...region.volumes.all().map(({ id, attachment }) => ({
      kind: 'volume',
      id,
      state: attachment === undefined ? 'available' : 'in-use',
    })),
    ...region.keyPairs.all().map(({ id, name }) => ({ kind: 'key-pair', id, name })),
    // Those would launch, or do so again.
    ...region.fleets
      .all()
      .filter(({ type }) => type !== 'instant')
      .map(({ id }) => ({ kind: 'fleet', id })),
    ...region.spotRequests
      .all()
      .filter(({ state }) => state === 'active')
      .map(({ id, state }) => ({ kind: 'spot-instances-request', id, state })),
    // They end with their instance at the latest.
    ...cloud.sessions
      .all()
      .filter(({ instanceId }) => region.instances.get(instanceId) !== undefined)
      .map(({ id, instanceId }) => ({ kind: 'session', id, name: instanceId })),
    ...region.launchTemplates.all().map(({ id, name }) => ({ kind: 'launch-template', id, name })),
    ...region.securityGroups
      .all()
      .filter(({ name }) => name !== 'default')
      .map(({ id, name }) => ({ kind: 'security-group', id, name })),
    ...own
      .filter(({ state }) => state !== 'available' && state !== 'disabled')
      .map(({ id, name, state }) => ({ kind: 'image', id, name, state })),
    ...region.snapshots
      .all()
      .filter(({ id, ownerId }) => ownerId === cloud.accountId && !used.has(id))
      .map(({ id, state }) => ({ kind: 'snapshot', id, state })),
    ...[...region.lostFastLaunches].map((id) => ({ kind: 'fast-launch', id })),
  ];
  return found.map((leftover) => ({ region: region.name, ...leftover }));
}

/** IAM has no regions: its leftovers are told in the first one. */
function leftoversInIam({ iam, regions }: CloudState): Leftover[] {
  const region = [...regions.keys()][0] ?? '';
  const made = <T extends { readonly name: string; readonly isSeeded: boolean }>(kind: string, all: Iterable<T>) =>
    [...all].filter(({ isSeeded }) => !isSeeded).map(({ name }) => ({ region, kind, id: name, name }));
  return [...made('iam-role', iam.roles.values()), ...made('instance-profile', iam.profiles.values())];
}

function named(name: string | undefined): { readonly name?: string } {
  return name === undefined ? {} : { name };
}

/** One line per leftover, for people. */
export function describeLeftover({ region, kind, id, name, state }: Leftover): string {
  const details = [name, state].filter((detail) => detail !== undefined).join(', ');
  return `${region} ${kind} ${id}${details === '' ? '' : ` (${details})`}`;
}
