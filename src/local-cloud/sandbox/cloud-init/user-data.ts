import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { errorMessage } from '../../../kernel/error-message.ts';

/** What the parts of an instance's user data ask for, as far as this subset of cloud-init goes. */
export interface UserData {
  /** `#cloud-boothook` scripts: run at every boot, early. */
  readonly bootHooks: readonly string[];
  /** `#!` scripts, run as root at the first boot, in their order. */
  readonly scripts: readonly string[];
  readonly config: CloudConfig;
  /** For the console: what was not understood or is left out. */
  readonly notes: readonly string[];
}

/** The supported keys of `#cloud-config` (cloud-init's module reference). */
export interface CloudConfig {
  readonly hostKeys: { readonly private?: string; readonly public?: string };
  readonly deleteHostKeys: boolean;
  readonly authorizedKeys: readonly string[];
  readonly disableRoot: boolean;
  readonly writeFiles: readonly PlannedFile[];
  /** Each is a command line for sh, or the words of a command. */
  readonly runCommands: readonly (string | readonly string[])[];
}

export interface PlannedFile {
  readonly path: string;
  readonly content: Buffer;
  readonly mode: number;
  /** `user` or `user:group`. */
  readonly owner: string;
  readonly append: boolean;
  /** Written after everything else. */
  readonly deferred: boolean;
}

/** A limit of EC2 is 16 KiB; unpacked parts may be larger, but not without end. */
const LARGEST = 16 * 1024 * 1024;

const SUPPORTED = [
  'ssh_keys',
  'ssh_deletekeys',
  'ssh_authorized_keys',
  'disable_root',
  'write_files',
  'runcmd',
  'output',
  'merge_how',
];

/** Reads user data: plain or gzip, one document or MIME multipart. Never throws: cloud-init boots all the same. */
export function readUserData(raw: Buffer | undefined): UserData {
  const scripts: string[] = [];
  const bootHooks: string[] = [];
  const notes: string[] = [];
  let config: Readonly<Record<string, unknown>> = {};
  for (const part of raw === undefined ? [] : parts(unpacked(raw), notes)) {
    const kind = kindOf(part);
    if (kind === 'script') scripts.push(part.body.toString('utf8'));
    else if (kind === 'boot-hook') bootHooks.push(part.body.toString('utf8'));
    // cloud-init's default, `dict(replace)`: of the same key in several documents the last one counts, whole.
    else if (kind === 'cloud-config') config = { ...config, ...yamlObject(part.body.toString('utf8'), notes) };
    else if (part.body.length > 0) notes.push(`Unhandled non-multipart (${part.type}) userdata: ${excerpt(part.body)}`);
  }
  for (const key of Object.keys(config)) {
    if (!SUPPORTED.includes(key)) notes.push(`cloud-config key "${key}" is ignored in a sandbox machine`);
  }
  return { scripts, bootHooks, notes, config: cloudConfig(config) };
}

interface Part {
  readonly type: string;
  readonly body: Buffer;
}

function unpacked(raw: Buffer): Buffer {
  if (raw[0] !== 0x1f || raw[1] !== 0x8b) return raw;
  try {
    return gunzipSync(raw, { maxOutputLength: LARGEST });
  } catch {
    return raw;
  }
}

