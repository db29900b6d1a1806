import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { isProvenance, isSubjects, provenancePaths } from '../../images/provenance/own-files.ts';
import { isOwnJunit } from '../../images/verify/junit.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { Reporter } from '../../kernel/events.ts';
import type { Ids } from '../../kernel/ids.ts';
import { isLegText, LARGEST_LEG_BYTES } from './leg-file.ts';
import { linkTarget } from './link-target.ts';
import { isTerraformVariablesText, terraformVariablesFile } from './terraform-variables.ts';
import { whyUnwritable } from './why-unwritable.ts';

/** Where a run is to write what; relative to the working directory or absolute. Undefined or empty: nowhere. */
export interface FilesOfRun {
  readonly outputsFile?: string | undefined;
  readonly provenance?: string | undefined;
  readonly tfvars?: string | undefined;
  readonly verify?: { readonly junit: string } | undefined;
  readonly manifest?: string | undefined;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly ids: Ids;
  /** Told what is removed. */
  readonly reporter?: Reporter | undefined;
}

/** One file that an input names. */
interface FileOfRun {
  readonly input: string;
  /** As the user gave it. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  /** Whether this is what such a run has written before; undefined: what is there is added to. */
  readonly isOwn: ((text: string) => boolean) | undefined;
}

/**
 * Makes way for the files that a run will write, before it makes anything else. What an earlier run has written there is
 * removed, so that nobody takes it for this run's, however soon this one fails; a file of anybody else stays. And what could
 * not be written is told now, all of it, instead of when everything is made.
 *
 * @throws BakeError `file-named-twice`, `file-unwritable`, `invalid-tfvars`
 */
export function makeWayForFiles(request: FilesOfRun): void {
  const files = filesOf(request);
  const own = files.filter(isOwnFile);
  const stuck = new Map(own.map((each) => [each, whyNotRemoved(each)]));
  const gone = own.filter((each) => stuck.get(each) === undefined).map(({ name }) => name);
  const message = `Removed what an earlier run had written: ${gone.join(', ')}`;
  if (gone.length > 0) request.reporter?.report({ type: 'log', level: 'info', message });
  refuseFileNamedTwice(files);
  if (request.tfvars) terraformVariablesFile(request.tfvars, request.workingDirectory);
  // What one input names in one folder, like a provenance's three files, has one trouble.
  const troubles = new Map<string, string>();
  for (const each of files) {
    const why = stuck.get(each) ?? whyUnwritable(each.file, request.ids);
    const key = JSON.stringify([each.input, path.dirname(each.file), why]);
    if (why === undefined || troubles.has(key)) continue;
    troubles.set(key, `The input "${each.input}" names "${each.name}", where no file can be written. ${why}`);
  }
  if (troubles.size === 0) return;
  throw new BakeError([...troubles.values()].join(' '), {
    code: 'file-unwritable',
    category: 'input',
    hint: `A path starts at ${request.workingDirectory}. Nothing was made.`,
  });
}

function filesOf({ outputsFile, provenance, tfvars, verify, manifest, workingDirectory }: FilesOfRun) {
  const named = (input: string, name: string | undefined, isOwn: FileOfRun['isOwn']): readonly FileOfRun[] =>
    name ? [{ input, name, file: path.resolve(workingDirectory, name), isOwn }] : [];
  const { statement, predicate, subjects } = provenancePaths(provenance ?? '');
  return [
    ...named('outputs-file', outputsFile, isLegText),
    ...(provenance
      ? [
          ...named('provenance', statement, isProvenance),
          ...named('provenance', predicate, isProvenance),
          ...named('provenance', subjects, isSubjects),
        ]
      : []),
    ...named('tfvars', tfvars, isTerraformVariablesText),
    ...named('verify-junit', verify?.junit, isOwnJunit),
    ...named('manifest', manifest, undefined),
  ];
}

function isOwnFile({ file, isOwn }: FileOfRun): boolean {
  return isOwn?.(textIn(file)) === true;
}

/** Removes the file; returns a sentence where that can't be done. Links stay, as when it is written. */
function whyNotRemoved({ file }: FileOfRun): string | undefined {
  try {
    rmSync(linkTarget(file));
    return undefined;
  } catch (error) {
    return `What an earlier run has written there can't be removed: ${errorMessage(error)}.`;
  }
}

/** Empty where there is no file, or none that could be ours. */
function textIn(file: string): string {
  try {
    const found = statSync(file);
    // Reading a pipe would wait for somebody who writes.
    return found.isFile() && found.size <= LARGEST_LEG_BYTES ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}

function refuseFileNamedTwice(files: readonly FileOfRun[]): void {
  const first = new Map<string, FileOfRun>();
  for (const each of files) {
    const other = first.get(each.file);
    if (other !== undefined) {
      throw new BakeError(`The inputs "${other.input}" and "${each.input}" both name ${each.file}`, {
        code: 'file-named-twice',
        category: 'input',
        hint: 'Give each a file of its own.',
      });
    }
    first.set(each.file, each);
  }
}
