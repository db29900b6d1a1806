import { loadSharedConfigFiles, parseKnownFiles } from '@smithy/core/config';
import { BakeError } from '../kernel/errors.ts';
import { didYouMean } from '../kernel/suggestion.ts';

/** Where profiles are read, as the SDK takes it; what is absent is at its usual place. */
export interface ProfileFiles {
  /** In place of `~/.aws/credentials`. */
  readonly filepath?: string;
  /** In place of `~/.aws/config`. */
  readonly configFilepath?: string;
}

const DEFAULT_PROFILE = 'default';

/**
 * What `shared_credentials_file` stands for. By its name it is a credentials file, and Packer reads it as a configuration
 * file: its form decides, since only the latter has sections that are called `[profile NAME]`.
 */
export async function profileFiles(written: string | undefined): Promise<ProfileFiles> {
  if (written === undefined) return {};
  const { configFile } = await loadSharedConfigFiles({ filepath: written, configFilepath: written });
  const isConfiguration = Object.keys(configFile).some((section) => section !== DEFAULT_PROFILE);
  return isConfiguration ? { configFilepath: written } : { filepath: written };
}

/** Rejects with BakeError `profile-not-found` where no file has a profile of that name. */
export async function assertProfile(name: string, files: ProfileFiles): Promise<void> {
  const profiles = await parseKnownFiles(files);
  if (Object.hasOwn(profiles, name)) return;
  const known = Object.keys(profiles).filter((other) => !/^(sso-session|services)\./.test(other));
  const where =
    files.filepath ??
    files.configFilepath ??
    '~/.aws/config and ~/.aws/credentials (or where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE say)';
  throw new BakeError(`There is no AWS profile "${name}" in ${where}`, {
    code: 'profile-not-found',
    category: 'auth',
    hint: `${didYouMean(name, known).trim()} ${known.length === 0 ? 'There are no profiles on this machine.' : `There are: ${known.toSorted().join(', ')}.`} Correct profile in the template (or AWS_PROFILE), or remove it so that other credentials are found: those of the environment, which aws-actions/configure-aws-credentials sets, or of this machine's own role.`.trim(),
  });
}

/**
 * The region that the files give a profile; undefined where they give none. Rejects with BakeError `profile-not-found`.
 *
 * @param named undefined: the default profile, which need not be there
 */
export async function regionOfProfile(named: string | undefined, files: ProfileFiles): Promise<string | undefined> {
  if (named !== undefined) await assertProfile(named, files);
  return (await parseKnownFiles(files))[named ?? DEFAULT_PROFILE]?.['region'] || undefined;
}
