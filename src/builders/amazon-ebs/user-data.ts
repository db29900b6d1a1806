import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Ids } from '../../kernel/ids.ts';
import type { Site } from './site.ts';
import type { SourceImage } from './steps/find-source-image.ts';

/** What is sent as user data. */
export interface UserData {
  /** Raw bytes; undefined: none. */
  readonly bytes: Buffer | undefined;
  /** Why our host key could not be put into it; undefined: it is in, or there is none. */
  readonly unplanted: Obstacle | undefined;
}

/** What keeps our host key out of the user data. */
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

/** The template's user data; as in Packer, what happens to be base64 is taken to be encoded already. */
export async function readUserData({ options, context }: Site): Promise<Buffer | undefined> {
  if (options.user_data_file) {
    return decoded(await readFile(resolve(context.workingDirectory, options.user_data_file)));
  }
  return options.user_data ? decoded(Buffer.from(options.user_data)) : undefined;
}

function decoded(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').trim();
  const isBase64 = text.length > 0 && text.length % 4 === 0 && /^[A-Za-z0-9+/\r\n]+={0,2}$/.test(text);
  return isBase64 ? Buffer.from(text, 'base64') : bytes;
}

/** The image takes no cloud-init, whatever its user data are. */
export function obstacleIn({ Platform, PlatformDetails }: SourceImage): Obstacle | undefined {
  const isWindows = /^windows/i.test(Platform ?? PlatformDetails ?? '');
  return isWindows ? { why: 'the image is Windows', provable: false } : undefined;
}

/**
 * Adds our `#cloud-config` (the host key) to the template's user data, which stays as it is, byte for byte, as a part of
 * its own. The template's comes first: where both set the same key, cloud-init takes the first.
 */
export function withHostKey(template: Buffer | undefined, cloudConfig: string, ids: Ids): UserData {
  if (template === undefined || template.length === 0) {
    return { bytes: Buffer.from(cloudConfig), unplanted: undefined };
  }
  const unplanted = obstacle(template);
  if (unplanted !== undefined) return { bytes: template, unplanted };
  const merged = multipart(template, cloudConfig, `bake-ami-${ids.token(24)}`);
  if (merged.length > LONGEST) {
    return {
      bytes: template,
      unplanted: { why: `the user data is ${template.length} bytes long already`, provable: true },
    };
  }
  return { bytes: merged, unplanted: undefined };
}

/** Why this user data can't be a part beside another one. */
function obstacle(template: Buffer): Obstacle | undefined {
  const text = template.toString('utf8').trimStart();
  if (/^<(powershell|script)>/i.test(text)) return { why: 'the user data is for Windows', provable: false };
  if (text.startsWith('{')) return { why: 'the user data is JSON, as Ignition takes it', provable: false };
  if (template[0] === 0x1f && template[1] === 0x8b) return { why: 'the user data is compressed', provable: true };
  if (/^ssh_keys:/m.test(text)) return { why: 'the user data sets host keys itself (ssh_keys)', provable: true };
  if (CLOUD_INIT.test(text) || MIME.test(text)) return undefined;
  return { why: 'the user data is nothing that cloud-init understands', provable: true };
}

/** A MIME multipart document (RFC 2046, section 5.1), as cloud-init takes it. */
function multipart(template: Buffer, cloudConfig: string, boundary: string): Buffer {
  const text = template.toString('latin1');
  // A MIME document can stand inside another one as it is; other text is typed by its first line, in base64 so that
  // nothing on the way changes a byte.
  const templatePart = MIME.test(text.trimStart())
    ? [text]
    : [
        'Content-Type: text/plain; charset="utf-8"',
        'Content-Transfer-Encoding: base64',
        '',
        template.toString('base64').replace(/.{76}/g, '$&\n'),
      ];
  const lines = [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    'MIME-Version: 1.0',
    '',
    `--${boundary}`,
    ...templatePart,
    `--${boundary}`,
    'Content-Type: text/cloud-config; charset="utf-8"',
    '',
    cloudConfig,
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\n'), 'latin1');
}
