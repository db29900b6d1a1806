import ssh2 from 'ssh2';

/** One line of an authorized_keys file (sshd(8), "AUTHORIZED_KEYS FILE FORMAT"), as far as its options are understood. */
export interface AuthorizedKey {
  /** The key in SSH's wire format. */
  readonly blob: Buffer;
  readonly verify: (data: Buffer, signature: Buffer, hash: string | undefined) => boolean;
  /** Runs in place of what the client asks for. */
  readonly command: string | undefined;
  readonly terminal: boolean;
  readonly forwarding: boolean;
}

/** Reads all usable lines. A key with a restriction that is not understood is left out: never less strict than sshd. */
export function readAuthorizedKeys(text: string): readonly AuthorizedKey[] {
  return text.split('\n').flatMap((line) => {
    const key = readLine(line.trim());
    return key === undefined ? [] : [key];
  });
}

function readLine(line: string): AuthorizedKey | undefined {
  if (line === '' || line.startsWith('#')) return undefined;
  const bare = /^(?:ssh-|ecdsa-|sk-)/.test(line);
  // The rest takes whatever there is, so that no line, however long its white space, is read more than once.
  const match = bare ? null : /^((?:[^\s"]|"(?:[^"\\]|\\.)*")+)\s+([\s\S]*)$/.exec(line);
  const [, options = '', rest = line] = match ?? [];
  if (!bare && match === null) return undefined;
  const parsed = ssh2.utils.parseKey(rest);
  if (parsed instanceof Error) return undefined;
  let command: string | undefined;
  let terminal = true;
  let forwarding = true;
  for (const option of options.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? []) {
    const [name = '', ...value] = option.split('=');
    switch (name.toLowerCase()) {
      case 'command':
        command = value.join('=').replace(/^"|"$/g, '').replaceAll('\\"', '"');
        break;
      case 'restrict':
        terminal = false;
        forwarding = false;
        break;
      case 'no-pty':
        terminal = false;
        break;
      case 'pty':
        terminal = true;
        break;
      case 'no-port-forwarding':
        forwarding = false;
        break;
      case 'port-forwarding':
        forwarding = true;
        break;
      // None of these is offered by this server, or it changes nothing here.
      case 'no-agent-forwarding':
      case 'agent-forwarding':
      case 'no-x11-forwarding':
      case 'x11-forwarding':
      case 'no-user-rc':
      case 'user-rc':
      case 'no-touch-required':
        break;
      default:
        return undefined;
    }
  }
  return {
    blob: parsed.getPublicSSH(),
    verify: (data, signature, hash) => parsed.verify(data, signature, hash) === true,
    command,
    terminal,
    forwarding,
  };
}
