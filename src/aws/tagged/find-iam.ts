import type { IamApi } from '../api.ts';
import { isNotFound } from '../errors.ts';
import { BUILD_TAG, EXPIRES_AT_TAG, RUN_TAG } from '../tags.ts';
import type { TaggedResource } from './find.ts';

/** What temporary roles and instance profiles are called: IAM's tags can't be searched by, and a list does not show them. */
const MADE_UP_NAME = /^packer-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface IamTag {
  readonly Key: string | undefined;
  readonly Value: string | undefined;
}

/**
 * The temporary roles and instance profiles of all runs. IAM has no regions.
 *
 * @param region where their removal is to be asked for
 */
export async function findTaggedIam(
  iam: IamApi,
  region: string,
  signal: AbortSignal,
): Promise<readonly TaggedResource[]> {
  const [roles, profiles] = await Promise.all([
    names(
      (Marker) => iam.listRoles({ Marker }, signal),
      ({ Roles = [] }) => Roles.map(({ RoleName }) => RoleName),
    ),
    names(
      (Marker) => iam.listInstanceProfiles({ Marker }, signal),
      ({ InstanceProfiles = [] }) => InstanceProfiles.map(({ InstanceProfileName }) => InstanceProfileName),
    ),
  ]);
  const found = await Promise.all([
    ...roles.map((id) =>
      tagged({ kind: 'iam-role', id, region }, async () => (await iam.getRole({ RoleName: id }, signal)).Role?.Tags),
    ),
    ...profiles.map((id) =>
      tagged(
        { kind: 'instance-profile', id, region },
        async () => (await iam.getInstanceProfile({ InstanceProfileName: id }, signal)).InstanceProfile?.Tags,
      ),
    ),
  ]);
  return found.flat();
}

/** The made-up names on all pages of a list. */
async function names<P extends { readonly Marker?: string | undefined; readonly IsTruncated?: boolean | undefined }>(
  list: (marker: string | undefined) => Promise<P>,
  read: (page: P) => readonly (string | undefined)[],
): Promise<readonly string[]> {
  const all: string[] = [];
  let marker: string | undefined;
  do {
    const page = await list(marker);
    for (const name of read(page)) if (name !== undefined && MADE_UP_NAME.test(name)) all.push(name);
    marker = page.IsTruncated === true ? page.Marker : undefined;
  } while (marker !== undefined);
  return all;
}

async function tagged(
  resource: TaggedResource['resource'],
  read: () => Promise<readonly IamTag[] | undefined>,
): Promise<readonly TaggedResource[]> {
  let tags: IamTag[];
  try {
    tags = [...((await read()) ?? [])];
  } catch (thrown) {
    if (isNotFound(thrown)) return [];
    throw thrown;
  }
  const value = (key: string): string | undefined => tags.find(({ Key }) => Key === key)?.Value;
  const runId = value(RUN_TAG);
  if (runId === undefined) return [];
  return [{ resource, runId, build: value(BUILD_TAG), expiresAt: value(EXPIRES_AT_TAG) }];
}
