import path from 'node:path';
import { lookAtPath } from '../../engine/look-at-path.ts';
import { junit } from '../../images/verify/junit.ts';
import type { ScriptToRun } from '../../images/verify/script-check.ts';
import { Verification } from '../../images/verify/verification.ts';
import { BakeError } from '../../kernel/errors.ts';
import { writeWholeFile } from '../outputs/write-whole-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { gossProgram } from './goss-program.ts';
import { type FetchTool, KEEP_FAILED_MS, type VerifyRequest } from './verify-request.ts';

export type { Check, Suite } from '../../images/verify/suite.ts';

export interface VerificationOfRun extends Pick<Surroundings, 'environment'> {
  readonly verify?: VerifyRequest | undefined;
  readonly fetchTool?: FetchTool | undefined;
  /** Absolute. */
  readonly workingDirectory: string;
}

/** The checks of a run; undefined: none are asked for. Throws BakeError for files that are not there. */
export function verificationOf({
  verify,
  fetchTool,
  workingDirectory,
  environment,
}: VerificationOfRun): Verification | undefined {
  if (verify === undefined) return undefined;
  if (verify.script.trim() === '' && verify.goss === '') {
    refuseWithoutChecks(verify);
    return undefined;
  }
  const search = {
    named: verify.gossBinary,
    workingDirectory,
    searchPath: environment['PATH'] ?? '',
    fetch: fetchTool,
  };
  return new Verification({
    script: verify.script.trim() === '' ? undefined : scriptOf(verify.script.trim(), workingDirectory),
    goss: verify.goss === '' ? undefined : gossFile(verify.goss, workingDirectory),
    gossProgram: (architecture, signal) => gossProgram(search, architecture, signal),
    bootTimeoutMs: verify.bootTimeoutMs,
    checksTimeoutMs: verify.checksTimeoutMs,
    onFailure: verify.onFailure === 'remove' ? 'remove' : { keepMs: KEEP_FAILED_MS },
  });
}

/** Somebody who wants a report of checks would go without them unawares. */
function refuseWithoutChecks({ junit: report, gossBinary }: VerifyRequest): void {
  const [name] = [...(report === '' ? [] : ['verify-junit']), ...(gossBinary === '' ? [] : ['verify-goss-binary'])];
  if (name === undefined) return;
  throw new BakeError(`The input "${name}" is given, and no checks are`, {
    code: 'verify-without-checks',
    category: 'input',
    hint: 'Name a script or a goss file too (verify, verify-goss), or leave it out.',
  });
}

/**
 * One line that names a file is that script; everything else is shell. A single word that looks like a path and leads
 * nowhere is a mistake, which would show only after the bake.
 */
function scriptOf(text: string, workingDirectory: string): ScriptToRun {
  if (!text.includes('\n')) {
    const file = path.resolve(workingDirectory, text);
    const { kind } = lookAtPath(text, workingDirectory);
    if (kind === 'file') return { name: path.basename(file), content: { path: file } };
    if (kind === 'folder' || /^[^\s/]\S*(?:\/\S*|\.(?:sh|bash|py|pl|rb))$/.test(text)) {
      throw new BakeError(
        `The input "verify" names ${text}, ${kind === 'folder' ? 'a folder' : 'which is not there'}`,
        {
          code: 'verify-script-missing',
          category: 'input',
          hint: `A path starts at ${workingDirectory}. Anything else is taken as lines of shell, which the machine runs.`,
        },
      );
    }
  }
  // Each command is shown before it runs, so that the log says which one failed.
  const script = text.startsWith('#!') ? `${text}\n` : `#!/bin/sh -ex\n${text.replaceAll('\r\n', '\n')}\n`;
  return { name: 'the lines of verify', content: { bytes: Buffer.from(script) } };
}

function gossFile(named: string, workingDirectory: string): { name: string; path: string; isFolder: boolean } {
  const { kind } = lookAtPath(named, workingDirectory);
  const file = path.resolve(workingDirectory, named);
  const isFolder = kind === 'folder';
  if (kind === 'file') return { name: path.basename(file), path: file, isFolder };
  if (isFolder && lookAtPath(path.join(named, 'goss.yaml'), workingDirectory).kind === 'file') {
    return { name: path.basename(file), path: file, isFolder };
  }
  throw new BakeError(
    `The input "verify-goss" names ${named}, ${isFolder ? 'a folder without a goss.yaml' : 'which is not there'}`,
    {
      code: 'verify-goss-missing',
      category: 'input',
      hint: `It takes a goss file, or a folder with goss.yaml and the files that it names; a path starts at ${workingDirectory}.`,
    },
  );
}

/** Writes the report that was asked for, also of a run that failed. Returns its path; undefined: there is none to write. */
export function writeJunit(
  verification: Verification | undefined,
  { verify, workingDirectory, ids, secrets }: VerificationOfRun & Pick<Surroundings, 'ids' | 'secrets'>,
): string | undefined {
  if (!verify?.junit || verification === undefined || verification.suites.length === 0) return undefined;
  const file = path.resolve(workingDirectory, verify.junit);
  writeWholeFile(
    file,
    junit(verification.suites, (text) => secrets.mask(text)),
    ids,
  );
  return file;
}
