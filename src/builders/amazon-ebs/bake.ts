import { EXPIRES_AT_TAG } from '../../aws/tags.ts';
import type { Artifact, Fingerprint, Provision } from '../../engine/ports.ts';
import type { ResourceScope } from '../../engine/resource-scope.ts';
import type { LaunchedInstance, PreviousImage } from '../../kernel/events.ts';
import { isSpot } from '../amazon/validation/spot.ts';
import { amiArtifact } from './artifact.ts';
import { bootHook, reasonNotToArm, shutdownBehavior } from './dead-mans-switch.ts';
import type { LaunchInputs } from './launch/inputs.ts';
import { spotTypes } from './launch/spot-options.ts';
import type { MadeImage } from './made-image.ts';
import { makeImages } from './make-images.ts';
import { checkAfterLaunch, withAllThatIsMissing } from './missing-actions.ts';
import { withoutExpiry } from './ownership.ts';
import type { Groundwork } from './prepare.ts';
import { provisionMachine } from './provision-machine.ts';
import { targetRegions } from './regions.ts';
import { withFingerprint } from './reuse/with-fingerprint.ts';
import { type Bake, note, warn } from './site.ts';
import { enhanceNetwork } from './steps/enhance-network.ts';
import type { SourceImage } from './steps/find-source-image.ts';
import { launch } from './steps/launch.ts';
import { makeInstanceProfile } from './steps/make-instance-profile.ts';
import { makeKeyPair } from './steps/make-key-pair.ts';
import { makeSecurityGroup } from './steps/make-security-group.ts';
import { stop } from './steps/stop.ts';
import { tellCrowdedOut } from './tell-crowded-out.ts';
import { optionData, sourceData } from './template-data.ts';
import type { TemplateTags } from './template-tags.ts';
import { obstacleIn, readUserData, type UserData, withPlanted } from './user-data.ts';
import { verifyImage } from './verify-image.ts';

/**
 * The life of a build, once it is known that it can be done: launch, connect, provision, stop, make the image. What is
 * made on the way belongs to the scope, which removes it whatever happens.
 */
export async function bake(
  groundwork: Groundwork & { readonly previous: PreviousImage | undefined },
  scope: ResourceScope,
  provision: Provision,
): Promise<Artifact | undefined> {
  const { site, source, accountId, wayIn, known } = groundwork;
  const { context, dependencies, options, region } = site;
  const work: Bake = { ...site, scope, ownership: known.ownership, data: optionData(source, region) };
  const { tags } = known;
  tellCrowdedOut(work, tags);
  scope.account(accountId, wayIn, [...new Set([region, ...targetRegions(site)])]);

  const {
    instance: { id: instanceId, market },
    inputs,
    isArmed,
  } = await launchMachine(work, groundwork, tags).catch(async (thrown: unknown) => {
    const error = await withAllThatIsMissing(known, thrown);
    // No dry run outlives its build.
    await Promise.allSettled([groundwork.permitted, groundwork.mayExpire]);
    throw error;
  });
  const makes = (await groundwork.mayExpire) || options.skip_create_ami ? work : withoutExpiry(work);
  const mayFinish = checkAfterLaunch({ ...known, ownership: makes.ownership, instanceId });
  // Waited for below; until then a denial must not end the process.
  mayFinish.catch(() => undefined);
  const generated = { ...sourceData(source, region), ID: instanceId };
  await provisionMachine(work, instanceId, generated, isArmed, async (communicator, data) => {
    await mayFinish;
    await provision(communicator, data);
  });

  if (options.skip_create_ami) {
    note(work, 'No AMI is made: skip_create_ami');
    return undefined;
  }
  // Beside the stopping: it may take seconds to read what was uploaded.
  const unchanged = whereUnchanged(work, groundwork.fingerprint);
  unchanged.catch(() => undefined);
  if (market === 'spot') {
    note(work, 'A spot instance can not be stopped: the AMI is made of it as it runs, and EC2 reboots it for that');
  } else {
    const stopAndPrepare = async (): Promise<void> => {
      await stop(work, instanceId);
      await enhanceNetwork(work, instanceId);
    };
    await context.step('stop', `Stopping the instance ${instanceId}`, stopAndPrepare, { time: 'stop' });
  }
  const fingerprint = await unchanged;
  const story = { source, fingerprint: fingerprint?.id, isReused: false, previous: groundwork.previous };
  const request = {
    ...known.image,
    fastLaunch: groundwork.fastLaunch,
    story,
    verify: dependencies.verification && ((image: MadeImage) => verifyImage(makes, inputs, image)),
  };
  const marked = withFingerprint(makes, tags, findableFingerprint(makes, fingerprint));
  const images = await makeImages(marked, instanceId, request);
  return amiArtifact(work, images, story, generated);
}

/** What was uploaded may not be what the fingerprint was made of: it would promise something else than the image holds. */
async function whereUnchanged(work: Bake, madeOut: Promise<Fingerprint | undefined>): Promise<Fingerprint | undefined> {
  const fingerprint = await madeOut;
  const changed = (await fingerprint?.changedMeanwhile()) ?? [];
  if (changed.length === 0) return fingerprint;
  warn(
    work,
    `The AMI has no fingerprint, so it is not reused: while it was made, this changed on this machine: ${changed.join(', ')}`,
  );
  return undefined;
}

