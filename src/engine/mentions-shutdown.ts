import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PlannedComponent } from '../template/plan.ts';

/** Programs and settings that switch a machine off. `shutdown -r` does not, and counts all the same: that costs little. */
const WORDS = /\b(shutdown|poweroff|halt|telinit|init\s+0|power_state)\b/;

/** Larger files are no scripts. */
const LARGEST_BYTES = 256 * 1024;

/**
 * Whether provisioners speak of switching their machine off: in an option, or in a local file that an option names. Such
 * a template may rely on what a shutdown does to its instance.
 *
 * @param workingDirectory what the names of files are relative to; absolute
 */
export async function mentionsShutdown(
  provisioners: readonly PlannedComponent[],
  workingDirectory: string,
): Promise<boolean> {
  const texts = provisioners.flatMap(({ decoded }) => [...strings(decoded.options)]);
  if (texts.some(speaksOfShutdown)) return true;
  const files = await Promise.all([...new Set(texts)].map((text) => fileText(text, workingDirectory)));
  return files.some(speaksOfShutdown);
}

/** Whether a text speaks of switching a machine off. */
export function speaksOfShutdown(text: string): boolean {
  return WORDS.test(text);
}

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) yield* strings(each);
  }
}

/** Empty where the text is not the name of a file that can be read. */
async function fileText(name: string, workingDirectory: string): Promise<string> {
  if (name === '' || name.length > 4_096 || /[\0\n]/.test(name)) return '';
  try {
    const file = path.resolve(workingDirectory, name);
    const found = await stat(file);
    return found.isFile() && found.size <= LARGEST_BYTES ? await readFile(file, 'utf8') : '';
  } catch {
    return '';
  }
}
