import type { Image } from '@aws-sdk/client-ec2';
import { AwsConnections } from '../../../../src/aws/connections.ts';
import type { ImageParameters } from '../../../../src/aws/image-parameters.ts';
import { undoTable } from '../../../../src/aws/undo/table.ts';
import { amazonEbsBuilder } from '../../../../src/builders/amazon-ebs/index.ts';
import { BuildScope } from '../../../../src/engine/build-scope.ts';
import type {
  Artifact,
  Communicator,
  Connector,
  ConnectTarget,
  Fingerprint,
  ImageVerification,
  JournalEntry,
  Login,
  PortSessions,
  ReuseTerms,
} from '../../../../src/engine/ports.ts';
import type { LeftResource } from '../../../../src/engine/run-report.ts';
import { cancelledError } from '../../../../src/kernel/errors.ts';
import type { BakeEvent } from '../../../../src/kernel/events.ts';
import type { Ids } from '../../../../src/kernel/ids.ts';
import { SecretRegistry } from '../../../../src/kernel/secrets.ts';
import { createLocalCloud, type LocalCloud } from '../../../../src/local-cloud/cloud.ts';
import { type CallRecord, type LocalCloudOptions, realisticDelays } from '../../../../src/local-cloud/options.ts';
import { type InProcessRequestHandler, requestHandlerFor } from '../../../../src/local-cloud/request-handler.ts';
import type { GeneratedData } from '../../../../src/template/plan.ts';
import { countingIds } from '../../../support/local-cloud.ts';
import { buildContext } from '../../../support/plugin-context.ts';
import { RecordingCommunicator } from '../../../support/recording-communicator.ts';
import { VirtualClock } from '../../../support/virtual-clock.ts';
import { decode, MINIMUM } from './options.ts';

export const PUBLIC_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE4Jw2VqAyN1e9T0cVUqtTqE2jmA1Z0rV3mT1aR0Q2lA bake-ami';

export interface RigOptions {
  /** Whether a failed build leaves what it has made, as the engine does with `on-error: abort`. */
  readonly abandons?: boolean;
  /** Added to the minimum of a source block. */
  readonly source?: string;
  /** Instead of the minimum. */
  readonly wholeSource?: string;
  readonly cloud?: Partial<LocalCloudOptions>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly connector?: Partial<Connector>;
  /** A real one, whose keys are to be used. */
  readonly keysOf?: Connector;
  readonly force?: boolean;
  /** What the images are made of; default: it is not made out. */
  readonly fingerprint?: Fingerprint;
  readonly reuse?: ReuseTerms;
  /** When the machine switches itself off; default: never. */
  readonly deadlineMs?: number;
  /** Whether a provisioner speaks of that. */
  readonly mentionsShutdown?: boolean;
  /** Another rig whose cloud, clock and connections are used too: builds beside each other. */
  readonly shares?: Rig;
  /** Requests that are answered as by a program that is not EC2 and can't do them: with a page and status 500. */
  readonly cannotDo?: (request: URLSearchParams) => boolean;
  /** Requests that EC2 does, and whose answers something on the way replaces by a well-formed one that says nothing. */
  readonly garbles?: (request: URLSearchParams) => boolean;
  readonly publicAddress?: () => Promise<string>;
  readonly localAddresses?: readonly string[];
  readonly portSessions?: PortSessions;
  readonly fallbackInstanceTypes?: readonly string[];
  /** The full name of the build. */
  readonly buildName?: string;
  readonly parameters?: ImageParameters;
  readonly verification?: ImageVerification;
  readonly provision?: (communicator: Communicator, generated: GeneratedData) => Promise<void>;
  /** Called before an entry is written down; what it throws is what the disk says. */
  readonly onEntry?: (entry: JournalEntry) => void;
}

const noSessions: PortSessions = {
  open: () => Promise.reject(new Error('There is no Session Manager here')),
  listen: () => Promise.reject(new Error('There is no Session Manager here')),
};

/** What became of one bake. */
export interface Outcome {
  readonly artifact: Artifact | undefined;
  readonly error: unknown;
  readonly left: readonly LeftResource[];
}

/** The builder, a cloud on a virtual clock, and a machine that writes down what it is told. */
export class Rig {
  readonly clock: VirtualClock;
  readonly cloud: LocalCloud;
  readonly connections: AwsConnections;
  readonly communicator = new RecordingCommunicator();
  readonly events: BakeEvent[] = [];
  readonly journal: JournalEntry[] = [];
  readonly adopted: string[] = [];
  readonly secrets = new SecretRegistry();
  pinsFirstHostKey = false;
  readonly targets: ConnectTarget[] = [];
  readonly controller = new AbortController();
  generated: GeneratedData | undefined;
  readonly #options: RigOptions;
  readonly #ids: Ids;

  constructor(options: RigOptions = {}) {
    this.#options = options;
    this.#ids = options.shares === undefined ? countingIds() : options.shares.#ids;
    this.clock = options.shares?.clock ?? new VirtualClock({ autoAdvance: true });
    if (options.shares !== undefined) {
      this.cloud = options.shares.cloud;
      this.connections = options.shares.connections;
      return;
    }
    this.cloud = createLocalCloud({
      clock: this.clock,
      ids: countingIds(),
      delays: realisticDelays,
      kmsKeys: 'any',
      ...options.cloud,
    });
    this.connections = new AwsConnections({
      environment: {
        AWS_ACCESS_KEY_ID: 'AKIALOCALCLOUD',
        AWS_SECRET_ACCESS_KEY: 'not-a-secret',
        ...options.environment,
      },
      clock: this.clock,
      ids: countingIds(),
      registerSecret: () => undefined,
      userAgent: 'bake-ami/test',
      requestHandler: handlerFor(this.cloud, options.cannotDo ?? (() => false), options.garbles ?? (() => false)),
    });
  }

