import type { Image } from '@aws-sdk/client-ec2';

/** Whether an image runs Windows. EC2 answers `windows`, its SDK's types have `Windows`, and emulators the details only. */
export function isWindows({ Platform, PlatformDetails }: Pick<Image, 'Platform' | 'PlatformDetails'>): boolean {
  return Platform?.toLowerCase() === 'windows' || PlatformDetails?.startsWith('Windows') === true;
}
