import { rmdirSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { connectStream } from './channel.ts';
import { copySkeleton, firstExisting, list, makeDirectory, readFile, remove, writeFile } from './files.ts';
import { quiesce, resizeTerminal, signalProcess, spawnProcess } from './processes.ts';
import { AGENT_PID_FILE, type GuestMessage, type GuestRequest, lineReader, OLD_ROOT } from './protocol.ts';

/** The control channel is file descriptor 3, inherited from the host through every program in between. */
const CONTROL_DESCRIPTOR = 3;

/** A request line may carry a file's content; nothing that cloud-init plants comes near this. */
const LONGEST_REQUEST = 64 * 1024 * 1024;

/** Serves the host until the control channel ends, which happens when the host's process dies. */
export function runAgent(): void {
  process.umask(0o022);
  const control = new Socket({ fd: CONTROL_DESCRIPTOR, readable: true, writable: true });
  const send = (message: GuestMessage): void => {
    control.write(`${JSON.stringify(message)}\n`);
  };
  const answer = async (line: string): Promise<void> => {
    const { id, ...request } = JSON.parse(line) as GuestRequest & { readonly id: number };
    try {
      send({ type: 'answer', id, result: (await perform(request, send)) ?? null });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      const code = 'code' in error && typeof error.code === 'string' ? error.code : 'EIO';
      send({ type: 'refusal', id, code, message: error.message });
    }
  };
  const read = lineReader(LONGEST_REQUEST, (line) => void answer(line));
  control.setEncoding('utf8');
  control.on('data', (chunk: string) => read(chunk));
  control.on('error', () => process.exit(1));
  control.on('close', () => process.exit(0));
  // The stand-ins for poweroff and reboot send these (only root can): the letters of busybox's init.
  process.on('SIGUSR2', () => send({ type: 'power', action: 'off' }));
  process.on('SIGTERM', () => send({ type: 'power', action: 'reboot' }));
  process.on('SIGHUP', () => undefined);
  writeFileSync(AGENT_PID_FILE, `${process.pid}\n`, { mode: 0o644 });
  rmdirSync(OLD_ROOT);
  send({ type: 'hello' });
}

async function perform(request: GuestRequest, send: (message: GuestMessage) => void): Promise<unknown> {
  switch (request.op) {
    case 'read-file':
      return readFile(request.path, request.limit);
    case 'write-file':
      return writeFile(request);
    case 'make-directory':
      return makeDirectory(request);
    case 'list':
      return list(request.path);
    case 'remove':
      return remove(request.path);
    case 'copy-skeleton':
      return copySkeleton(request.path, request.uid, request.gid);
    case 'first-existing':
      return firstExisting(request.paths);
    case 'spawn':
      return spawnProcess(request, (exit) => send({ type: 'exit', process: request.process, ...exit }));
    case 'signal':
      return signalProcess(request.process, request.signal);
    case 'resize':
      return resizeTerminal(request.process, request.rows, request.columns);
    case 'connect':
      return forward(request.host, request.port, request.token);
    case 'quiesce':
      return quiesce(request.patienceMs);
  }
}

/** Connects to a service inside the machine and ties that connection to a stream of the host's. */
async function forward(host: string, port: number, token: string): Promise<void> {
  const service = new Socket({ allowHalfOpen: true });
  await new Promise<void>((resolve, reject) => {
    service.once('error', reject);
    service.connect(port, host, () => {
      service.off('error', reject);
      resolve();
    });
  });
  const stream = await connectStream(token, 0);
  const end = (): void => {
    service.destroy();
    stream.destroy();
  };
  service.on('error', end);
  stream.on('error', end);
  service.pipe(stream);
  stream.pipe(service);
}
