import { getLocation } from 'jsonc-parser';
import type { NativeBlock } from './ast.ts';
import { parseFile } from './parser.ts';
import type { Source } from './source.ts';

const blocksOf = new WeakMap<Source, readonly NativeBlock[]>();

/**
 * The headers of the blocks around an offset (not of one that begins there), from the outside in: `build, provisioner
 * "shell"`. Empty where there are none. JSON has no headers: there it is the path to the object or list around, `source.amazon-ebs.app`.
 */
export function enclosingBlocks(source: Source, offset: number): string {
  // What is typed into a console is no file, and may be no HCL.
  if (source.filename.startsWith('<')) return '';
  if (source.filename.endsWith('.json')) return jsonPath(source, offset);
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

function jsonPath({ text, start }: Source, offset: number): string {
  // jsonc-parser knows no byte order mark.
  const { path } = getLocation(text.slice(start), offset - start);
  return path
    .slice(0, -1)
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`))
    .join('');
}
