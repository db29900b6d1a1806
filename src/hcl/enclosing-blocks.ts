import type { NativeBlock } from './ast.ts';
import { parseFile } from './parser.ts';
import type { Source } from './source.ts';

const blocksOf = new WeakMap<Source, readonly NativeBlock[]>();

/**
 * The headers of the blocks around an offset (not of one that begins there), from the outside in: `build, provisioner "shell"`. Empty where there are
 * none, and in JSON, which has no headers.
 */
export function enclosingBlocks(source: Source, offset: number): string {
  if (source.filename.endsWith('.json')) return '';
  const headers: string[] = [];
  let blocks = blocksIn(source);
  for (;;) {
    const around: NativeBlock | undefined = blocks.find(
      ({ range }) => range.start.offset < offset && offset < range.end.offset,
    );
    if (around === undefined) return headers.join(', ');
    headers.push([around.type, ...around.labels.map(({ text }) => JSON.stringify(text))].join(' '));
    blocks = around.body.blocks;
  }
}

function blocksIn(source: Source): readonly NativeBlock[] {
  const known = blocksOf.get(source);
  if (known !== undefined) return known;
  const { blocks } = parseFile(source).body;
  blocksOf.set(source, blocks);
  return blocks;
}
