import { EXPIRES_AT_TAG, ec2Tags, VERIFIED_TAG } from '../../aws/tags.ts';
import type { BuildContext, ImageVerification, VerificationMachine } from '../../engine/ports.ts';
import { BakeError, describeError, toBakeError } from '../../kernel/errors.ts';
import { bootHook } from './dead-mans-switch.ts';
import type { LaunchInputs } from './launch/inputs.ts';
import { imageRef, type MadeImage } from './made-image.ts';
import { type Bake, ownershipTags, type Site, warn } from './site.ts';
import { connect } from './steps/connect.ts';
import { launch } from './steps/launch.ts';
import { makeKeyPair } from './steps/make-key-pair.ts';
import { obstacleIn, withPlanted } from './user-data.ts';

/** What can't be verified is found out before anything is made. */
export async function prepareVerification(
  { connector, context, dependencies, options }: Site,
  architecture: string | undefined,
): Promise<void> {
  const { verification } = dependencies;
  if (verification === undefined || options.skip_create_ami) return;
  if (connector.type === 'none') {
    throw unverifiable(
      'without a communicator: the template says communicator = "none"',
      'Set communicator = "ssh", or do without the verification.',
    );
  }
  if (connector.fixedHost !== undefined) {
    throw unverifiable(
      `with ssh_host: the machine that is booted from it is not at ${connector.fixedHost}`,
      'Use ssh_interface instead of ssh_host, or do without the verification.',
    );
  }
  await verification.prepare(architecture, context.signal);
}

function unverifiable(why: string, hint: string): BakeError {
  return new BakeError(`The image can not be verified ${why}`, {
    code: 'verification-impossible',
    category: 'input',
    hint,
  });
}

/**
 * Boots a fresh machine from the image, launched as the build's own was but for its key and user data, and lets the checks
 * run on it. Returns the image with the tag that says that it stood them; rejects when it did not, and the image then goes
 * with all else that the build has made, or stays for a while.
 */
export async function verifyImage(bake: Bake, built: LaunchInputs, image: MadeImage): Promise<MadeImage> {
  const { context, dependencies, scope } = bake;
  const { verification } = dependencies;
  if (verification === undefined) return image;
  let id: string | undefined;
  try {
    await verification.verify(image, context, async (limited): Promise<VerificationMachine> => {
      const machine = await machineFor(bake, limited, image);
      id = await boot(machine, verification, built, image);
      const title = `Connecting to the machine that verifies ${image.id}`;
      const communicator = await context.step('verify-connect', title, () => connect(machine, id ?? ''), {
        time: 'boot',
      });
      const { login } = machine.connector;
      return { communicator, publicKey: login.kind === 'temporary-key' ? login.publicKey : undefined };
    });
  } catch (thrown) {
    if (context.signal.aborted) throw thrown;
    throw await notVerified(bake, verification, image, toBakeError(thrown));
  } finally {
    if (id !== undefined) scope.release({ kind: 'instance', id, region: image.region });
  }
  return markVerified(bake, image);
}

/** The build as it is for that machine: with another key, and with an expiry that counts from now. */
async function machineFor(bake: Bake, limited: BuildContext, image: MadeImage): Promise<Bake> {
  const site = { ...bake, context: limited, connector: await bake.connector.another() };
  return {
    ...site,
    ownership: ownershipTags(site, image.id),
    options: {
      ...bake.options,
      // The name is taken by the key pair of the build.
      temporary_key_pair_name: undefined,
      // The image has these volumes, with what the build has written on them.
      launch_block_device_mappings: [],
    },
  };
}

/** Nothing of the template's user data, which may hold secrets; the dead-man's switch is all there is. */
async function boot(
  machine: Bake,
  verification: ImageVerification,
  built: LaunchInputs,
  image: MadeImage,
): Promise<string> {
  const { context, options } = machine;
  const source = { ...built.source, ImageId: image.id, Name: image.name };
  const { bytes } =
    obstacleIn(source) === undefined
      ? withPlanted(undefined, { hostKey: undefined, bootHook: switchFor(machine, verification) }, context.ids)
      : { bytes: undefined };
  const title = `Launching a ${options.instance_type ?? 'machine'} from ${image.id} to verify it`;
  const launchOne = async (): Promise<string> => {
    const keyName = await makeKeyPair(machine, built.tags);
    const inputs = { ...built, source, keyName, userData: bytes, shutdownBehavior: 'terminate' } as const;
    return (await launch(machine, inputs)).id;
  };
  return context.step('verify-launch', title, launchOne, { time: 'boot' });
}

/** A little more than the verification may take. */
const SPARE_MS = 10 * 60_000;

function switchFor({ context, dependencies }: Bake, { limitMs }: ImageVerification): string | undefined {
  if (dependencies.deadlineMs === undefined) return undefined;
  const longest = Math.min(dependencies.deadlineMs, limitMs + SPARE_MS);
  return bootHook(context.clock.now() + longest, longest);
}

async function markVerified(bake: Bake, image: MadeImage): Promise<MadeImage> {
  const { aws, context } = bake;
  const tags = ec2Tags({ [VERIFIED_TAG]: new Date(context.clock.now()).toISOString() });
  try {
    await aws.batches(image.region).tag([image.id], tags, context.signal);
  } catch (thrown) {
    context.signal.throwIfAborted();
    warn(
      bake,
      `${image.id} does not carry the tag ${VERIFIED_TAG}, although it is verified: ${toBakeError(thrown).message}`,
    );
  }
  return { ...image, tags: [...image.tags, ...tags] };
}

/** What becomes of the image, and what the build ends with. */
async function notVerified(
  bake: Bake,
  { onFailure }: ImageVerification,
  image: MadeImage,
  error: BakeError,
): Promise<BakeError> {
  const { context, scope } = bake;
  // Whatever on-error says of the rest: what becomes of the image has an input of its own.
  if (onFailure === 'remove') scope.release(imageRef(image));
  const fate =
    onFailure === 'remove'
      ? 'The image is removed; with the input verify-on-failure: keep it stays to be looked at.'
      : await keepFor(bake, image, onFailure.keepMs);
  const hint = [error.hint, fate].filter((part) => part !== undefined).join(' ');
  const failed = new BakeError(`The image ${image.id} is not verified: ${error.message}`, {
    code: error.code,
    category: error.category,
    hint,
    cause: error,
  });
  context.emit({ type: 'log', level: 'debug', build: context.build, message: describeError(failed) });
  return failed;
}

/** Keeps an image that failed, until a sweep takes it. */
async function keepFor(bake: Bake, image: MadeImage, keepMs: number): Promise<string> {
  const { aws, context, scope } = bake;
  const until = new Date(context.clock.now() + keepMs).toISOString();
  try {
    scope.keep(imageRef(image), `it is to be looked at, although it is not verified: it expires at ${until}`);
  } catch (thrown) {
    return `The image is removed, since it can not be written down that it is to stay: ${toBakeError(thrown).message}.`;
  }
  const resources = [image.id, ...image.snapshotIds];
  try {
    await aws.batches(image.region).tag(resources, ec2Tags({ [EXPIRES_AT_TAG]: until }), context.signal);
  } catch (thrown) {
    warn(bake, `${image.id} has no expiry, so no sweep removes it: ${toBakeError(thrown).message}`);
  }
  return `The image is kept to be looked at (verify-on-failure: keep); a sweep removes it after ${until}.`;
}
