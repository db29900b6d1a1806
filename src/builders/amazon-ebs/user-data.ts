import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isWindows } from '../../aws/windows.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Site } from './site.ts';
import type { SourceImage } from './steps/find-source-image.ts';

/** What we add to the user data; undefined: nothing of that kind. */
export interface Planted {
  /** `#cloud-config` with the host key. */
  readonly hostKey: string | undefined;
  /** `#cloud-boothook` with the dead-man's switch. */
  readonly bootHook: string | undefined;
}

/** What is sent as user data. */
export interface UserData {
  /** Raw bytes; undefined: none. */
  readonly bytes: Buffer | undefined;
  /** Why each of ours could not be put into it; undefined: it is in, or there is none. */
  readonly unplanted: { readonly hostKey: Obstacle | undefined; readonly bootHook: Obstacle | undefined };
}

/** What keeps ours out of the user data. */
export interface Obstacle {
  /** `the user data is for Windows` */
  readonly why: string;
  /** Whether the machine runs cloud-init, whose console output proves the machine's own key. */
  readonly provable: boolean;
}

/** EC2's limit for user data before it is base64-encoded, in bytes. */
const LONGEST = 16_384;

/** What cloud-init understands, by the first line (cloud-init documentation, "User data formats"). */
const CLOUD_INIT =
  /^(#!|#cloud-config\b|#include\b|#include-once\b|#cloud-boothook\b|#part-handler\b|## template: jinja)/;
const MIME = /^(content-type:\s*multipart\/|mime-version:)/i;

/** The template's user data; as in Packer, what happens to be base64 (in lines, too) is taken to be encoded already. */
export async function readUserData({ options, context }: Site): Promise<Buffer | undefined> {
  if (options.user_data_file) {
    return decoded(await readFile(resolve(context.workingDirectory, options.user_data_file)));
  }
  return options.user_data ? decoded(Buffer.from(options.user_data)) : undefined;
}

function decoded(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/[\r\n]/g, '');
  const isBase64 = text.length > 0 && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
  return isBase64 ? Buffer.from(text, 'base64') : bytes;
}

/** The image takes no cloud-init, whatever its user data are. */
export function obstacleIn(image: SourceImage): Obstacle | undefined {
  return isWindows(image) ? { why: 'the image is Windows', provable: false } : undefined;
}

/**
 * Adds ours to the template's user data, which stays as it is, byte for byte, as a part of its own. The template's comes
 * last: where both set the same key of `#cloud-config`, cloud-init takes the later value (its handler of that format
 * merges by `dict(replace)+list()+str()`).
 */
export function withPlanted(template: Buffer | undefined, planted: Planted, ids: Ids): UserData {
  const none = { hostKey: undefined, bootHook: undefined };
  const isEmpty = template === undefined || template.length === 0;
  const inAll = isEmpty ? undefined : obstacle(template);
  const keys = isEmpty ? undefined : hostKeyObstacle(template);
  const wanted: Planted =
    inAll === undefined ? { ...planted, ...(keys === undefined ? {} : { hostKey: undefined }) } : none;
  const blocked = {
    hostKey: planted.hostKey === undefined ? undefined : (inAll ?? keys),
    bootHook: planted.bootHook === undefined ? undefined : inAll,
  };
  // With too little room, the host key goes before the switch.
  for (const parts of [wanted, { ...wanted, bootHook: undefined }]) {
    const bytes = assembled(isEmpty ? undefined : template, parts, ids);
    if (bytes === undefined || bytes.length > LONGEST) continue;
    const isShort = parts.bootHook !== wanted.bootHook;
    return { bytes, unplanted: isShort ? { ...blocked, bootHook: tooLong(template) } : blocked };
  }
  const long = tooLong(template);
  return {
    bytes: template,
    unplanted: {
      hostKey: wanted.hostKey === undefined ? blocked.hostKey : long,
      bootHook: wanted.bootHook === undefined ? blocked.bootHook : long,
    },
  };
}

function tooLong(template: Buffer | undefined): Obstacle {
  return { why: `the user data is ${template?.length ?? 0} bytes long already`, provable: true };
}

/** One document: a single one stands alone, several become a MIME multipart. Undefined: there is none. */
function assembled(template: Buffer | undefined, { hostKey, bootHook }: Planted, ids: Ids): Buffer | undefined {
  const ours: readonly Part[] = [
    ...(hostKey === undefined ? [] : [{ type: 'text/cloud-config', text: hostKey }]),
    ...(bootHook === undefined ? [] : [{ type: 'text/cloud-boothook', text: bootHook }]),
  ];
  const [only] = ours;
  if (only === undefined) return template;
  if (template === undefined && ours.length === 1) return Buffer.from(only.text);
  return multipart(template, ours, `bake-ami-${ids.token(24)}`);
}

interface Part {
  readonly type: string;
  readonly text: string;
}

/** Why this user data can't be a part beside another one. */
function obstacle(template: Buffer): Obstacle | undefined {
  const text = template.toString('utf8').trimStart();
  if (/^<(powershell|script)>/i.test(text)) return { why: 'the user data is for Windows', provable: false };
  if (text.startsWith('{')) return { why: 'the user data is JSON, as Ignition takes it', provable: false };
  if (template[0] === 0x1f && template[1] === 0x8b) return { why: 'the user data is compressed', provable: true };
  if (CLOUD_INIT.test(text) || MIME.test(text)) return undefined;
  return { why: 'the user data is nothing that cloud-init understands', provable: true };
}

/** Why a host key can't be added although other things can. */
function hostKeyObstacle(template: Buffer): Obstacle | undefined {
  const setsKeys = /^ssh_keys:/m.test(template.toString('utf8'));
  return setsKeys ? { why: 'the user data sets host keys itself (ssh_keys)', provable: true } : undefined;
}

/** A MIME multipart document (RFC 2046, section 5.1), as cloud-init takes it. */
function multipart(template: Buffer | undefined, ours: readonly Part[], boundary: string): Buffer {
  const lines = [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    'MIME-Version: 1.0',
    '',
    ...ours.flatMap(({ type, text }) => [`--${boundary}`, `Content-Type: ${type}; charset="utf-8"`, '', text]),
    ...(template === undefined ? [] : [`--${boundary}`, ...templatePart(template)]),
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\n'), 'latin1');
}

/**
 * A MIME document can stand inside another one as it is; other text is typed by its first line, in base64 so that nothing
 * on the way changes a byte.
 */
function templatePart(template: Buffer): readonly string[] {
  const text = template.toString('latin1');
  if (MIME.test(text.trimStart())) return [text];
  return [
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    template.toString('base64').replace(/.{76}/g, '$&\n'),
  ];
}
