import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { must, run } from './command.ts';
import { GUEST_TOOLS } from './guest/protocol.ts';

/**
 * The few programs that are needed inside a machine before or beside its own: copies of the host's, with the libraries
 * that they load, in a folder that machines see read-only. So nothing of a machine's disk, which may be hostile, runs
 * before the capabilities are dropped, no machine holds a file of the host's open for writing (/proc/PID/exe), and a
 * root file system with another C library works as well.
 */
export interface HostTools {
  /** The folder on the host. */
  readonly folder: string;
  /** How to start a tool inside a machine: the words before its arguments. */
  command(tool: HostTool): readonly string[];
}

export type HostTool = 'sh' | 'setpriv' | 'umount' | 'node';

const PROGRAMS: readonly Exclude<HostTool, 'node'>[] = ['sh', 'setpriv', 'umount'];

/** Copies the tools and the guest program into `folder`. `node` is the binary that runs us. */
export async function gatherTools(folder: string, node: string, guestProgram: string): Promise<HostTools> {
  await mkdir(path.join(folder, 'lib'), { recursive: true, mode: 0o755 });
  const loaders = new Map<HostTool, string | undefined>();
  for (const tool of [...PROGRAMS, 'node'] as const) {
    const source = tool === 'node' ? node : (await must(`find ${tool}`, 'sh', ['-c', `command -v ${tool}`])).trim();
    loaders.set(tool, await copyWithLibraries(source, path.join(folder, tool), path.join(folder, 'lib')));
  }
  await copyFile(guestProgram, path.join(folder, 'guest.mjs'));
  await chmod(path.join(folder, 'guest.mjs'), 0o644);
  // Without this file OpenSSL would read the machine's configuration, of another version perhaps.
  await writeFile(path.join(folder, 'openssl.cnf'), '');
  return {
    folder,
    command: (tool) => {
      const loader = loaders.get(tool);
      const program = `${GUEST_TOOLS}/${tool}`;
      if (loader === undefined) return [program];
      return [`${GUEST_TOOLS}/lib/${loader}`, '--inhibit-cache', '--library-path', `${GUEST_TOOLS}/lib`, program];
    },
  };
}

/** Copies a program and the libraries that ldd names. Gives the name of its loader; a static program has none. */
async function copyWithLibraries(source: string, target: string, libraries: string): Promise<string | undefined> {
  await copyFile(source, target);
  await chmod(target, 0o755);
  const { code, stdout } = await run('ldd', [source]);
  if (code !== 0) return undefined;
  let loader: string | undefined;
  for (const line of stdout.split('\n')) {
    const file = /(?:=> )?(\/\S+) \(0x[0-9a-f]+\)$/.exec(line.trim())?.[1];
    if (file === undefined) continue;
    const name = path.basename(file);
    await copyFile(file, path.join(libraries, name));
    await chmod(path.join(libraries, name), 0o755);
    if (/^ld[-.]/.test(name)) loader = name;
  }
  return loader;
}
