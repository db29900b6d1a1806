import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { BakeError } from '../../kernel/errors.ts';
import type { Ids } from '../../kernel/ids.ts';
import { must, removeTree } from './command.ts';

/**
 * The copy-on-write layers behind machines and images. A layer is a folder; a disk is a list of them, newest first,
 * above the base root file system. Layers of kept disks are never written again, so disks share them; a layer goes when
 * the last disk or machine lets go of it.
 */
export class Disks {
  readonly #folder: string;
  readonly #ids: Ids;
  readonly #users = new Map<string, number>();
  readonly #kept = new Map<string, readonly string[]>();

  constructor(folder: string, ids: Ids) {
    this.#folder = folder;
    this.#ids = ids;
  }

  pathOf(layer: string): string {
    return path.join(this.#folder, layer);
  }

  /** The layers of a kept disk; those of `undefined`, the base, are none. */
  layersOf(diskId: string | undefined): readonly string[] {
    if (diskId === undefined) return [];
    const layers = this.#kept.get(diskId);
    if (layers !== undefined) return layers;
    throw new BakeError(`There is no disk ${diskId}`, { code: 'disk-not-found', category: 'internal' });
  }

  /** A new, empty, writable layer, already in use by the caller. */
  async create(): Promise<string> {
    const layer = this.#ids.token(10);
    // The mode becomes that of the machine's root folder.
    await mkdir(this.pathOf(layer), { recursive: true, mode: 0o755 });
    this.#users.set(layer, 1);
    return layer;
  }

  /** A copy of a layer that may be in use, already in use by the caller. */
  async copy(layer: string): Promise<string> {
    const copy = this.#ids.token(10);
    const partial = `${this.pathOf(copy)}.partial`;
    await must('copy a disk', 'cp', ['-a', '--reflink=auto', this.pathOf(layer), partial]);
    await rename(partial, this.pathOf(copy));
    this.#users.set(copy, 1);
    return copy;
  }

  use(layers: readonly string[]): void {
    for (const layer of layers) this.#users.set(layer, (this.#users.get(layer) ?? 0) + 1);
  }

  async release(layers: readonly string[]): Promise<void> {
    for (const layer of layers) {
      const users = (this.#users.get(layer) ?? 0) - 1;
      if (users > 0) {
        this.#users.set(layer, users);
        continue;
      }
      this.#users.delete(layer);
      await removeTree(this.pathOf(layer));
    }
  }

  /** Keeps these layers, which become the disk's own use, under a new id. */
  keep(layers: readonly string[]): string {
    const diskId = `disk-${this.#ids.token(10)}`;
    this.#kept.set(diskId, layers);
    this.use(layers);
    return diskId;
  }

  async remove(diskId: string): Promise<void> {
    const layers = this.#kept.get(diskId);
    if (layers === undefined) return;
    this.#kept.delete(diskId);
    await this.release(layers);
  }
}