  /** From the options to the end of the scope; never rejects. */
  async bake(): Promise<Outcome> {
    const { decoded } = decode(this.#options.wholeSource ?? MINIMUM + (this.#options.source ?? ''));
    const context = buildContext({
      ...(this.#options.buildName !== undefined && { build: this.#options.buildName }),
      clock: this.clock,
      ids: this.#ids,
      signal: this.controller.signal,
      secrets: this.secrets,
      emit: (event) => this.events.push(event),
      temporaryDirectory: '/nowhere',
      workingDirectory: '/',
      force: this.#options.force ?? false,
      mentionsShutdown: this.#options.mentionsShutdown ?? false,
      fingerprint: async () => this.#options.fingerprint,
      ...(this.#options.reuse !== undefined && { reuse: this.#options.reuse }),
    });
    const builder = amazonEbsBuilder({
      connections: this.connections,
      tags: { 'bake-ami:commit': 'c0ffee' },
      fallbackInstanceTypes: this.#options.fallbackInstanceTypes ?? [],
      deadlineMs: this.#options.deadlineMs,
      parameters: this.#options.parameters,
      verification: this.#options.verification,
      lifetimeMs: 6 * 3_600_000,
      publicAddress: this.#options.publicAddress ?? (() => Promise.resolve('198.51.100.4')),
      portSessions: this.#options.portSessions ?? noSessions,
      localAddresses: () => this.#options.localAddresses ?? ['10.1.2.3'],
    });
    const scope = new BuildScope({
      runId: context.runId,
      build: context.build,
      journal: {
        append: (entry) => {
          this.#options.onEntry?.(entry);
          this.journal.push(entry);
        },
      },
      undo: undoTable(this.connections, this.clock),
      clock: this.clock,
      ids: this.#ids,
      emit: (event) => this.events.push(event),
      cleanUpBudgetMs: 15 * 60_000,
    });
    let artifact: Artifact | undefined;
    let error: unknown;
    try {
      const prepared = await builder.prepare(decoded, context, this.connector());
      artifact = await prepared.bake(scope, async (communicator, generated) => {
        this.generated = generated;
        await this.#options.provision?.(communicator, generated);
      });
    } catch (thrown) {
      // As the engine does: whatever ends a build after the signal is the signal's doing.
      error = this.controller.signal.aborted ? cancelledError('the build', thrown) : thrown;
    }
    if (error !== undefined && this.#options.abandons === true) await scope.abandon('on-error is "abort"');
    const left = await scope.close();
    return { artifact, error, left };
  }

  connector(): Connector {
    const { keysOf } = this.#options;
    return {
      type: 'ssh',
      port: 22,
      username: 'ubuntu',
      fixedHost: undefined,
      get login(): Login {
        return keysOf?.login ?? { kind: 'temporary-key', publicKey: PUBLIC_KEY, keyType: 'ed25519' };
      },
      plantedHostKey: { cloudConfig: '#cloud-config\nssh_keys: {}\n', fingerprint: 'SHA256:planted' },
      adoptPrivateKey: async (pem) => {
        this.adopted.push(pem);
        await keysOf?.adoptPrivateKey(pem);
      },
      pinFirstHostKey: () => {
        this.pinsFirstHostKey = true;
      },
      another: async () => this.connector(),
      connect: async (target, signal) => {
        this.targets.push(target);
        for (;;) {
          signal.throwIfAborted();
          if ((await target.address(signal)) !== undefined) return this.communicator;
          await this.clock.sleep(250, signal);
        }
      },
      ...this.#options.connector,
    };
  }

  /** The names of the calls so far, dry runs left out: they change nothing. */
  calls(): string[] {
    return this.realCalls.map(({ action }) => action);
  }

  /** Those that are no dry runs. */
  get realCalls(): readonly CallRecord[] {
    return this.cloud.calls.filter(({ parameters }) => parameters['DryRun'] === undefined);
  }

  call(action: string): Readonly<Record<string, string>> {
    const found = this.realCalls.find((call) => call.action === action);
    if (found === undefined) throw new Error(`${action} was not called`);
    return found.parameters;
  }

  /** Own images that are registered in a region, by name. */
  async ownImages(region = 'us-east-1'): Promise<readonly Image[]> {
    const aws = await this.connections.open({ region });
    const { Images = [] } = await aws.ec2(region).describeImages({ Owners: ['self'] }, new AbortController().signal);
    return Images;
  }

  logs(): string[] {
    return this.events.flatMap((event) => (event.type === 'log' ? [`${event.level}: ${event.message}`] : []));
  }
}

function handlerFor(
  cloud: LocalCloud,
  cannotDo: (request: URLSearchParams) => boolean,
  garbles: (request: URLSearchParams) => boolean,
): InProcessRequestHandler {
  const handler = requestHandlerFor(cloud);
  return {
    ...handler,
    handle: async (request, options) => {
      const body = typeof request.body === 'string' ? request.body : '';
      const parameters = new URLSearchParams(body);
      if (garbles(parameters)) {
        const { response } = await handler.handle(request, options);
        return {
          response: { ...response, body: new TextEncoder().encode('<Response><requestId>1</requestId></Response>') },
        };
      }
      if (!cannotDo(parameters)) return handler.handle(request, options);
      const page = new TextEncoder().encode('<!doctype html><title>500</title><p>NotImplementedError');
      return { response: { statusCode: 500, headers: { 'content-type': 'text/html' }, body: page } };
    },
  };
}
