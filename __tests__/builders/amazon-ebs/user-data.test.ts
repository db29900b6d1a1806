import { describe, expect, it } from '@jest/globals';
import { type UserData, withPlanted } from '../../../src/builders/amazon-ebs/user-data.ts';
import { countingIds } from '../../support/local-cloud.ts';

const CLOUD_CONFIG = '#cloud-config\nssh_keys:\n  ed25519_private: |\n    secret\n';

function planted(template: string | Buffer | undefined): UserData {
  const bytes = template === undefined ? undefined : Buffer.from(template);
  return withPlanted(bytes, { hostKey: CLOUD_CONFIG, bootHook: undefined }, countingIds());
}

const NOTHING = { hostKey: undefined, bootHook: undefined };

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
    expect(planted(undefined)).toEqual({ bytes: Buffer.from(CLOUD_CONFIG), unplanted: NOTHING });
    expect(planted('').bytes?.toString()).toBe(CLOUD_CONFIG);
  });

  it.each([
    ['a script', '#!/bin/bash\necho "grün" ü\r\n\r\n--\n'],
    ['cloud-config', '#cloud-config\npackages: [nginx]\n'],
    ['a long text', `#cloud-config\n# ${'x'.repeat(500)}\n`],
    ['a Jinja template', '## template: jinja\n#cloud-config\nhostname: {{ v1.instance_id }}\n'],
    ['an include', '#include\nhttps://example.com/init\n'],
  ])("keeps the template's own, byte for byte, behind it, so that its keys win: %s", (_, template) => {
    const { bytes, unplanted } = planted(template);
    expect(unplanted).toEqual(NOTHING);
    const [first, second, ...more] = parts(bytes);
    expect(first).toEqual({ type: 'text/cloud-config', body: CLOUD_CONFIG });
    expect(second?.type).toBe('text/plain');
    expect(Buffer.from(second?.body ?? '', 'latin1').equals(Buffer.from(template))).toBe(true);
    expect(more).toEqual([]);
  });

  it('takes a MIME document in as it is', () => {
    const template =
      'Content-Type: multipart/mixed; boundary="x"\nMIME-Version: 1.0\n\n--x\nContent-Type: text/x-shellscript\n\n#!/bin/sh\n--x--\n';
    const { bytes } = planted(template);
    expect(bytes?.toString()).toContain(`\n${template}`);
    expect(parts(bytes)[0]).toEqual({ type: 'text/cloud-config', body: CLOUD_CONFIG });
  });

  it.each([
    ['<powershell>Get-Date</powershell>', 'the user data is for Windows', false],
    ['{"ignition": {"version": "3.4.0"}}', 'the user data is JSON, as Ignition takes it', false],
    [Buffer.from([0x1f, 0x8b, 8, 0]), 'the user data is compressed', true],
    ['#cloud-config\nssh_keys:\n  rsa_private: x\n', 'the user data sets host keys itself (ssh_keys)', true],
    ['variant: flatcar\n', 'the user data is nothing that cloud-init understands', true],
    [`#!/bin/sh\n# ${'x'.repeat(16_000)}`, 'the user data is 16012 bytes long already', true],
  ])('leaves alone what nothing can be added to: %j', (template, why, provable) => {
    expect(planted(template)).toEqual({
      bytes: Buffer.from(template),
      unplanted: { ...NOTHING, hostKey: { why, provable } },
    });
  });
});

describe('user data with the dead-man’s switch', () => {
  const BOOT_HOOK = '#cloud-boothook\n#!/bin/sh\nexit 0\n';
  const both = (template: string | Buffer | undefined): UserData =>
    withPlanted(
      template === undefined ? undefined : Buffer.from(template),
      { hostKey: CLOUD_CONFIG, bootHook: BOOT_HOOK },
      countingIds(),
    );

  it('is a part of its own, after the host key', () => {
    const { bytes, unplanted } = both('#!/bin/sh\n');
    expect(unplanted).toEqual(NOTHING);
    expect(parts(bytes).slice(0, 2)).toEqual([
      { type: 'text/cloud-config', body: CLOUD_CONFIG },
      { type: 'text/cloud-boothook', body: BOOT_HOOK },
    ]);
    expect(parts(both(undefined).bytes)).toEqual(parts(bytes).slice(0, 2));
  });

  it('stands alone where no host key is to be planted', () => {
    const alone = withPlanted(undefined, { hostKey: undefined, bootHook: BOOT_HOOK }, countingIds());
    expect(alone.bytes?.toString()).toBe(BOOT_HOOK);
  });

  it('is planted beside a template that sets its own host keys', () => {
    const { bytes, unplanted } = both('#cloud-config\nssh_keys:\n  rsa_private: x\n');
    expect(unplanted).toMatchObject({ hostKey: { why: 'the user data sets host keys itself (ssh_keys)' } });
    expect(unplanted.bootHook).toBeUndefined();
    expect(parts(bytes)[0]).toEqual({ type: 'text/cloud-boothook', body: BOOT_HOOK });
  });

  it('gives way to the host key where there is room for one only', () => {
    const lengths = Array.from({ length: 200 }, (_, index) => 11_000 + index * 10);
    const templates = lengths.map((length) => `#!/bin/sh\n# ${'x'.repeat(length)}\n`);
    const crowded = templates.map(both).find(({ unplanted }) => unplanted.bootHook !== undefined);
    expect(crowded?.unplanted).toMatchObject({ hostKey: undefined, bootHook: { provable: true } });
    const { bytes } = crowded ?? {};
    expect(parts(bytes).map(({ type }) => type)).toEqual(['text/cloud-config', 'text/plain']);
  });

  it.each(['{"ignition": {"version": "3.4.0"}}', '<powershell>Get-Date</powershell>', 'variant: flatcar\n'])(
    'is not planted where there is no cloud-init: %s',
    (template) => {
      const { bytes, unplanted } = both(template);
      expect(bytes?.toString()).toBe(template);
      expect(unplanted.bootHook?.why).toBeDefined();
    },
  );
});