/** RFC 2045 and 2046, as far as user data is made of: nested multiparts, base64 and quoted-printable bodies. */
function parts(raw: Buffer, notes: string[], depth = 0): readonly Part[] {
  const text = raw.toString('latin1');
  const header = /^(?:From [^\n]*\n)?((?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+)\r?\n/.exec(text);
  const fields = header === null ? new Map<string, string>() : headerFields(header[1] ?? '');
  const type = fields.get('content-type');
  if (header === null || type === undefined) return [{ type: 'text/plain', body: raw }];
  const content = text.slice(header[0].length);
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(type)?.[1];
  if (!/^multipart\//i.test(type) || boundary === undefined) {
    const encoding = (fields.get('content-transfer-encoding') ?? '7bit').toLowerCase();
    return [{ type: type.split(';')[0]?.trim().toLowerCase() ?? '', body: unpacked(decoded(content, encoding)) }];
  }
  if (depth > 3) {
    notes.push('Multipart user data is nested too deeply');
    return [];
  }
  return content
    .split(new RegExp(`(?:^|\\r?\\n)--${escaped(boundary)}(?:--)?[ \\t]*(?:\\r?\\n|$)`))
    .slice(1)
    .filter((part) => part.trim() !== '')
    .flatMap((part) =>
      parts(Buffer.from(/^\r?\n/.test(part) ? `Content-Type: text/plain\n${part}` : part, 'latin1'), notes, depth + 1),
    );
}

function headerFields(header: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of header.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

function decoded(content: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(content, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(content, 'latin1');
  const text = content
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** By its first line, as cloud-init does for all but the types that say everything. */
function kindOf(part: Part): 'script' | 'boot-hook' | 'cloud-config' | 'unknown' {
  const start = part.body.subarray(0, 200).toString('latin1').trimStart();
  if (start.startsWith('#!')) return 'script';
  if (start.startsWith('#cloud-boothook')) return 'boot-hook';
  if (start.startsWith('#cloud-config') || part.type === 'text/cloud-config') return 'cloud-config';
  if (part.type === 'text/cloud-boothook') return 'boot-hook';
  return part.type === 'text/x-shellscript' ? 'script' : 'unknown';
}

function excerpt(body: Buffer): string {
  return `'${body
    .subarray(0, 24)
    .toString('latin1')
    .replaceAll(/[^ -~]/g, '.')}...'`;
}

function yamlObject(text: string, notes: string[]): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(text);
    return isObject(value) ? value : {};
  } catch (error) {
    notes.push(`Failed loading yaml blob: ${errorMessage(error)}`);
    return {};
  }
}

function cloudConfig(config: Readonly<Record<string, unknown>>): CloudConfig {
  const keys = isObject(config['ssh_keys']) ? config['ssh_keys'] : {};
  const [privateKey, publicKey] = [keys['ed25519_private'], keys['ed25519_public']];
  return {
    hostKeys: {
      ...(typeof privateKey === 'string' ? { private: privateKey } : {}),
      ...(typeof publicKey === 'string' ? { public: publicKey } : {}),
    },
    deleteHostKeys: config['ssh_deletekeys'] !== false,
    authorizedKeys: list(config['ssh_authorized_keys']).filter((key) => typeof key === 'string'),
    disableRoot: config['disable_root'] !== false,
    writeFiles: list(config['write_files']).flatMap(plannedFile),
    runCommands: list(config['runcmd']).flatMap((command): readonly (string | readonly string[])[] => {
      if (typeof command === 'string') return [command];
      return Array.isArray(command) ? [command.map(String)] : [];
    }),
  };
}

function plannedFile(entry: unknown): readonly PlannedFile[] {
  if (!isObject(entry) || typeof entry['path'] !== 'string') return [];
  const content = typeof entry['content'] === 'string' ? entry['content'] : '';
  const encodings = (typeof entry['encoding'] === 'string' ? entry['encoding'] : '').toLowerCase();
  let bytes: Buffer = /b64|base64/.test(encodings) ? Buffer.from(content, 'base64') : Buffer.from(content, 'utf8');
  if (/gz|gzip/.test(encodings)) bytes = unpacked(bytes);
  const permissions = entry['permissions'];
  const mode =
    typeof permissions === 'number'
      ? permissions
      : typeof permissions === 'string'
        ? Number.parseInt(permissions, 8)
        : 0o644;
  return [
    {
      path: entry['path'],
      content: bytes,
      mode: Number.isInteger(mode) ? mode & 0o7777 : 0o644,
      owner: typeof entry['owner'] === 'string' ? entry['owner'] : 'root:root',
      append: entry['append'] === true,
      deferred: entry['defer'] === true,
    },
  ];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
