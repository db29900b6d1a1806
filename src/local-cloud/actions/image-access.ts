import type { CloudState } from '../state/cloud-state.ts';
import type { Image } from '../state/resources.ts';

/** Whether an image belongs to this account. */
export function isOwn(cloud: CloudState, image: Image): boolean {
  return image.ownerId === cloud.accountId;
}

export function isPublic(image: Image): boolean {
  return image.launchPermissions.some(({ kind, value }) => kind === 'group' && value === 'all');
}

/** Whether this account may see and launch an image: its own, public ones, and those shared with it. */
export function mayUse(cloud: CloudState, image: Image): boolean {
  return (
    isOwn(cloud, image) ||
    isPublic(image) ||
    image.launchPermissions.some(({ kind, value }) => kind === 'user' && value === cloud.accountId)
  );
}

/** EC2 tells of a launch a day later (API reference, Image). */
export function lastLaunched({ launchedAt }: Image, now: number): Date | undefined {
  return launchedAt === undefined || now - launchedAt < 86_400_000 ? undefined : new Date(launchedAt);
}