/** An image that is yet to be verified must not be reused by others: its expiry keeps them from it, where it has one. */
function findableFingerprint(makes: Bake, fingerprint: Fingerprint | undefined): Fingerprint | undefined {
  const isSafe = makes.dependencies.verification === undefined || makes.ownership[EXPIRES_AT_TAG] !== undefined;
  if (isSafe || fingerprint === undefined) return fingerprint;
  note(
    makes,
    'The AMI has no fingerprint, because nothing would keep others from it as long as it is not verified yet',
  );
  return undefined;
}

/** Key pair, security group, instance profile and user data are independent of each other; the instance needs them all. */
async function launchMachine(work: Bake, groundwork: Groundwork, tags: TemplateTags): Promise<LaunchedMachine> {
  const { source, network, securityGroupIds, permitted } = groundwork;
  const { context, options } = work;
  const wanted = isSpot(options) ? `spot ${spotTypes(work).join(' or ')}` : options.instance_type;
  const title = `Launching a ${wanted} from ${source.ImageId} (${source.Name ?? 'without a name'})`;
  const launchWithAll = async (): Promise<LaunchedMachine> => {
    const [keyName, groups, instanceProfile, userData] = await Promise.all([
      makeKeyPair(work, tags),
      securityGroupIds ?? makeSecurityGroup(work, network, tags).then((id) => [id]),
      makeInstanceProfile(work, tags),
      userDataFor(work, source),
      permitted,
    ]);
    const { bytes, isArmed, behavior: shutdownBehavior } = userData;
    const ours = { keyName, securityGroupIds: groups, instanceProfile, userData: bytes, shutdownBehavior, tags };
    const inputs = { source, network, ...ours };
    const instance = await launch(work, inputs);
    context.emit({ type: 'instance-launched', build: context.build, instance });
    return { instance, inputs, isArmed };
  };
  return context.step('launch', title, launchWithAll, { time: 'boot' });
}

interface LaunchedMachine {
  readonly instance: LaunchedInstance;
  /** What it was launched with. */
  readonly inputs: LaunchInputs;
  /** Whether it switches itself off at the deadline. */
  readonly isArmed: boolean;
}

/** The template's user data with our host key and the dead-man's switch, as far as they can be planted. */
async function userDataFor(work: Bake, source: SourceImage): Promise<PlannedUserData> {
  const template = await readUserData(work);
  const { plantedHostKey } = work.connector;
  const notArmed = reasonNotToArm(work);
  const planted = {
    hostKey: plantedHostKey?.cloudConfig,
    bootHook: notArmed === undefined ? switchFor(work) : undefined,
  };
  const inImage = obstacleIn(source);
  const { bytes, unplanted }: UserData =
    inImage === undefined
      ? withPlanted(template, planted, work.context.ids)
      : { bytes: template, unplanted: { hostKey: plantedHostKey && inImage, bootHook: inImage } };
  if (unplanted.hostKey !== undefined) {
    const { why, provable } = unplanted.hostKey;
    if (!provable) work.connector.pinFirstHostKey();
    const instead = provable
      ? "the console output has to prove the machine's own"
      : 'the first key that it shows is pinned';
    note(work, `No SSH host key is planted, because ${why}: ${instead}`);
  }
  const why = notArmed ?? unplanted.bootHook?.why;
  const isArmed = why === undefined;
  const behavior = shutdownBehavior(work, { isArmed, userData: template });
  sayWhetherArmed(work, why, behavior);
  return { bytes, isArmed, behavior };
}

interface PlannedUserData {
  readonly bytes: Buffer | undefined;
  /** Whether the machine switches itself off at the deadline. */
  readonly isArmed: boolean;
  readonly behavior: 'stop' | 'terminate';
}

function switchFor({ context, dependencies }: Bake): string | undefined {
  const { deadlineMs } = dependencies;
  return deadlineMs === undefined ? undefined : bootHook(context.clock.now() + deadlineMs, deadlineMs);
}

function sayWhetherArmed(work: Bake, whyNot: string | undefined, behavior: 'stop' | 'terminate'): void {
  const { context, dependencies, options } = work;
  if (whyNot !== undefined) {
    const removal = `should this run be killed, a sweep removes it after ${work.ownership[EXPIRES_AT_TAG]}`;
    note(work, `The machine does not switch itself off at a deadline, because ${whyNot}: ${removal}`);
    return;
  }
  const at = new Date(context.clock.now() + (dependencies.deadlineMs ?? 0)).toISOString();
  // Every spot launch asks for that; the on-demand types that it may fall back to go by the template.
  const onDemand = behavior === 'terminate' ? 'terminated' : 'stopped';
  const mayBeEither = isSpot(options) && onDemand === 'stopped' && dependencies.fallbackInstanceTypes.length > 0;
  const end = isSpot(options) ? `terminated${mayBeEither ? ' (on demand: stopped)' : ''}` : onDemand;
  note(work, `Should this run be killed, the machine switches itself off at ${at} (deadline), and is ${end}`);
}
