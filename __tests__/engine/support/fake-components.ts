import type {
  Artifact,
  Builder,
  Communicator,
  CommunicatorFactory,
  Connector,
  DeclaredComponents,
  PostProcessor,
  PreparedBuild,
  Provisioner,
  Registry,
} from '../../../src/engine/ports.ts';
import type { DecodedOptions } from '../../../src/kernel/schema.ts';
import { startOf } from '../../../src/kernel/source-range.ts';
import type {
  BuildPlan,
  GeneratedData,
  PlannedBuild,
  PlannedComponent,
  PlannedPostProcessor,
  PlannedProvisioner,
} from '../../../src/template/plan.ts';

/** Decoded options whose every place is the start of the template. */
export function decoded<O>(options: O, unknown: readonly string[] = []): DecodedOptions<O> {
  return {
    options,
    range: () => startOf('template.pkr.hcl'),
    given: (path) => valueAt(options, path) !== undefined,
    unknown: (path) => unknown.includes(path),
  };
}

function valueAt(options: unknown, path: string): unknown {
  return typeof options === 'object' && options !== null
    ? Object.entries(options).find(([k]) => k === path)?.[1]
    : undefined;
}

export function component(type: string, options: object = {}): PlannedComponent {
  return {
    type,
    range: startOf('template.pkr.hcl'),
    decoded: decoded(options),
    atRun: (generated) => Promise.resolve({ value: decoded({ ...options, generated }), diagnostics: [] }),
  };
}

export function plannedProvisioner(type: string, settings: Partial<PlannedProvisioner> = {}): PlannedProvisioner {
  return {
    ...component(type),
    name: undefined,
    pauseBeforeMs: 0,
    timeoutMs: undefined,
    maxRetries: 0,
    continueOnError: false,
    ...settings,
  };
}

export function plannedPostProcessor(type: string, keepInputArtifact?: boolean): PlannedPostProcessor {
  return { ...component(type), name: undefined, keepInputArtifact };
}

export function plannedBuild(name: string, settings: Partial<PlannedBuild> = {}): PlannedBuild {
  return {
    name,
    only: name,
    source: { type: 'fake', name, localName: name },
    builder: component('fake', { build: name }),
    provisioners: [],
    errorCleanupProvisioner: undefined,
    postProcessorChains: [],
    render: (text) => text,
    ...settings,
  };
}

export function plan(...builds: readonly PlannedBuild[]): BuildPlan {
  return { template: 'template.pkr.hcl', builds };
}

export function artifact(
  id: string,
  settings: Partial<Artifact> = {},
): Artifact & { readonly destroyed: () => number } {
  let destroyed = 0;
  return {
    summary: {
      builderId: 'fake.builder',
      id,
      description: `Made ${id}`,
      images: [{ region: 'eu-west-1', id, name: id, snapshotIds: [`snap-of-${id}`] }],
      sourceImageId: 'ami-source',
    },
    files: [],
    generated: { ID: 'i-1', SourceAMI: 'ami-source' },
    destroy: async () => {
      destroyed += 1;
    },
    ...settings,
    destroyed: () => destroyed,
  };
}

export function connector(settings: Partial<Connector> = {}): Connector {
  return {
    type: 'ssh',
    port: 22,
    username: 'ubuntu',
    fixedHost: undefined,
    login: { kind: 'temporary-key', publicKey: 'ssh-ed25519 AAAA', keyType: 'ed25519' },
    plantedHostKey: undefined,
    adoptPrivateKey: async () => undefined,
    pinFirstHostKey: () => undefined,
    another: async () => connector(settings),
    connect: () => Promise.resolve(communicator()),
    ...settings,
  };
}

export function communicator(settings: Partial<Communicator> = {}): Communicator {
  return {
    type: 'ssh',
    host: '198.51.100.7',
    port: 22,
    username: 'ubuntu',
    access: {
      privateKey: 'PRIVATE KEY OF THE TEST',
      privateKeyFile: undefined,
      agent: false,
      password: undefined,
      knownHosts: [],
      bastion: undefined,
    },
    exec: () => Promise.resolve({ exitCode: 0 }),
    upload: () => Promise.resolve(),
    uploadDirectory: () => Promise.resolve(),
    download: () => Promise.resolve(),
    downloadDirectory: () => Promise.resolve(),
    reconnect: () => Promise.resolve(),
    close: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
    ...settings,
  };
}

export type Bake = PreparedBuild['bake'];

export function builder(
  bake: (name: string, signal: AbortSignal) => Bake,
  settings: Partial<Builder<{ build: string }>> = {},
): Builder<{ build: string }> {
  return {
    type: 'fake',
    schema: {},
    generatedNames: [],
    validate: () => [],
    behaviourVersion: 1,
    localInputs: () => [],
    permissions: () => [],
    prepare: (_, context) => Promise.resolve({ bake: bake(context.build, context.signal) }),
    ...settings,
  };
}

export function communicatorFactory(made: Connector = connector()): CommunicatorFactory<unknown> {
  return { type: 'ssh', schema: {}, validate: () => [], connector: () => Promise.resolve(made) };
}

export function provisioner(
  type: string,
  provision: Provisioner<{ generated: GeneratedData }>['provision'],
): Provisioner<{ generated: GeneratedData }> {
  return { type, schema: {}, validate: () => [], behaviourVersion: 1, localInputs: () => [], provision };
}

export function postProcessor(
  type: string,
  keepsInput: PostProcessor<unknown>['keepsInput'],
  process: PostProcessor<{ generated: GeneratedData }>['process'],
): PostProcessor<{ generated: GeneratedData }> {
  return { type, schema: {}, keepsInput, runsOnReused: false, validate: () => [], process };
}

export function registry(parts: {
  builder: Builder<{ build: string }>;
  communicator?: CommunicatorFactory<unknown>;
  provisioners?: readonly Provisioner<{ generated: GeneratedData }>[];
  postProcessors?: readonly PostProcessor<{ generated: GeneratedData }>[];
  declared?: Partial<DeclaredComponents>;
}): Registry {
  const factory = parts.communicator ?? communicatorFactory();
  return {
    builders: new Map([['fake', parts.builder as Builder<unknown>]]),
    communicators: new Map([[factory.type, factory]]),
    provisioners: new Map((parts.provisioners ?? []).map((plugin) => [plugin.type, plugin as Provisioner<unknown>])),
    postProcessors: new Map(
      (parts.postProcessors ?? []).map((plugin) => [plugin.type, plugin as PostProcessor<unknown>]),
    ),
    declared: {
      builders: new Map(),
      communicators: new Map(),
      provisioners: new Map(),
      postProcessors: new Map(),
      ...parts.declared,
    },
  };
}
