import type { Duplex, Readable } from 'node:stream';
import type { Clock } from '../kernel/clock.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { ArtifactSummary, Emit, ResourceRef, StepTime } from '../kernel/events.ts';
import type { PolicyStatement } from '../kernel/iam-policy.ts';
import type { Ids } from '../kernel/ids.ts';
import type { ResourceIntent, WayIn } from '../kernel/resources.ts';
import type { DecodedOptions, Schema } from '../kernel/schema.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { GeneratedData, RenderTemplate, SourceName } from '../template/plan.ts';
import type { ResourceScope } from './resource-scope.ts';

/*
 * The ports of the engine. Plugins implement them; the engine knows nothing else of a plugin, and a plugin knows nothing
 * else of the rest. Methods are declared in method style on purpose: a `Provisioner<ShellOptions>` can then stand in the
 * registry as a `Provisioner<unknown>`, and the schema that decoded the options is what makes that sound.
 */

/** What every plugin may use while a build runs. Everything that can end early takes `signal`. */
export interface BuildContext {
  readonly runId: string;
  /** Packer's PACKER_RUN_UUID. */
  readonly runUuid: string;
  /** The full build name. */
  readonly build: string;
  readonly source: SourceName;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: SecretRegistry;
  readonly emit: Emit;
  readonly render: RenderTemplate;
  /** Relative paths in options are relative to this folder; absolute. */
  readonly workingDirectory: string;
  /** A folder of this run's own (mode 0700) for short-lived files; removed at the end. */
  readonly temporaryDirectory: string;
  /** Environment for programs that run on this machine (the process's own). */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly force: boolean;
  /** Whether a provisioner, or a local file that it runs, speaks of switching the machine off. */
  readonly mentionsShutdown: boolean;
  readonly reuse: ReuseTerms;
  /**
   * What stands for everything that decides this build's image, given what it starts from. Undefined where none is to be
   * told: it would let a secret be guessed, and nobody asked for it, or a local file can't be read (which is said).
   */
  readonly fingerprint: (origin: ImageOrigin) => Promise<Fingerprint | undefined>;
  /**
   * Runs one named step of the build and reports its start, end and time. `title` is what people read: `Launching the
   * instance`.
   */
  readonly step: <T>(name: string, title: string, run: () => Promise<T>, about?: StepSubject) => Promise<T>;
}

export interface StepSubject {
  /** What its time goes into; `own` where it is left out. */
  readonly time?: StepTime;
  /** The block of the template that it runs. */
  readonly at?: SourceRange;
}

/** Whether an image that is there already may stand for the one that would be made. */
export interface ReuseTerms {
  /** `look`: only what is there is looked for and told; nothing is made. */
  readonly mode: 'never' | 'if-unchanged' | 'look';
  /** Keys of tags that an image must have to be reused. */
  readonly requiredTags: readonly string[];
}

/** What an image starts from. */
export interface ImageOrigin {
  readonly sourceImageId: string;
  /** Undefined: it could not be found out. */
  readonly accountId: string | undefined;
  /** What `build.*` says of it: `SourceAMI`, `BuildRegion`, … */
  readonly generated: GeneratedData;
}

export interface Fingerprint {
  /** `v1-` and 64 hexadecimal digits. */
  readonly id: string;
  /** What images of it are tagged with; the fingerprint itself under FINGERPRINT_TAG. */
  readonly tags: Readonly<Record<string, string>>;
  /**
   * What is different about an image with these tags, for people (`the source AMI`); empty: nothing, undefined: they do
   * not tell.
   */
  changesSince(tags: Readonly<Record<string, string>>): readonly string[] | undefined;
  /**
   * Which local files are not any more what they were when this was made out, for people (`the files of provisioner 2
   * (file)`): an image that was made meanwhile may hold either. What the build itself may have written does not count.
   */
  changedMeanwhile(): Promise<readonly string[]>;
}

export interface ValidationContext {
  readonly workingDirectory: string;
  readonly force: boolean;
}

// --- Builder ---------------------------------------------------------------------------------------------------------

