import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readUserData } from '../../../src/local-cloud/sandbox/cloud-init/user-data.ts';

const read = (text: string): ReturnType<typeof readUserData> => readUserData(Buffer.from(text));

describe('user data', () => {
  it('may be missing or empty', () => {
    for (const raw of [undefined, Buffer.alloc(0)]) {
      expect(readUserData(raw)).toEqual({
        scripts: [],
        bootHooks: [],
        notes: [],
        config: {
          hostKeys: {},
          deleteHostKeys: true,
          authorizedKeys: [],
          disableRoot: true,
          writeFiles: [],
          runCommands: [],
        },
      });
    }
  });

  it('is a script when it starts with #!', () => {
    expect(read('#!/bin/sh\necho hi\n').scripts).toEqual(['#!/bin/sh\necho hi\n']);
  });

  it('may be compressed', () => {
    expect(readUserData(gzipSync('#!/bin/sh\necho packed\n')).scripts).toEqual(['#!/bin/sh\necho packed\n']);
  });

  it('keeps the bytes of a script that are no ASCII', () => {
    expect(read('#!/bin/sh\necho grüße\n').scripts).toEqual(['#!/bin/sh\necho grüße\n']);
  });

  it('reads nested multiparts, with all their encodings and both line ends', () => {
    const inner = [
      'Content-Type: multipart/alternative; boundary=in',
      '',
      '--in',
      '',
      '#!/bin/sh',
      'echo inner',
      '--in--',
      '',
    ].join('\r\n');
    const outer = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed;',
      ' boundary="out er"',
      '',
      'A preamble that nobody reads.',
      '--out er',
      'Content-Type: text/x-shellscript',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '#!/bin/sh',
      'echo a=3Db =',
      'c',
      '--out er',
      inner,
      '--out er',
      'Content-Type: text/cloud-config',
      '',
      'ssh_deletekeys: false',
      '--out er--',
      '',
    ].join('\r\n');
    const { scripts, config, notes } = read(outer);
    expect(scripts).toEqual(['#!/bin/sh\r\necho a=b c', '#!/bin/sh\r\necho inner']);
    expect(config.deleteHostKeys).toBe(false);
    expect(notes).toEqual([]);
  });

  it('takes of several cloud-configs the last value of each key, whole', () => {
    const part = (text: string): string => `--b\nContent-Type: text/cloud-config\n\n${text}\n`;
    const { config } = read(
      `Content-Type: multipart/mixed; boundary=b\n\n${part('ssh_keys: {ed25519_private: A}\nruncmd: [one]')}${part('ssh_keys: {ed25519_public: B}\nruncmd: [two]')}--b--\n`,
    );
    expect(config.hostKeys).toEqual({ public: 'B' });
    expect(config.runCommands).toEqual(['two']);
  });

  it('says what it does not understand, without failing', () => {
    expect(read('{"ignition": {}}').notes).toEqual([
      `Unhandled non-multipart (text/plain) userdata: '{"ignition": {}}...'`,
    ]);
    expect(read('#cloud-config\nfoo: [').notes).toEqual([expect.stringMatching(/^Failed loading yaml blob: /)]);
    expect(read('#cloud-config\nusers: []\n').notes).toEqual([
      'cloud-config key "users" is ignored in a sandbox machine',
    ]);
    expect(read('#cloud-config\n- a list\n').notes).toEqual([]);
  });

  it('takes file modes in either notation and falls back to 0644', () => {
    const { config } = read(
      '#cloud-config\nwrite_files:\n- {path: /a, permissions: "0755"}\n- {path: /b, permissions: 0o600}\n- {path: /c, permissions: rwx}\n- {content: no path}\n',
    );
    expect(config.writeFiles.map(({ path, mode }) => [path, mode])).toEqual([
      ['/a', 0o755],
      ['/b', 0o600],
      ['/c', 0o644],
    ]);
  });
});
