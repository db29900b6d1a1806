import type { Ec2Api } from '../../aws/api.ts';
import type { Aws, AwsConnections } from '../../aws/connections.ts';
import type { ImageParameters } from '../../aws/image-parameters.ts';
import { BUILD_TAG, EXPIRES_AT_TAG, RUN_TAG, SOURCE_AMI_TAG, type Tags } from '../../aws/tags.ts';
import type { BuildContext, Connector, ImageVerification, PortSessions } from '../../engine/ports.ts';
import type { ResourceScope } from '../../engine/resource-scope.ts';
import { NO_LONGER_NEEDED } from '../../kernel/abort.ts';
import { BakeError } from '../../kernel/errors.ts';
import { kindInWords, type ResourceIntent } from '../../kernel/resources.ts';
import type { GeneratedData } from '../../template/plan.ts';
import type { AmazonEbsOptions } from './options.ts';

/** What the builder is given when it is registered. */
export interface AmazonEbsDependencies {
  readonly connections: AwsConnections;
  /** Tags for everything that a run makes, beside those of DESIGN.md section 8: `bake-ami:commit`, `bake-ami:run-url`. */
  readonly tags: Tags;
  /** Types to launch on demand when there is no room for what the template asks for, in this order. */
  readonly fallbackInstanceTypes: readonly string[];
  /** When a machine switches itself off, in milliseconds from its launch; undefined: never. */
  readonly deadlineMs: number | undefined;
  /** What is not removed by then may be swept away, in milliseconds from the start of its build; more than `deadlineMs`. */
  readonly lifetimeMs: number;
  /** Where the ids of finished images are written; undefined: nowhere. */
  readonly parameters: ImageParameters | undefined;
  /** What images have to stand; undefined: they are not verified. */
  readonly verification: ImageVerification | undefined;
  /** Connections of Session Manager. */
  readonly portSessions: PortSessions;
  /** The address that this machine has on the internet. */
  publicAddress(signal: AbortSignal): Promise<string>;
  /** Addresses of this machine's network interfaces, loopback ones left out. */
  localAddresses(): readonly string[];
  /**
   * Where a machine can be reached, for a cloud that runs on this very computer; undefined as long as it can't be.
   * Without this function the addresses that EC2 gives are used.
   */
  locateMachine?(instanceId: string, signal: AbortSignal): Promise<{ host: string; port: number } | undefined>;
}

/** Everything that is known before anything is made. */
export interface Site {
  readonly options: AmazonEbsOptions;
  /** Whether the template itself writes an option; those of the communicator count too. */
  readonly given: (option: string) => boolean;
  readonly context: BuildContext;
  readonly connector: Connector;
  readonly dependencies: AmazonEbsDependencies;
  readonly aws: Aws;
  /** EC2 in the build's region. */
  readonly ec2: Ec2Api;
  readonly region: string;
}

/** A site where things are being made. */
export interface Bake extends Site {
  readonly scope: ResourceScope;
  /** Tags that mark what is ours. */
  readonly ownership: Tags;
  /** What `{{ .SourceAMI }}` and the like stand for. */
  readonly data: GeneratedData;
}

export function ownershipTags(site: Site, sourceImageId: string): Tags {
  const { context, dependencies } = site;
  return {
    ...dependencies.tags,
    [RUN_TAG]: context.runId,
    [BUILD_TAG]: context.build,
    [EXPIRES_AT_TAG]: new Date(context.clock.now() + dependencies.lifetimeMs).toISOString(),
    [SOURCE_AMI_TAG]: sourceImageId,
  };
}

/** How long a create call may go on after the build was cancelled. */
const GRACE_MS = 3_000;

/**
 * Makes something through the scope, which removes it again, and with the credentials of this build. A create call that
 * is under way when the build is cancelled gets a little time for its answer: what is known by its id is removed at once,
 * while what may or may not have been made has to be searched for.
 */
export async function make<T extends { readonly id: string }>(
  bake: Bake,
  intent: ResourceIntent,
  create: (token: string, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { clock, signal } = bake.context;
  signal.throwIfAborted();
  bake.dependencies.connections.remember(intent.kind, intent.region, intent.name, bake.aws);
  const limit = new AbortController();
  const done = new AbortController();
  const onAbort = (): void => {
    clock.sleep(GRACE_MS, done.signal).then(
      () => limit.abort(signal.reason),
      () => undefined,
    );
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await bake.scope.own(intent, async (token) => {
      const made = await create(token, limit.signal);
      // Of an answer that is not EC2's (a proxy, an emulator) nothing can be waited for; what was made is searched for.
      if (made.id === '') throw withoutId(intent);
      return made;
    });
  } finally {
    signal.removeEventListener('abort', onAbort);
    done.abort(NO_LONGER_NEEDED);
  }
}

function withoutId({ kind, name, region }: ResourceIntent): BakeError {
  return new BakeError(`The answer to the request for the ${kindInWords(kind)} ${name} in ${region} names none`, {
    code: 'answer-without-id',
    category: 'cloud',
    // Nobody knows whether there is one: it has to be searched for.
    retryable: true,
    hint: 'Something between this machine and AWS may have answered in its place: check the proxy (HTTPS_PROXY) and AWS_ENDPOINT_URL.',
  });
}

export function note(site: Site, message: string): void {
  site.context.emit({ type: 'log', level: 'info', message, build: site.context.build });
}

export function warn(site: Site, message: string): void {
  site.context.emit({ type: 'log', level: 'warning', message, build: site.context.build });
}