export interface Builder<O> {
  readonly type: string;
  readonly schema: Schema;
  readonly generatedNames: readonly string[];
  /** Checks that need nothing but the options. All findings at once. */
  validate(decoded: DecodedOptions<O>, context: ValidationContext): readonly Diagnostic[];
  /** Raised when the same options begin to make another image: fingerprints of before then match no more. */
  readonly behaviourVersion: number;
  /** What on this computer becomes part of the image by these options. */
  localInputs(decoded: DecodedOptions<O>, context: ValidationContext): readonly LocalInput[];
  /** The least IAM policy that a build with these options needs. */
  permissions(decoded: DecodedOptions<O>, surroundings: PermissionSurroundings): readonly PolicyStatement[];
  /** Checks all that can be checked before anything costs money: credentials, names, images, networks. */
  prepare(decoded: DecodedOptions<O>, context: BuildContext, connector: Connector): Promise<PreparedBuild>;
}

/** What beside the options decides what a build has to be allowed. */
export interface PermissionSurroundings {
  /** Whether images are verified. */
  readonly verifies?: boolean;
  /** The parameters of Systems Manager that hold the ids of the images, with their `{{ }}`. */
  readonly parameters?: readonly { readonly name: string; readonly region: string | undefined }[];
  /** Whether images of the same name give way, whatever the template says (`-force`). */
  readonly force: boolean;
  /** The region to build in where the template names none; undefined: nothing says it. */
  readonly region: string | undefined;
}

/** A file or folder of this computer that takes part in what an image becomes. */
export interface LocalInput {
  /** As the template writes it, relative to the working directory or absolute. What is missing counts as that. */
  readonly path: string;
  /** Which permission bits of files count: all, only whether they can be executed, or none. */
  readonly modes: 'all' | 'executable' | 'none';
  /** Of a folder: whether what is called that (relative to it, with slashes) belongs to it. Default: everything. */
  readonly includes?: (name: string, isFolder: boolean) => boolean;
}

export interface PreparedBuild {
  /** Nothing has to be launched or provisioned: the image, or one to copy it from, is there. */
  readonly isMade?: boolean;
  /**
   * Launches, connects, calls `provision` once with the open connection, and makes the artifact. Everything that it
   * creates goes through `scope`. Undefined: nothing was to be made (`skip_create_ami`). An artifact that was there before
   * says so (`isReused`).
   */
  bake(scope: ResourceScope, provision: Provision): Promise<Artifact | undefined>;
}

/** Runs the template's provisioners on a machine; rejects with the first error that counts. */
export type Provision = (communicator: Communicator, generated: GeneratedData) => Promise<void>;

export interface Artifact {
  readonly summary: ArtifactSummary;
  /** Local files, where there are any (an AMI has none). */
  readonly files: readonly string[];
  /** What `build.*` means to post-processors. */
  readonly generated: GeneratedData;
  /** Makes it known where others look for it; called once the whole build, with its post-processors, has succeeded. */
  announce?(): Promise<void>;
  /** Removes it for good; idempotent. */
  destroy(signal: AbortSignal): Promise<void>;
}

// --- Communicator ----------------------------------------------------------------------------------------------------

/** A kind of communicator (`ssh`, `none`, …); its schema is merged into every builder's that connects. */
export interface CommunicatorFactory<O> {
  readonly type: string;
  readonly schema: Schema;
  validate(decoded: DecodedOptions<O>, context: ValidationContext): readonly Diagnostic[];
  connector(decoded: DecodedOptions<O>, context: BuildContext): Promise<Connector>;
}

/** One build's way to its machine, before there is a machine. */
export interface Connector {
  readonly type: string;
  /** The port on the machine; the security group opens it. 0: none. */
  readonly port: number;
  readonly username: string;
  /** Written in the template (`ssh_host`): addresses of the instance are not asked for then. */
  readonly fixedHost: string | undefined;
  /** What the machine has to accept at login. */
  readonly login: Login;
  /** The host key that the machine should present, for user data; undefined where none is to be planted. */
  readonly plantedHostKey: PlantedHostKey | undefined;
  /** Logs in with this key, which the cloud made, instead of ours (where the role may not import one); `login` names it. */
  adoptPrivateKey(privateKeyPem: string): Promise<void>;
  /**
   * For a machine that can neither be told a host key nor prove its own (Windows, Ignition): the first one that it shows
   * is pinned.
   */
  pinFirstHostKey(): void;
  /**
   * The same way to another machine: with a key of its own where this one's was made for the build, and without a host key
   * to plant, since that machine has to make its own.
   */
  another(): Promise<Connector>;
  /** Tries until it works, `signal` is aborted or the template's own time-out ends. */
  connect(target: ConnectTarget, signal: AbortSignal): Promise<Communicator>;
}

