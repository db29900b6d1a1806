import type { Image } from '../state/resources.ts';

/** What an image hands down to those that are made from it. */
export function inherited(source: Image) {
  const { architecture, platform, platformDetails, rootDeviceName, defaultUser } = source;
  const { enaSupport, bootMode, tpmSupport, imdsSupport } = source;
  return {
    architecture,
    platform,
    platformDetails,
    rootDeviceName,
    defaultUser,
    enaSupport,
    bootMode,
    tpmSupport,
    imdsSupport,
  };
}

/** What is the same for every new image of an account. */
export function ownImage(accountId: string) {
  return {
    ownerId: accountId,
    ownerAlias: undefined,
    state: 'pending' as Image['state'],
    stateReason: undefined,
    deprecatedAt: undefined,
    deregistrationProtection: 'disabled' as const,
    launchPermissions: [],
    productCodes: [],
    launchedAt: undefined,
  };
}
