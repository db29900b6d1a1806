import type { Image } from '../state/resources.ts';

/** What an image hands down to those that are made from it. */
export function inherited(source: Image) {
  const { architecture, platform, platformDetails, rootDeviceName, enaSupport, bootMode, imdsSupport, defaultUser } =
    source;
  return { architecture, platform, platformDetails, rootDeviceName, enaSupport, bootMode, imdsSupport, defaultUser };
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
  };
}
