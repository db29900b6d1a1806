import { finished } from 'node:stream';
import type { PseudoTtyInfo, ServerChannel, Session } from 'ssh2';
import { errorMessage } from '../../../kernel/error-message.ts';
import { shellWord } from '../../../kernel/posix-shell.ts';
import { GUEST_TOOLS } from '../guest/protocol.ts';
import type { GuestProcess } from '../guest-link.ts';
import { loginEnvironment, spawnAs } from '../login.ts';
import type { LoggedIn, SshGuest } from './server.ts';

/** Where distributions keep OpenSSH's server of the SFTP subsystem. */
const SFTP_SERVERS = [
  '/usr/lib/openssh/sftp-server',
  '/usr/libexec/openssh/sftp-server',
  '/usr/lib/ssh/sftp-server',
  '/usr/libexec/sftp-server',
];

/** Names that clients may set; sshd's AcceptEnv on Debian is `LANG LC_*`, ours also lets TERM-like settings through. */
const ACCEPTED_ENVIRONMENT = /^(?:LANG|LC_\w+|COLORTERM|NO_COLOR|TZ)$/;

interface Terminal {
  readonly term: string;
  readonly rows: number;
  readonly columns: number;
}

/** One session channel (RFC 4254 section 6): requests that prepare it, then one program with its streams and its end. */
export function serveSession(session: Session, who: LoggedIn, guest: SshGuest): void {
  const asked: Record<string, string> = {};
  let terminal: Terminal | undefined;
  let running: GuestProcess | undefined;

  const start = (channel: ServerChannel, command: string | undefined, subsystem: boolean): void => {
    run(channel, who, guest, { command, subsystem, terminal: subsystem ? undefined : terminal, asked }).then(
      (process) => {
        running = process;
      },
      (error: unknown) => {
        channel.stderr.write(`${errorMessage(error)}\n`);
        channel.exit(127);
        channel.end();
      },
    );
  };

  session.on('env', (accept, reject, { key, val }) => {
    if (!ACCEPTED_ENVIRONMENT.test(key)) return reject?.();
    asked[key] = val;
    accept?.();
  });
  session.on('pty', (accept, reject, info) => {
    if (!who.key.terminal) return reject?.();
    terminal = { term: termOf(info), rows: info.rows, columns: info.cols };
    accept?.();
  });
  session.on('window-change', (accept, _reject, { rows, cols }) => {
    running?.resize(rows, cols);
    accept?.();
  });
  session.on('signal', (accept, _reject, { name }) => {
    running?.signal(name.replace(/^SIG/, ''));
    accept?.();
  });
  session.on('exec', (accept, _reject, { command }) => start(accept(), command, false));
  session.on('shell', (accept) => start(accept(), undefined, false));
  session.on('subsystem', (accept, reject, { name }) => {
    if (name === 'sftp') start(accept(), undefined, true);
    else reject();
  });
}

/** The type definitions leave out the terminal's name, which ssh2 hands over. */
function termOf(info: PseudoTtyInfo): string {
  const term = 'term' in info ? info.term : undefined;
  return typeof term === 'string' && term !== '' ? term : 'xterm';
}

interface Wanted {
  /** Undefined: a login shell, or the subsystem. */
  readonly command: string | undefined;
  readonly subsystem: boolean;
  readonly terminal: Terminal | undefined;
  readonly asked: Readonly<Record<string, string>>;
}

async function run(channel: ServerChannel, who: LoggedIn, guest: SshGuest, wanted: Wanted): Promise<GuestProcess> {
  const { login, key } = who;
  const env = { ...(await loginEnvironment(guest.files, login)), ...wanted.asked };
  env['SSH_CONNECTION'] = who.connection;
  const [clientAddress, clientPort, , serverPort] = who.connection.split(' ');
  env['SSH_CLIENT'] = `${clientAddress} ${clientPort} ${serverPort}`;
  if (key.command !== undefined && wanted.command !== undefined) env['SSH_ORIGINAL_COMMAND'] = wanted.command;
  const terminal = wanted.terminal;
  if (terminal !== undefined) env['TERM'] = terminal.term;
  const words = await argv(who, guest, wanted);
  const process = await spawnAs(guest, login, words, env);
  connect(channel, process, terminal !== undefined);
  return process;
}

async function argv({ login, key }: LoggedIn, guest: SshGuest, wanted: Wanted): Promise<readonly string[]> {
  const command = key.command ?? wanted.command;
  if (wanted.subsystem && key.command === undefined) {
    const server = await guest.files.firstExisting(SFTP_SERVERS);
    return server === undefined
      ? [...guest.tools.command('node'), `${GUEST_TOOLS}/guest.mjs`, 'sftp']
      : [login.shell, '-c', server];
  }
  const shell = command === undefined ? [login.shell, '-l'] : [login.shell, '-c', command];
  if (wanted.terminal === undefined) return shell;
  // Node can't make a terminal; script(1) is part of util-linux. Without it the program runs without one.
  const script = await guest.files.firstExisting(['/usr/bin/script', '/bin/script']);
  if (script === undefined) return shell;
  const { rows, columns } = wanted.terminal;
  const line = `stty rows ${rows} cols ${columns} 2>/dev/null; exec ${shell.map(shellWord).join(' ')}`;
  return [script, '-qefc', line, '/dev/null'];
}

/** Ties a program's streams to the channel; the channel ends when the program has, and all that it wrote is sent. */
function connect(channel: ServerChannel, process: GuestProcess, terminal: boolean): void {
  channel.on('error', () => undefined);
  for (const stream of [process.stdin, process.stdout, process.stderr]) stream.on('error', () => undefined);
  channel.pipe(process.stdin);
  process.stdout.pipe(channel, { end: false });
  process.stderr.pipe(channel.stderr, { end: false });
  let over = false;
  channel.on('close', () => {
    over = true;
    // Whoever hangs up a terminal ends what runs in it; without one, programs notice when they write.
    if (terminal) process.signal('HUP');
    for (const stream of [process.stdin, process.stdout, process.stderr]) stream.destroy();
  });
  const drained = [process.stdout, process.stderr].map(
    (stream) => new Promise<void>((resolve) => finished(stream, { writable: false }, () => resolve())),
  );
  void Promise.all([process.exit, ...drained]).then(([{ code, signal }]) => {
    process.stdin.destroy();
    if (over) return;
    if (code !== null) channel.exit(code);
    else if (signal !== null) channel.exit(signal.replace(/^SIG/, ''), false, '');
    channel.end();
  });
}
