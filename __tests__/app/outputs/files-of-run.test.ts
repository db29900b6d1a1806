import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type FilesOfRun, makeWayForFiles } from '../../../src/app/outputs/files-of-run.ts';
import { writeLeg } from '../../../src/app/outputs/leg-file.ts';
import { outputsRecord } from '../../../src/app/outputs/outputs-record.ts';
import { writeWholeFile } from '../../../src/app/outputs/write-whole-file.ts';
import { NO_OUTPUTS } from '../../../src/app/run/run-report.ts';
import { checksums, provenanceStatement } from '../../../src/images/provenance/statement.ts';
import { junit } from '../../../src/images/verify/junit.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder('files-of-run');
});

const at = (name: string): string => path.join(folder, name);

const makeWay = (files: Partial<FilesOfRun>): void =>
  makeWayForFiles({ workingDirectory: folder, ids: randomIds, ...files });

function refusal(files: Partial<FilesOfRun>): BakeError {
  try {
    makeWay(files);
  } catch (error) {
    if (error instanceof BakeError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const ALL = {
  outputsFile: 'out/baked.json',
  provenance: 'out/provenance.json',
  tfvars: 'out/ami.auto.tfvars.json',
  verify: { junit: 'out/verify.xml' },
  manifest: 'out/manifest.json',
};
const NAMES = [
  'ami.auto.tfvars.json',
  'baked.json',
  'manifest.json',
  'provenance.json',
  'provenance.predicate.json',
  'provenance.subjects.txt',
  'verify.xml',
];

const STATEMENT = provenanceStatement({
  runId: 'r',
  template: '.',
  cloud: 'local',
  startedAt: '2026-11-27T00:00:00Z',
  finishedAt: '2026-11-27T00:01:00Z',
  version: '1',
  behavesAs: '1',
  commit: undefined,
  repository: undefined,
  ref: undefined,
  runUrl: undefined,
  builder: undefined,
  builds: [
    {
      name: 'app',
      region: 'eu-west-1',
      artifact: {
        builderId: 'b',
        id: 'x',
        description: '',
        images: [{ region: 'eu-west-1', id: 'ami-1', name: 'app', snapshotIds: [] }],
      },
      inputs: undefined,
      isKeyed: false,
    },
  ],
});

/** What runs have written, each by the name that it has in `ALL`. */
function writeAll(): void {
  writeLeg(
    at('out/baked.json'),
    { outcome: 'succeeded', builds: {}, outputs: outputsRecord(NO_OUTPUTS), manifest: undefined },
    randomIds,
  );
  writeFileSync(at('out/provenance.json'), JSON.stringify(STATEMENT));
  writeFileSync(at('out/provenance.predicate.json'), JSON.stringify(STATEMENT.predicate));
  writeFileSync(at('out/provenance.subjects.txt'), checksums(STATEMENT));
  writeFileSync(at('out/ami.auto.tfvars.json'), '{"ami_id": "ami-1", "ami_ids": {"eu-west-1": "ami-1"}}');
  writeFileSync(
    at('out/verify.xml'),
    junit([], (text) => text),
  );
  writeFileSync(at('out/manifest.json'), '{"builds": [], "last_run_uuid": ""}');
}

describe('what an earlier run has written', () => {
  it('is gone before the next one makes anything, but for the manifest, to which builds are appended', () => {
    mkdirSync(at('out'));
    writeAll();
    expect(readdirSync(at('out')).sort()).toEqual(NAMES);
    makeWay(ALL);
    expect(readdirSync(at('out'))).toEqual(['manifest.json']);
  });

  it('is gone also where another input is refused', () => {
    mkdirSync(at('out'));
    writeAll();
    expect(refusal({ ...ALL, manifest: 'out' }).code).toBe('file-unwritable');
    expect(readdirSync(at('out'))).toEqual(['manifest.json']);
  });

  it.each(NAMES)('is not taken for what somebody else has written: %s', (name) => {
    mkdirSync(at('out'));
    for (const text of ['', '{}', 'text\n', '<testsuites/>', '{"format": "1"}', '{"ami_id": "ami-1"}']) {
      writeFileSync(at(`out/${name}`), text);
      try {
        makeWay(ALL);
      } catch (error) {
        if (!(error instanceof BakeError && error.code === 'invalid-tfvars')) throw error;
      }
      expect(readFileSync(at(`out/${name}`), 'utf8')).toBe(text);
    }
  });

  it('is removed where a link leads to it, and written there again', () => {
    mkdirSync(at('out'));
    writeAll();
    symlinkSync('out/baked.json', at('link.json'));
    makeWay({ outputsFile: 'link.json' });
    expect(existsSync(at('out/baked.json'))).toBe(false);
    makeWay({ outputsFile: 'link.json' });
    writeWholeFile(at('link.json'), 'new', randomIds);
    expect(lstatSync(at('link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('out/baked.json'), 'utf8')).toBe('new');
  });
});

describe('a file that can not be written', () => {
  beforeEach(() => {
    mkdirSync(at('folder'));
    writeFileSync(at('file'), '');
    symlinkSync('nowhere', at('dangling'));
    symlinkSync('nowhere/x.json', at('dangling.json'));
    symlinkSync('circle', at('circle'));
    spawnSync('mkfifo', [at('pipe')]);
  });

  it.each([
    ['folder', 'It is a folder.'],
    ['file/x.json', 'The path goes through a file as if it were a folder.'],
    ['circle', 'The links on its way lead in a circle.'],
    ['pipe', 'It is a device, a pipe or a socket.'],
    ['/dev/null', 'It is a device, a pipe or a socket.'],
    ['/proc/bake-ami/x.json', 'No files can be made in /proc.'],
    ['/sys/x.json', /\/sys(\.| is mounted read-only\.)$/],
    [`${'n'.repeat(300)}.json`, 'The path, or a name in it, is longer than the system takes.'],
  ])('is refused by its input, with the reason: %s', (name, why) => {
    const { message, hint, code } = refusal({ outputsFile: name });
    expect(code).toBe('file-unwritable');
    expect(message).toMatch(`The input "outputs-file" names "${name}", where no file can be written. `);
    expect(message).toMatch(why);
    expect(hint).toBe(`A path starts at ${folder}. Nothing was made.`);
  });

  it('is refused where a link on its way leads nowhere, or to a folder that is not there', () => {
    expect(refusal({ outputsFile: 'dangling/x.json' }).message).toContain(
      `${at('dangling')}, which is on its way, is a link that leads nowhere.`,
    );
    expect(refusal({ outputsFile: 'dangling.json' }).message).toContain(
      `It is a link to ${at('nowhere/x.json')}, and ${at('nowhere')} is not there.`,
    );
  });

  it('is told of together with the others', () => {
    const { message } = refusal({ provenance: 'folder', verify: { junit: 'file/x.xml' }, manifest: '/dev/null' });
    expect(message.match(/The input "[\w-]+" names "[^"]+"/g)).toEqual([
      'The input "provenance" names "folder"',
      'The input "verify-junit" names "file/x.xml"',
      'The input "manifest" names "/dev/null"',
    ]);
  });

  (process.getuid?.() === 0 ? it : it.skip)(
    'is refused where there is no room, or where nothing may be written',
    () => {
      const mount = (options: string) =>
        spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', at('folder')]).status === 0;
      const told = (options: string): string => {
        // A container may not mount anything, whoever runs in it.
        if (!mount(options)) return '';
        try {
          return refusal({ outputsFile: 'folder/deep/x.json' }).message;
        } finally {
          expect(readdirSync(at('folder'))).toEqual([]);
          expect(spawnSync('umount', [at('folder')]).status).toBe(0);
        }
      };
      expect(told('size=16k')).toMatch(/^$|There is not enough room in .*\/folder: it takes 64 KiB\.$/);
      expect(told('ro')).toMatch(/^$|\/folder is mounted read-only\.$/);
    },
  );

  it('leaves nothing behind, and missing folders are not made yet', () => {
    const before = readdirSync(folder);
    makeWay({ outputsFile: 'new/deep/x.json' });
    expect(readdirSync(folder)).toEqual(before);
    unlinkSync(at('dangling.json'));
  });
});

describe('one file for two inputs', () => {
  it('is refused', () => {
    const { code, message } = refusal({ outputsFile: './a.predicate.json', provenance: 'a.json' });
    expect(code).toBe('file-named-twice');
    expect(message).toBe(`The inputs "outputs-file" and "provenance" both name ${at('a.predicate.json')}`);
  });
});