export type Login =
  /** A key made for this build; `publicKey` is a line in OpenSSH's format. */
  | { readonly kind: 'temporary-key'; readonly publicKey: string; readonly keyType: 'ed25519' | 'rsa' }
  /** Key file, agent or password from the template: nothing to be planted by us. */
  | { readonly kind: 'given' };

export interface PlantedHostKey {
  /** `#cloud-config` text with `ssh_keys` (it holds a private key: never print it). */
  readonly cloudConfig: string;
  /** For people: `SHA256:…` */
  readonly fingerprint: string;
}

export interface ConnectTarget {
  /** For messages: `i-0123…`. */
  readonly name: string;
  /** Rejects when the machine is known to be gone, so that trying has no use. Asked before each try; it keeps its own pace. */
  checkAlive?(signal: AbortSignal): Promise<void>;
  /** Where the machine is now; undefined while it has no address. Called again before each try. */
  address(signal: AbortSignal): Promise<{ readonly host: string; readonly port?: number } | undefined>;
  /** The only way there, where that is no TCP connection to an address. */
  readonly tunnel?: Tunnel | undefined;
  /**
   * Fingerprints (`SHA256:…`) of host keys that another channel proves to be the machine's own (its console output);
   * empty while there are none. Undefined: there is no such channel.
   */
  provenHostKeys: ((signal: AbortSignal) => Promise<readonly string[]>) | undefined;
}

/** A way to a machine's port that needs no address of it. */
export interface Tunnel {
  /** For people, what stands where the address would: `Session Manager`. */
  readonly name: string;
  /** Where it begins on this machine, for programs that connect by themselves (Ansible). */
  readonly host: string;
  readonly port: number;
  /** Opens one stream to the port. Rejects with a BakeError where another try does not help. */
  open(signal: AbortSignal): Promise<Duplex>;
}

/** A session of AWS Systems Manager that leads to one port of an instance, as StartSession has opened it. */
export interface PortSessionGrant {
  /** For messages: `i-0123…`. */
  readonly machine: string;
  readonly sessionId: string;
  /** `wss://ssmmessages.…` */
  readonly streamUrl: string;
  /** Lets whoever has it into the session: a secret, registered as one. */
  readonly token: string;
  /** Any certificate is accepted (`insecure_skip_tls_verify`). */
  readonly isInsecure: boolean;
  /** A new way into the session after its connection was lost (ResumeSession). Rejects where there is none. */
  resume(signal: AbortSignal): Promise<{ readonly streamUrl: string; readonly token: string }>;
}

/** Speaks the data channel of Session Manager; the builder has the sessions, this has the connections. */
export interface PortSessions {
  /** Resolves with the stream once the port answers. The session belongs to it: both end together. */
  open(grant: PortSessionGrant, signal: AbortSignal): Promise<Duplex>;
  /** Listens on a port of 127.0.0.1 (0: any free one), and leads each connection into a stream of its own. */
  listen(port: number, open: () => Promise<Duplex>): Promise<TunnelListener>;
}

export interface TunnelListener extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
}

