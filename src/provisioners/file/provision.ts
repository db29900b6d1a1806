import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, posix, resolve } from 'node:path';
import { makeFolder } from '../../engine/make-folder.ts';
import type { ProvisionContext } from '../../engine/ports.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import type { FileOptions } from './options.ts';
import { isPattern, isRemoteFolder, matchingPaths } from './remote-files.ts';

/** Copies each source in turn. */
export async function copyFiles(decoded: DecodedOptions<FileOptions>, context: ProvisionContext): Promise<void> {
  const { options } = decoded;
  const destination = context.render(options.destination, context.generated);
  // Packer's order: `source` comes last.
  const sources = [...(options.sources ?? []), ...(options.source ? [options.source] : [])];
  if (options.content !== undefined && sources.length === 0) {
    await uploadContent(options.content, destination, context);
    return;
  }
  for (const source of sources) {
    if (options.direction === 'download') await download(source, destination, context);
    else await upload(source, destination, context);
  }
}

async function uploadContent(content: string, destination: string, context: ProvisionContext): Promise<void> {
  if (destination.endsWith('/')) {
    throw new BakeError(`Cannot upload content to ${destination}: it is a folder`, {
      code: 'file-destination-folder',
      category: 'provision',
      hint: 'Give destination the name of the file too; content has none of its own.',
    });
  }
  say(context, `Uploading content => ${destination}`);
  await context.communicator.upload({ bytes: Buffer.from(content) }, destination, {
    mode: 0o600,
    signal: context.signal,
  });
}

async function upload(source: string, destination: string, context: ProvisionContext): Promise<void> {
  const { communicator, signal } = context;
  const local = resolve(context.workingDirectory, source);
  const found = await stat(local).catch((error: unknown) => {
    throw new BakeError(`Cannot upload ${source}: ${errorMessage(error)}`, {
      code: 'file-not-found',
      category: 'provision',
      hint: `A relative path starts at ${context.workingDirectory}.`,
      cause: error,
    });
  });
  if (found.isDirectory()) {
    const target = await folderTarget(source, destination, context);
    say(context, `Uploading ${source} => ${target}`);
    await communicator.uploadDirectory(local, target, { signal });
    return;
  }
  const target = destination.endsWith('/') ? destination + basename(local) : destination;
  say(context, `Uploading ${source} => ${target}`);
  await communicator.upload({ path: local }, target, { mode: permissions(found), signal });
}

/**
 * Where what is inside a folder goes. `src/` stands for its content. `src` is the folder itself: it goes into a
 * destination that is there, and becomes the destination when that is not there yet (as `scp -r` does).
 */
async function folderTarget(source: string, destination: string, context: ProvisionContext): Promise<string> {
  if (source.endsWith('/')) return destination;
  const { communicator, signal } = context;
  if (!(await isRemoteFolder(destination, communicator, signal))) return destination;
  return posix.join(destination, basename(source));
}

async function download(source: string, destination: string, context: ProvisionContext): Promise<void> {
  const { communicator, signal } = context;
  const local = resolve(context.workingDirectory, destination);
  if (source.endsWith('/') || isPattern(source)) {
    const paths = isPattern(source) ? await matchingPaths(source, communicator, signal) : [source];
    makeFolder(local);
    for (const path of paths) {
      const target = join(local, posix.basename(path));
      say(context, `Downloading ${path} => ${join(destination, posix.basename(path))}`);
      if (await isRemoteFolder(path, communicator, signal)) {
        await communicator.downloadDirectory(path, target, { signal });
      } else {
        await communicator.download(path, target, { signal });
      }
    }
    return;
  }
  const target = destination.endsWith('/') ? join(local, posix.basename(source)) : local;
  makeFolder(dirname(target));
  say(
    context,
    `Downloading ${source} => ${destination.endsWith('/') ? destination + posix.basename(source) : destination}`,
  );
  await communicator.download(source, target, { signal });
}

function permissions(found: Stats): number {
  return found.mode & 0o777;
}

function say(context: ProvisionContext, message: string): void {
  context.emit({ type: 'progress', build: context.build, message });
}
