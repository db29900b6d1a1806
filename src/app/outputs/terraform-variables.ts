import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { Ids } from '../../kernel/ids.ts';
import { isRecord } from '../../kernel/is-record.ts';
import type { OutputsRecord } from './outputs-record.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** What the file may hold; a Terraform configuration declares those that it uses. */
const NAMES: ReadonlySet<string> = new Set(['ami_id', 'ami_ids', 'ami_ids_by_build']);

/**
 * Refuses, before anything is made, a file that Terraform would not read as JSON, or that holds somebody else's values.
 * Terraform reads `terraform.tfvars.json` and `*.auto.tfvars.json` of its working directory by itself, and other names with
 * `-var-file`; by the ending it tells JSON from HCL (Terraform, "Assigning values to root module variables").
 *
 * @param name as the user gave it
 * @returns its path, absolute
 * @throws BakeError `invalid-tfvars`
 */
export function terraformVariablesFile(name: string, workingDirectory: string): string {
  const file = path.resolve(workingDirectory, name);
  if (!/[^/\\]\.tfvars\.json$/.test(file)) {
    throw refused(
      `The file for Terraform's variables is "${name}", which does not end in ".tfvars.json"`,
      'Terraform loads names such as ami.auto.tfvars.json by itself, and other .tfvars.json files with -var-file.',
    );
  }
  if (!existsSync(file)) return file;
  const others = otherNames(file, name);
  if (others.length > 0) {
    throw refused(
      `"${name}" holds other variables than those of bake-ami (${others.join(', ')}), which would get lost`,
      'Name a file of its own, for example ami.auto.tfvars.json beside it: Terraform loads them all.',
    );
  }
  return file;
}

/**
 * Writes what Terraform needs of the images: `ami_id` where one build made any, `ami_ids` by region, and
 * `ami_ids_by_build` where several builds did. False, and nothing is written, where there is no image.
 *
 * @param file as `terraformVariablesFile` gave it
 */
export function writeTerraformVariables(
  file: string,
  { ami_id, ami_ids, artifacts }: OutputsRecord,
  ids: Ids,
): boolean {
  const byBuild = Object.fromEntries(
    Object.entries(artifacts)
      .map(([build, made]) => [build, idsByRegion(made.flatMap(({ images }) => images))] as const)
      .filter(([, regions]) => Object.keys(regions).length > 0),
  );
  const builds = Object.keys(byBuild).length;
  if (builds === 0) return false;
  const values = { ...(ami_id !== '' && { ami_id }), ami_ids, ...(builds > 1 && { ami_ids_by_build: byBuild }) };
  try {
    writeWholeFile(file, `${JSON.stringify(values, undefined, 2)}\n`, ids);
  } catch (cause) {
    throw new BakeError(`The file for Terraform's variables, ${file}, can't be written: ${errorMessage(cause)}`, {
      code: 'tfvars-unwritable',
      category: 'input',
      hint: 'Name a file in a folder that can be written, relative to the working directory. The images are made and are in the outputs.',
      cause,
    });
  }
  return true;
}

/** Whether a text is what is written here: these variables and no others, as nobody would write them by hand. */
export function isTerraformVariablesText(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && isRecord(value['ami_ids']) && Object.keys(value).every((name) => NAMES.has(name));
  } catch {
    return false;
  }
}

function idsByRegion(images: readonly { readonly region: string; readonly id: string }[]): Record<string, string> {
  return Object.fromEntries(images.map(({ region, id }) => [region, id]));
}

function otherNames(file: string, name: string): readonly string[] {
  let present: unknown;
  try {
    present = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw refused(
      `"${name}" is there already, and is no JSON that could be replaced: ${errorMessage(cause)}`,
      'Remove it, or name another file.',
      cause,
    );
  }
  if (!isRecord(present)) throw refused(`"${name}" is there already, and is no object of JSON`, 'Name another file.');
  return Object.keys(present).filter((key) => !NAMES.has(key));
}

function refused(message: string, hint: string, cause?: unknown): BakeError {
  return new BakeError(message, { code: 'invalid-tfvars', category: 'input', hint, cause });
}
