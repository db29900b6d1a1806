import type { Image } from '@aws-sdk/client-ec2';

/** Whether an image runs Windows. EC2 answers `windows`, which its SDK types as `Windows`; emulators may give the details only. */
export function isWindows({ Platform, PlatformDetails }: Pick<Image, 'Platform' | 'PlatformDetails'>): boolean {
  return Platform?.toLowerCase() === 'windows' || PlatformDetails?.startsWith('Windows') === true;
}
