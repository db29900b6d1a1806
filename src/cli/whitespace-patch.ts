import { diffArrays, type StructuredPatchHunk } from 'diff';

/** So much is looked for among lines that differ in more than white space; beyond it they are all taken as changed. */
const MOST_EDITS = 1_000;

type Sign = ' ' | '-' | '+';

/** One line of a diff. */
interface Edit {
  readonly sign: Sign;
  /** With its line end, if it has one. */
  readonly line: string;
}

/**
 * The hunks of a diff between two texts that mostly differ in white space, such as a file and the same file formatted, in
 * time that grows with their length: lines belong together when they are the same apart from that. The shortest diff,
 * which libraries look for, takes time with the square of the changes.
 */
export function whitespaceHunks(before: string, after: string, context: number): StructuredPatchHunk[] {
  return hunksOf(edits(linesOf(before), linesOf(after)), context);
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function edits(before: readonly string[], after: readonly string[]): readonly Edit[] {
  const bare = (line: string): string => line.replace(/\s+/g, '');
  const parts = diffArrays(before.map(bare), after.map(bare), { maxEditLength: MOST_EDITS }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  const all: Edit[] = [];
  const added: Edit[] = [];
  let [old, made] = [0, 0];
  for (const { value, removed, added: isAdded } of parts) {
    for (let index = 0; index < value.length; index += 1) {
      const was = isAdded ? undefined : before[old++];
      const is = removed ? undefined : after[made++];
      if (was !== undefined && was === is) {
        all.push(...added.splice(0), { sign: ' ', line: was });
        continue;
      }
      // What is added stands behind all that is removed in the same place.
      if (was !== undefined) all.push({ sign: '-', line: was });
      if (is !== undefined) added.push({ sign: '+', line: is });
    }
  }
  return all.concat(added);
}

/** Changes that are closer than twice the context share a hunk. */
function hunksOf(all: readonly Edit[], context: number): StructuredPatchHunk[] {
  const hunks: StructuredPatchHunk[] = [];
  let [oldLine, newLine] = [1, 1];
  let end = 0;
  for (const [index, { sign }] of all.entries()) {
    if (sign === ' ' || index < end) continue;
    const start = Math.max(end, index - context);
    for (const each of all.slice(end, start)) [oldLine, newLine] = advance(each.sign, oldLine, newLine);
    end = hunkEnd(all, index, context);
    const edits = all.slice(start, end);
    const oldLines = edits.filter((edit) => edit.sign !== '+').length;
    const newLines = edits.filter((edit) => edit.sign !== '-').length;
    hunks.push({
      oldStart: oldLine,
      oldLines,
      newStart: newLine,
      newLines,
      lines: edits.flatMap(written),
    });
    oldLine += oldLines;
    newLine += newLines;
  }
  return hunks;
}

function advance(sign: Sign, oldLine: number, newLine: number): [number, number] {
  return [sign === '+' ? oldLine : oldLine + 1, sign === '-' ? newLine : newLine + 1];
}

/** Behind the last change from `index` on with no more than twice the context since the one before, and behind its own context. */
function hunkEnd(all: readonly Edit[], index: number, context: number): number {
  let last = index;
  for (let next = index; next < all.length && next - last - 1 <= 2 * context; next += 1) {
    if (all[next]?.sign !== ' ') last = next;
  }
  return Math.min(all.length, last + context + 1);
}

function written({ sign, line }: Edit): readonly string[] {
  return line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'];
}
