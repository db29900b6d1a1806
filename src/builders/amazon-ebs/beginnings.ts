import type { Fingerprint } from '../../engine/ports.ts';
import { type Announcement, planAnnouncement } from './announcement.ts';
import type { Site } from './site.ts';
import { findSourceImage, type SourceImage } from './steps/find-source-image.ts';
import { identify } from './steps/identify.ts';
import { sourceData } from './template-data.ts';

/** What is asked first, and once: everything else builds on it. */
export interface Beginnings {
  /** Undefined: STS did not say, and need not (`skip_credential_validation`). */
  readonly accountId: Promise<string | undefined>;
  readonly source: Promise<SourceImage>;
  /** Never rejects: undefined also when what it needs is not there. */
  readonly fingerprint: Promise<Fingerprint | undefined>;
  /** Where the ids of the images are to be written. */
  readonly announcement: Promise<Announcement>;
}

/** Asks whose account this is and what to start from; local files are read while AWS does the rest. */
export function begin(site: Site): Beginnings {
  const { context, options, region } = site;
  const accountId = identify(site);
  const source = findSourceImage(site);
  const fingerprint = options.skip_create_ami
    ? Promise.resolve(undefined)
    : Promise.all([accountId, source]).then(
        ([account, found]) =>
          context.fingerprint({
            sourceImageId: found.ImageId,
            accountId: account,
            generated: sourceData(found, region),
          }),
        () => undefined,
      );
  const announcement = Promise.all([accountId, source]).then(([account, found]) =>
    planAnnouncement(site, account, found),
  );
  // Told with the other checks; until then it must not end the process.
  announcement.catch(() => undefined);
  return { accountId, source, fingerprint, announcement };
}