/** An open connection to a machine. */
export interface Communicator extends AsyncDisposable {
  /** `ssh`, … */
  readonly type: string;
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** For programs that connect by themselves (Ansible). */
  readonly access: CommunicatorAccess;
  /**
   * Runs a command line in the login user's shell. Resolves with its exit status, whatever that is; rejects with
   * BakeError `connection-lost` when the connection ended without one, `cancelled` when `signal` was aborted.
   */
  exec(command: string, options: ExecOptions): Promise<ExecResult>;
  /** Writes a file; its folder must exist. `mode` are permission bits, for example 0o644. */
  upload(
    content: FileContent,
    remotePath: string,
    options: { readonly mode: number; readonly signal: AbortSignal },
  ): Promise<void>;
  /** Copies what is inside `localDirectory` into `remoteDirectory`, which is created where it is missing. */
  uploadDirectory(
    localDirectory: string,
    remoteDirectory: string,
    options: { readonly signal: AbortSignal },
  ): Promise<void>;
  download(remotePath: string, localPath: string, options: { readonly signal: AbortSignal }): Promise<void>;
  /** Copies what is inside `remoteDirectory` into `localDirectory`. */
  downloadDirectory(
    remoteDirectory: string,
    localDirectory: string,
    options: { readonly signal: AbortSignal },
  ): Promise<void>;
  /** Opens the connection anew (after a reboot), trying until it works or `signal` is aborted. */
  reconnect(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface CommunicatorAccess {
  /** Private key in OpenSSH or PEM format, where login is by a key that we hold. */
  readonly privateKey: string | undefined;
  /** The key file of the template, where there is one. */
  readonly privateKeyFile: string | undefined;
  /** Whether login is with the keys of an SSH agent. */
  readonly agent: boolean;
  readonly password: string | undefined;
  /** Lines for a known_hosts file that pin the machine's host key. */
  readonly knownHosts: readonly string[];
  /** A jump host that OpenSSH has to go through too; undefined when the way is direct. */
  readonly bastion:
    | {
        readonly host: string;
        readonly port: number;
        readonly username: string;
        readonly privateKeyFile: string | undefined;
      }
    | undefined;
}

export interface ExecOptions {
  readonly signal: AbortSignal;
  /** Called for each line, without its end; carriage returns are already dealt with as a terminal would. */
  readonly onLine?: (stream: 'stdout' | 'stderr', line: string) => void;
  readonly stdin?: Readable | string;
  readonly pty?: boolean;
}

export interface ExecResult {
  readonly exitCode: number;
  /** The signal that ended the command, for example `TERM`; exitCode is 128 then. */
  readonly exitSignal?: string;
}

export type FileContent = { readonly path: string } | { readonly bytes: Buffer };

// --- Provisioner and post-processor -----------------------------------------------------------------------------------

export interface Provisioner<O> {
  readonly type: string;
  readonly schema: Schema;
  validate(decoded: DecodedOptions<O>, context: ValidationContext): readonly Diagnostic[];
  /**
   * Looks for what it needs on this machine (programs, say) before anything costs money; rejects with what is missing.
   * Options may hold values that are not known yet (`decoded.unknown`).
   */
  prepare?(decoded: DecodedOptions<O>, context: BuildContext): Promise<void>;
  provision(decoded: DecodedOptions<O>, context: ProvisionContext): Promise<void>;
  /** It works without a connection to the machine, thus with `communicator = "none"` too. */
  readonly isLocal?: true;
  /** Raised when the same options begin to do something else to a machine: fingerprints of before then match no more. */
  readonly behaviourVersion: number;
  /** The files and folders of this computer that it reads, as far as the options tell. */
  localInputs(decoded: DecodedOptions<O>, context: ValidationContext): readonly LocalInput[];
  /** Whether it may make or change files of this computer, which provisioners after it then read. Absent: it does not. */
  writesLocalFiles?(decoded: DecodedOptions<O>): boolean;
}

export interface ProvisionContext extends BuildContext {
  readonly communicator: Communicator;
  readonly generated: GeneratedData;
  /** One line of a program's output, for the log. */
  line(stream: 'stdout' | 'stderr', text: string): void;
}

export interface PostProcessor<O> {
  readonly type: string;
  readonly schema: Schema;
  /** What becomes of the artifact that goes in: always kept, kept unless the template says otherwise, or used up. */
  readonly keepsInput: 'always' | 'by-default' | 'no';
  /** Whether it also runs for an artifact that was there before this run. */
  readonly runsOnReused: boolean;
  validate(decoded: DecodedOptions<O>, context: ValidationContext): readonly Diagnostic[];
  /** Returns the artifact for the next one in the chain; undefined ends the chain. */
  process(decoded: DecodedOptions<O>, artifact: Artifact, context: PostProcessContext): Promise<Artifact | undefined>;
}

export interface PostProcessContext extends BuildContext {
  /** What `build.*` is: of the artifact that goes in, and what every builder has. */
  readonly generated: GeneratedData;
  line(stream: 'stdout' | 'stderr', text: string): void;
}

// --- Images ----------------------------------------------------------------------------------------------------------

/** What an image has to stand before anything uses it; see docs/verify.md. */
export interface ImageVerification {
  /** How long it may take from the launch to the last check, in milliseconds. */
  readonly limitMs: number;
  /** What becomes of an image that does not stand it; one that is kept, is for so many milliseconds. */
  readonly onFailure: 'remove' | { readonly keepMs: number };
  /** Gets what the checks need on this side, before anything costs money. @param architecture EC2's word: `x86_64` */
  prepare(architecture: string | undefined, signal: AbortSignal): Promise<void>;
  /**
   * Lets `boot` make a machine of the image and runs the checks on it; hangs up afterwards. Rejects with what is wrong.
   *
   * @param boot its context's signal is also aborted when booting takes too long
   */
  verify(
    image: ImageToVerify,
    context: BuildContext,
    boot: (context: BuildContext) => Promise<VerificationMachine>,
  ): Promise<void>;
}

export interface ImageToVerify {
  readonly id: string;
  readonly region: string;
  readonly name: string;
}

/** A machine that was made of an image only to look at it. */
export interface VerificationMachine {
  readonly communicator: Communicator;
  /** The public key that was made for it, a line in OpenSSH's format; undefined where the login is given. */
  readonly publicKey: string | undefined;
}

// --- Declared components ---------------------------------------------------------------------------------------------

/**
 * A component whose options are declared and judged as Packer judges them, and that does not run yet: a template with it
 * is valid, and stops before anything is launched.
 */
export interface DeclaredComponent<O> {
  readonly type: string;
  readonly schema: Schema;
  /** What to do instead; whole sentences. */
  readonly instead: string;
  validate(decoded: DecodedOptions<O>, context: ValidationContext): readonly Diagnostic[];
}

export interface DeclaredBuilder<O> extends DeclaredComponent<O> {
  readonly generatedNames: readonly string[];
  /** Whether its source blocks hold the options of a communicator too. */
  readonly connects: boolean;
}

export interface DeclaredComponents {
  readonly builders: ReadonlyMap<string, DeclaredBuilder<unknown>>;
  readonly communicators: ReadonlyMap<string, DeclaredComponent<unknown>>;
  readonly provisioners: ReadonlyMap<string, DeclaredComponent<unknown>>;
  readonly postProcessors: ReadonlyMap<string, DeclaredComponent<unknown>>;
}

/** All that can be used in a template; made in `app/registry`. */
export interface Registry {
  readonly builders: ReadonlyMap<string, Builder<unknown>>;
  readonly communicators: ReadonlyMap<string, CommunicatorFactory<unknown>>;
  readonly provisioners: ReadonlyMap<string, Provisioner<unknown>>;
  readonly postProcessors: ReadonlyMap<string, PostProcessor<unknown>>;
  readonly declared: DeclaredComponents;
}

// --- Resources -------------------------------------------------------------------------------------------------------

export type { LostCreation, ResourceIntent, Undo, UndoTable, WayIn } from '../kernel/resources.ts';

/** Where a run writes down what it makes. Synchronous: after a kill, what was appended is there. */
export interface Journal {
  append(entry: JournalEntry): void;
}

export type JournalEntry =
  | { readonly type: 'run'; readonly runId: string; readonly startedAt: string }
  /** The account that resources of a build are in; the post step refuses to clean up in another one. */
  | {
      readonly type: 'account';
      readonly build: string;
      /** Undefined: it could not be found out, and the template does not insist. */
      readonly accountId: string | undefined;
      readonly wayIn: WayIn;
      /** All regions in which the build may make anything. */
      readonly regions: readonly string[];
    }
  | { readonly type: 'intent'; readonly build: string; readonly token: string; readonly intent: ResourceIntent }
  | { readonly type: 'receipt'; readonly build: string; readonly token: string; readonly resource: ResourceRef }
  | { readonly type: 'removed'; readonly token: string }
  /** It is meant to stay: a finished image. */
  | { readonly type: 'kept'; readonly token: string; readonly reason: string };
