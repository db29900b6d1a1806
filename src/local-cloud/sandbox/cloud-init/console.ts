import { createHash } from 'node:crypto';
import type { Clock } from '../../../kernel/clock.ts';

/** EC2 keeps the last 64 KiB of a serial console. */
const KEPT = 64 * 1024;

/** The text of a machine's serial console. */
export class SerialConsole {
  #text = '';
  readonly #clock: Clock;
  #bootedAt: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#bootedAt = clock.monotonic();
  }

  text(): string {
    return this.#text.slice(-KEPT);
  }

  /** Seconds since the machine was switched on. */
  uptime(): string {
    return ((this.#clock.monotonic() - this.#bootedAt) / 1_000).toFixed(2);
  }

  /** Starts counting the seconds anew; what was printed before stays. */
  switchedOn(): void {
    this.#bootedAt = this.#clock.monotonic();
  }

  /** Adds lines, ended as a terminal ends them. */
  print(...lines: readonly string[]): void {
    const text = lines.map((line) => `${line.replaceAll(/\r?\n/g, '\r\n')}\r\n`).join('');
    this.#text += text;
    // Not at every line: a machine may print millions.
    if (this.#text.length > 2 * KEPT) this.#text = this.#text.slice(-KEPT);
  }

  /** A line of a service, with the kernel's time stamp before it. */
  stamped(line: string): void {
    this.print(`[${this.uptime().padStart(12)}] ${line}`);
  }

  /** RFC 5322 date in UTC, as cloud-init writes it. */
  date(): string {
    return new Date(this.#clock.now()).toUTCString().replace('GMT', '+0000');
  }

  /** The start of a line that went through logger(1): priority and time. */
  #logged(): string {
    const now = new Date(this.#clock.now()).toUTCString();
    const [, day = '', month = '', , time = ''] = now.split(' ');
    return `<14>${month} ${String(Number(day)).padStart(2)} ${time}`;
  }

  /**
   * The host keys as cloud-init prints them (its `write-ssh-key-fingerprints`): fingerprints by way of logger(1), and
   * then the keys themselves as they are.
   */
  printHostKeys(publicKeys: readonly string[]): void {
    const line = (text: string): string => `${this.#logged()} cloud-init: ${text}`;
    this.print(
      line('#############################################################'),
      line('-----BEGIN SSH HOST KEY FINGERPRINTS-----'),
      ...publicKeys.map((key) => line(fingerprintLine(key))),
      line('-----END SSH HOST KEY FINGERPRINTS-----'),
      line('#############################################################'),
      '-----BEGIN SSH HOST KEY KEYS-----',
      ...publicKeys,
      '-----END SSH HOST KEY KEYS-----',
    );
  }

  /** The table that cloud-init shows of a user's keys. */
  printAuthorizedKeys(user: string, file: string, keys: readonly string[]): void {
    if (keys.length === 0) {
      this.print(`ci-info: no authorized SSH keys fingerprints found for user ${user}.`);
      return;
    }
    const rows = [
      ['Keytype', 'Fingerprint (sha256)', 'Options', 'Comment'],
      ...keys.map((key) => {
        const [type = '', blob = '', ...comment] = key.trim().split(/\s+/);
        return [type, colons(blob), '-', comment.join(' ') || '-'];
      }),
    ];
    const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const rule = `ci-info: +${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
    const body = rows.map(
      (row) => `ci-info: |${row.map((cell, column) => ` ${centred(cell, widths[column] ?? 0)} `).join('|')}|`,
    );
    const title = `Authorized keys from ${file} for user ${user}`;
    const [head = '', ...rest] = body;
    this.print(`ci-info: ${padded(title, rule.length - 'ci-info: '.length)}`, rule, head, rule, ...rest, rule);
  }
}

/** What `ssh-keygen -l` prints of an OpenSSH public key. */
function fingerprintLine(publicKey: string): string {
  const [type = '', blob = '', ...comment] = publicKey.trim().split(/\s+/);
  const kind = type
    .replace(/^ssh-/, '')
    .replace(/^ecdsa-.*/, 'ecdsa')
    .toUpperCase();
  const bits =
    kind === 'ED25519' || kind === 'ECDSA' ? 256 : Math.max(0, (Buffer.from(blob, 'base64').length - 22) * 8);
  return `${bits} ${fingerprint(publicKey)} ${comment.join(' ') || 'no comment'} (${kind})`;
}

/** `SHA256:` and the digest of the key's blob in base64 without padding (RFC 4648), as OpenSSH shows it. */
export function fingerprint(publicKey: string): string {
  const blob = Buffer.from(publicKey.trim().split(/\s+/)[1] ?? '', 'base64');
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}

function colons(blob: string): string {
  const digest = createHash('sha256').update(Buffer.from(blob, 'base64')).digest('hex');
  return digest.replaceAll(/(..)(?=.)/g, '$1:');
}

function centred(text: string, width: number): string {
  const before = Math.floor((width - text.length) / 2);
  return text.padStart(text.length + Math.max(0, before)).padEnd(width);
}

function padded(title: string, width: number): string {
  const before = Math.max(0, Math.floor((width - title.length) / 2));
  return ('+'.repeat(before) + title).padEnd(width, '+');
}
