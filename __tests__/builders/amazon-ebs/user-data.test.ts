import { describe, expect, it } from '@jest/globals';
import { type UserData, withHostKey } from '../../../src/builders/amazon-ebs/user-data.ts';
import { countingIds } from '../../support/local-cloud.ts';

const CLOUD_CONFIG = '#cloud-config\nssh_keys:\n  ed25519_private: |\n    secret\n';

function planted(template: string | Buffer | undefined): UserData {
  const bytes = template === undefined ? undefined : Buffer.from(template);
  return withHostKey(bytes, CLOUD_CONFIG, countingIds());
}

/** The parts of a MIME multipart document, one level deep: headers and decoded bodies. */
function parts(document: Buffer | undefined): { type: string; body: string }[] {
  const text = document?.toString('latin1') ?? '';
  const boundary = /^Content-Type: multipart\/mixed; boundary="([^"]+)"/.exec(text)?.[1];
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', ...rest] = part.replace(/^\n/, '').split('\n\n');
      const body = rest.join('\n\n').replace(/\n$/, '');
      const isBase64 = /^Content-Transfer-Encoding: base64$/m.test(head);
      return {
        type: /^Content-Type: ([^;\n]+)/im.exec(head)?.[1] ?? '',
        body: isBase64 ? Buffer.from(body, 'base64').toString('latin1') : body,
      };
    });
}

describe('user data with our host key', () => {
  it('is our cloud-config alone where the template has none', () => {
    expect(planted(undefined)).toEqual({ bytes: Buffer.from(CLOUD_CONFIG), unplanted: undefined });
    expect(planted('').bytes?.toString()).toBe(CLOUD_CONFIG);
  });

  it.each([
    ['a script', '#!/bin/bash\necho "grün" ü\r\n\r\n--\n'],
    ['cloud-config', '#cloud-config\npackages: [nginx]\n'],
    ['a long text', `#cloud-config\n# ${'x'.repeat(500)}\n`],
    ['a Jinja template', '## template: jinja\n#cloud-config\nhostname: {{ v1.instance_id }}\n'],
    ['an include', '#include\nhttps://example.com/init\n'],
  ])("keeps the template's own, byte for byte, in front of it: %s", (_, template) => {
    const { bytes, unplanted } = planted(template);
    expect(unplanted).toBeUndefined();
    const [first, second, ...more] = parts(bytes);
    expect(Buffer.from(first?.body ?? '', 'latin1').equals(Buffer.from(template))).toBe(true);
    expect(first?.type).toBe('text/plain');
    expect(second).toEqual({ type: 'text/cloud-config', body: CLOUD_CONFIG });
    expect(more).toEqual([]);
  });

  it('takes a MIME document in as it is', () => {
    const template =
      'Content-Type: multipart/mixed; boundary="x"\nMIME-Version: 1.0\n\n--x\nContent-Type: text/x-shellscript\n\n#!/bin/sh\n--x--\n';
    const { bytes } = planted(template);
    expect(bytes?.toString()).toContain(`\n${template}`);
    expect(parts(bytes).at(-1)).toEqual({ type: 'text/cloud-config', body: CLOUD_CONFIG });
  });

  it.each([
    ['<powershell>Get-Date</powershell>', 'the user data is for Windows', false],
    ['{"ignition": {"version": "3.4.0"}}', 'the user data is JSON, as Ignition takes it', false],
    [Buffer.from([0x1f, 0x8b, 8, 0]), 'the user data is compressed', true],
    ['#cloud-config\nssh_keys:\n  rsa_private: x\n', 'the user data sets host keys itself (ssh_keys)', true],
    ['variant: flatcar\n', 'the user data is nothing that cloud-init understands', true],
    [`#!/bin/sh\n# ${'x'.repeat(16_000)}`, 'the user data is 16012 bytes long already', true],
  ])('leaves alone what nothing can be added to: %j', (template, why, provable) => {
    expect(planted(template)).toEqual({ bytes: Buffer.from(template), unplanted: { why, provable } });
  });
});
