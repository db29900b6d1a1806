import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { BakeError } from '../../kernel/errors.ts';
import type { FetchedTool, FetchTool } from './verify-request.ts';

const VERSION = '0.4.9';

/** The binaries of https://github.com/goss-org/goss/releases/tag/v0.4.9 by EC2's word for the architecture. */
const RELEASES: ReadonlyMap<string, FetchedTool> = new Map([
  ['x86_64', release('amd64', 'x64', '87dd36cfa1b8b50554e6e2ca29168272e26755b19ba5438341f7c66b36decc19')],
  ['arm64', release('arm64', 'arm64', '14fd24ac08236559f4809e6a627792d1b947ed98654bba1662ef1d6122d77e18')],
]);

function release(suffix: string, architecture: string, sha256: string): FetchedTool {
  const url = `https://github.com/goss-org/goss/releases/download/v${VERSION}/goss-linux-${suffix}`;
  return { name: 'goss', version: VERSION, architecture, url, sha256 };
}

export interface GossSearch {
  /** Named by the user; empty: none. Relative to `workingDirectory` or absolute. */
  readonly named: string;
  readonly workingDirectory: string;
  /** The PATH of this process. */
  readonly searchPath: string;
  /** Undefined: nothing is fetched here. */
  readonly fetch: FetchTool | undefined;
}

/**
 * The goss that runs on a machine: the one that is named, else that of the PATH where it is for Linux and the machine's
 * architecture, else the pinned release.
 *
 * @param architecture EC2's word: `x86_64`, `arm64`
 */
export async function gossProgram(
  { named, workingDirectory, searchPath, fetch }: GossSearch,
  architecture = 'x86_64',
  signal: AbortSignal,
): Promise<string> {
  if (named !== '') {
    const file = path.resolve(workingDirectory, named);
    const found = architectureOfProgram(file);
    if (found === architecture) return file;
    throw new BakeError(
      `${named} is no goss for the image: ${found === undefined ? 'it is no program for Linux, or is not there' : `it is for ${found}, and the image is ${architecture}`}`,
      {
        code: 'goss-unusable',
        category: 'input',
        hint: 'verify-goss-binary takes a goss for Linux and the architecture of the image; without it, goss comes from the PATH or is fetched.',
      },
    );
  }
  const inPath = searchPath
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, 'goss'))
    .find((file) => architectureOfProgram(file) === architecture);
  if (inPath !== undefined) return inPath;
  const tool = RELEASES.get(architecture);
  if (tool !== undefined && fetch !== undefined) return fetch(tool, signal);
  throw new BakeError(`There is no goss for Linux and ${architecture} in the PATH`, {
    code: 'goss-missing',
    category: 'input',
    hint:
      tool === undefined
        ? 'Name one with verify-goss-binary.'
        : `Name one with verify-goss-binary, or put it into the PATH: ${tool.url} (SHA-256 ${tool.sha256}).`,
  });
}

/** The architectures that EC2 has, by the machine number of an ELF file (System V ABI, "ELF header"). */
const MACHINES: ReadonlyMap<number, string> = new Map([
  [0x3e, 'x86_64'],
  [0xb7, 'arm64'],
  [0x03, 'i386'],
]);

/** Undefined: it is no ELF file, or can't be read. */
function architectureOfProgram(file: string): string | undefined {
  const header = Buffer.alloc(20);
  try {
    if (!statSync(file).isFile()) return undefined;
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, header, 0, header.length, 0);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
  if (header.readUInt32BE(0) !== 0x7f454c46) return undefined;
  return MACHINES.get(header.readUInt16LE(18));
}
