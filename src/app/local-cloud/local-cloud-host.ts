import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import type { Clock } from '../../kernel/clock.ts';
import { withDeadline } from '../../kernel/deadline.ts';
import { errorCode } from '../../kernel/error-code.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import { isRecord } from '../../kernel/is-record.ts';
import type { RunDirectory } from '../run/run-directory.ts';
import { isLocalCloudHandle, type LocalCloudHandle } from './local-cloud-handle.ts';

/*
 * A run on the local cloud has it in a process of its own, which is root's. In a job it has to outlive the main step, so
 * that the post step finds the resources of a run that was killed; in a terminal it ends with the command. Its whereabouts
 * are written into the run's folder.
 */

export interface LocalCloudHostRequest {
  /** `dist/cli.js`, absolute. */
  readonly cliPath: string;
  readonly directory: RunDirectory;
  /** The region that counts as the caller's own. */
  readonly region: string;
  /** `host`: provisioners can download; `isolated`: machines have no network at all. */
  readonly network: 'host' | 'isolated';
  /** Folders that machines must not see; absolute. */
  readonly hide: readonly string[];
  /** Whether it ends with this process, however that ends; not: it waits for a later one, the post step, to end it. */
  readonly endsWithProcess?: boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const START_MS = 60_000;
const STOP_MS = 60_000;
/** Should nobody ever stop it. */
const LIFETIME = '2h';

/** Starts a local cloud in a process of its own. Rejects with `local-cloud-not-started`. */
export async function startLocalCloudHost(request: LocalCloudHostRequest): Promise<LocalCloudHandle> {
  const { cliPath, clock, directory, endsWithProcess = false, hide, network, region, signal } = request;
  const flags = [
    `-lifetime=${LIFETIME}`,
    `-region=${region}`,
    `-network=${network}`,
    ...hide.map((each) => `-hide=${each}`),
    ...(endsWithProcess ? ['-until-input-ends'] : []),
  ];
  const command = [process.execPath, cliPath, 'local-cloud', '-json', ...flags];
  // Machines are namespaces over layered file systems: only root can make them.
  const [program, ...args] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command];
  const log = openSync(directory.localCloudLog, 'w', 0o600);
  try {
    // Should this process be killed before it has read the handle, the cloud finds its output unread, and ends.
    // Its input ends when this process does: no other has the other end of that pipe.
    const input = endsWithProcess ? 'pipe' : 'ignore';
    const child = spawn(program ?? '', args, { detached: true, stdio: [input, 'pipe', log] });
    const handle = await withDeadline(clock, START_MS, tooSlow, signal, (until) =>
      firstHandle(child, until, directory),
    );
    writeFileSync(directory.localCloud, JSON.stringify(handle), { mode: 0o600 });
    child.stdout?.destroy();
    letGo(child);
    return handle;
  } finally {
    closeSync(log);
  }
}

/** This process may end before the child does. */
function letGo(child: ChildProcess): void {
  child.unref();
  const { stdin } = child;
  // It may be gone already when the pipe closes.
  stdin?.on('error', () => undefined);
  if (stdin !== null && 'unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
}

/** The local cloud of a run; undefined when it had none. */
export function readLocalCloudHandle({ localCloud }: RunDirectory): LocalCloudHandle | undefined {
  try {
    return parseHandle(readFileSync(localCloud, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What a local cloud has to say about what is left in it. */
export interface LocalCloudContents {
  /** One line for each resource that a finished run should not leave; empty when there is none. */
  readonly left: readonly string[];
}

/** Asks what is left. Undefined: it has ended, and everything with it. */
export function localCloudContents(handle: LocalCloudHandle, clock: Clock): Promise<LocalCloudContents | undefined> {
  return control(handle, clock, 'GET', 'left');
}

/** Ends a local cloud and waits until its machines and files are gone; one that has ended already is fine. */
export async function stopLocalCloudHost(handle: LocalCloudHandle, clock: Clock): Promise<void> {
  await control(handle, clock, 'POST', 'stop');
}

/** Where the machine of an instance can be reached; undefined as long as it can't be. */
export async function locateMachine(
  { endpoint }: LocalCloudHandle,
  instanceId: string,
  signal: AbortSignal,
): Promise<{ readonly host: string; readonly port: number } | undefined> {
  const response = await fetch(`${endpoint}/_bake-ami/machines`, { signal });
  const machines: unknown = await response.json();
  if (!Array.isArray(machines)) return undefined;
  const machine: unknown = machines.find((each: unknown) => isRecord(each) && each['instanceId'] === instanceId);
  if (!isRecord(machine)) return undefined;
  const { address: host, sshPort: port } = machine;
  return typeof host === 'string' && typeof port === 'number' ? { host, port } : undefined;
}

async function control(
  { control: { url, token } }: LocalCloudHandle,
  clock: Clock,
  method: string,
  command: string,
): Promise<LocalCloudContents | undefined> {
  let response: Response;
  try {
    response = await withDeadline(clock, STOP_MS, tooSlowToAnswer, undefined, (signal) =>
      fetch(`${url}/${command}`, { method, headers: { authorization: `Bearer ${token}` }, signal }),
    );
  } catch (cause) {
    if (isRefused(cause)) return undefined;
    throw new BakeError(`The local cloud at ${url} does not answer`, {
      code: 'local-cloud-silent',
      category: 'left-behind',
      hint: `It ends by itself ${LIFETIME} after its start.`,
      cause,
    });
  }
  const body: unknown = await response.json();
  const left = isRecord(body) ? body['left'] : undefined;
  if (!response.ok || !Array.isArray(left)) {
    throw new BakeError(`The local cloud at ${url} refused to ${command}`, {
      code: 'local-cloud-refused',
      category: 'internal',
    });
  }
  return { left: left.map(String) };
}

/** Nobody listens there any more. */
function isRefused(error: unknown): boolean {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  const code = errorCode(cause);
  return code === 'ECONNREFUSED' || code === 'ECONNRESET';
}

/** Waits for the one line in which a local cloud says where it is. */
async function firstHandle(
  child: ChildProcess,
  signal: AbortSignal,
  directory: RunDirectory,
): Promise<LocalCloudHandle> {
  const settled = new AbortController();
  try {
    return await new Promise<LocalCloudHandle>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { signal: settled.signal });
      if (signal.aborted) reject(signal.reason);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`It ended with status ${code}`)));
      let text = '';
      child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const end = text.indexOf('\n');
        if (end < 0) return;
        const handle = parseHandle(text.slice(0, end));
        if (handle === undefined) reject(new Error('It said something else than where it is'));
        else resolve(handle);
      });
    });
  } catch (cause) {
    child.kill();
    throw notStarted(cause, directory);
  } finally {
    settled.abort();
  }
}

function parseHandle(text: string): LocalCloudHandle | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isLocalCloudHandle(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function tooSlowToAnswer(): Error {
  return new Error(`No answer within ${STOP_MS / 1_000} seconds`);
}

function tooSlow(): Error {
  return new Error(`It did not say where it is within ${START_MS / 1_000} seconds`);
}

function notStarted(cause: unknown, { localCloudLog }: RunDirectory): BakeError {
  const said = readFileSync(localCloudLog, 'utf8').trim().split('\n').slice(-5).join('\n');
  const reason = said === '' ? errorMessage(cause) : said;
  return new BakeError(`The local cloud could not be started: ${reason}`, {
    code: 'local-cloud-not-started',
    category: 'cloud',
    hint: 'It needs Linux, and root or sudo without a password, since it runs machines in namespaces.',
    cause,
  });
}
