import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { gossProgram } from '../../../src/app/run/goss-program.ts';
import { verificationOf } from '../../../src/app/run/verification.ts';
import type { VerifyRequest } from '../../../src/app/run/verify-request.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOTHING: VerifyRequest = {
  script: '',
  goss: '',
  gossBinary: '',
  bootTimeoutMs: 1,
  checksTimeoutMs: 1,
  onFailure: 'remove',
  junit: '',
};
const { signal } = new AbortController();

function folder(): string {
  const workingDirectory = temporaryFolder('verify');
  writeFileSync(path.join(workingDirectory, 'checks.sh'), 'true');
  writeFileSync(path.join(workingDirectory, 'goss.yaml'), '{}');
  mkdirSync(path.join(workingDirectory, 'empty'));
  return workingDirectory;
}

function verified(verify: Partial<VerifyRequest>): unknown {
  try {
    return verificationOf({ verify: { ...NOTHING, ...verify }, workingDirectory: folder(), environment: {} });
  } catch (thrown) {
    return thrown;
  }
}

describe('the checks of a run', () => {
  it('are none where none are asked for', () => {
    expect(verified({})).toBeUndefined();
  });

  it.each(['checks.sh', 'systemctl is-active nginx', '/usr/bin/env true', 'true', 'a\nb/c'])('may be %j', (script) => {
    expect(verified({ script })).toMatchObject({ limitMs: 2 });
  });

  it.each([
    [{ script: 'scripts/checks.sh' }, 'verify-script-missing', /names scripts\/checks\.sh, which is not there/],
    [{ script: 'check.sh' }, 'verify-script-missing', /which is not there/],
    [{ script: 'empty' }, 'verify-script-missing', /names empty, a folder/],
    [{ goss: 'none.yaml' }, 'verify-goss-missing', /which is not there/],
    [{ goss: 'empty' }, 'verify-goss-missing', /a folder without a goss\.yaml/],
    [{ junit: 'x.xml' }, 'verify-without-checks', /"verify-junit" is given, and no checks are/],
  ])('are refused before the bake: %j', (verify, code, message) => {
    expect(verified(verify)).toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

describe('the goss for a machine', () => {
  /** The beginning of an ELF file for a machine number. */
  const program = (machine: number): Buffer => {
    const header = Buffer.alloc(64);
    header.writeUInt32BE(0x7f454c46, 0);
    header.writeUInt16LE(machine, 18);
    return header;
  };
  const fetched: string[] = [];
  const search = (named: string, ...onPath: readonly (readonly [number])[]) => {
    const folders = onPath.map(([machine]) => {
      const each = temporaryFolder('bin');
      writeFileSync(path.join(each, 'goss'), program(machine));
      return each;
    });
    return {
      named,
      workingDirectory: '/',
      searchPath: folders.join(path.delimiter),
      fetch: async ({ url, sha256 }: { readonly url: string; readonly sha256: string }) => {
        fetched.push(`${url} ${sha256}`);
        return '/cache/goss';
      },
    };
  };

  it('is the one of the PATH that is for its architecture', async () => {
    const both = search('', [0x3e], [0xb7]);
    const [amd64 = '', arm64 = ''] = both.searchPath.split(path.delimiter);
    expect(await gossProgram(both, 'x86_64', signal)).toBe(path.join(amd64, 'goss'));
    expect(await gossProgram(both, 'arm64', signal)).toBe(path.join(arm64, 'goss'));
  });

  it('is fetched with its checksum where there is none', async () => {
    expect(await gossProgram(search('', [0x3e]), 'arm64', signal)).toBe('/cache/goss');
    expect(fetched.at(-1)).toMatch(/goss-org\/goss\/releases\/download\/v0\.4\.9\/goss-linux-arm64 [0-9a-f]{64}$/);
  });

  it('is missed by name, with where it can be had, where nothing is fetched', async () => {
    const { fetch: _, ...others } = search('');
    await expect(gossProgram({ ...others, fetch: undefined }, 'x86_64', signal)).rejects.toMatchObject({
      code: 'goss-missing',
      hint: expect.stringMatching(/verify-goss-binary.*goss-linux-amd64 \(SHA-256 [0-9a-f]{64}\)/),
    });
  });

  it('has to be for the architecture of the image when it is named', async () => {
    const file = path.join(temporaryFolder('goss'), 'goss');
    writeFileSync(file, program(0x3e));
    expect(await gossProgram(search(file), 'x86_64', signal)).toBe(file);
    await expect(gossProgram(search(file), 'arm64', signal)).rejects.toMatchObject({
      message: expect.stringContaining('it is for x86_64, and the image is arm64'),
    });
    await expect(gossProgram(search('/none'), 'arm64', signal)).rejects.toMatchObject({ code: 'goss-unusable' });
  });
});
