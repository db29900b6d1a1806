import { basename, dirname, join, resolve } from 'node:path';
import type { Source } from '../hcl/source.ts';
import { type Diagnostic, type DiagnosticParts, errorDiagnostic } from '../kernel/diagnostics.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import type { FileSystem } from './file-system.ts';
import { kindAt, listFolder, readSource } from './source-files.ts';

const ENDING = '.pkr.hcl';
const JSON_ENDING = '.pkr.json';
const ENDINGS = [ENDING, JSON_ENDING];
const AUTO_VARIABLES_ENDINGS = ['.auto.pkrvars.hcl', '.auto.pkrvars.json'];

/** Packer's `-config-type`: what a file is whose name does not say so. */
export type ConfigType = 'hcl2' | 'json';

/** The files that a template consists of. */
export interface TemplateFiles {
  /** Whether it is one file in Packer's older JSON format. */
  readonly isLegacy: boolean;
  readonly templates: readonly Source[];
  /** Variable files that are read without being named: those beside the template, when it is a folder. */
  readonly autoVariables: readonly Source[];
  /** Packer's `path.root`: the folder as it was named, not made absolute. */
  readonly root: string;
  /** The same, absolute. */
  readonly directory: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds and reads what `path` (relative to `workingDirectory`, or absolute) means: a folder with all its `.pkr.hcl` files
 * and then its `.pkr.json` files, each in the order of their names, without sub-folders, or one file alone.
 */
export function readTemplateFiles(
  path: string,
  workingDirectory: string,
  files: FileSystem,
  configType?: ConfigType,
): TemplateFiles {
  const absolute = resolve(workingDirectory, path);
  const kind = kindAt(absolute, files);
  if (kind === 'directory') return readFolder(path, workingDirectory, files);
  const root = dirname(path);
  const directory = dirname(absolute);
  const isLegacy = !isTemplate(path) && configType !== 'hcl2';
  const common = { isLegacy, autoVariables: [], root, directory };
  const refusal = kind === undefined ? notFound(path, absolute, files) : isLegacy ? refusalByName(path) : undefined;
  if (refusal !== undefined) return { ...common, templates: [], diagnostics: [errorDiagnostic(refusal)] };
  const { value, diagnostics } = readSource(path, workingDirectory, files);
  return { ...common, templates: value === undefined ? [] : [value], diagnostics };
}

function readFolder(path: string, workingDirectory: string, files: FileSystem): TemplateFiles {
  const directory = resolve(workingDirectory, path);
  const diagnostics: Diagnostic[] = [];
  const listed = listFolder(path, directory, files);
  if (listed.value === undefined) {
    const root = path.replaceAll('\\', '/');
    return { isLegacy: false, templates: [], autoVariables: [], root, directory, diagnostics: listed.diagnostics };
  }
  const names = listed.value
    // What can't be read is told by reading it: a template without one of its files is another template.
    .filter((name) => kindAt(join(directory, name), files) !== 'directory')
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const read = (endings: readonly string[]): readonly Source[] =>
    endings
      .flatMap((ending) => names.filter((name) => name.endsWith(ending)))
      .flatMap((name) => {
        const result =
          kindAt(join(directory, name), files) === undefined
            ? { value: undefined, diagnostics: [leadsNowhere(join(path, name))] }
            : readSource(join(path, name), workingDirectory, files);
        diagnostics.push(...result.diagnostics);
        return result.value === undefined ? [] : [result.value];
      });

  if (!names.some(isTemplate)) {
    diagnostics.push(errorDiagnostic(emptyFolder(path, directory, names)));
  }
  return {
    isLegacy: false,
    templates: read(ENDINGS),
    autoVariables: read(AUTO_VARIABLES_ENDINGS),
    root: path.replaceAll('\\', '/'),
    directory,
    diagnostics,
  };
}

function leadsNowhere(name: string): Diagnostic {
  return errorDiagnostic({
    code: 'unreadable-file',
    summary: `The file "${name}" can't be read`,
    detail: `It is a link to something that is not there, and part of the template by its name. Mend the link or remove it.`,
  });
}

function isTemplate(name: string): boolean {
  return ENDINGS.some((ending) => name.endsWith(ending));
}

function notFound(path: string, absolute: string, files: FileSystem): DiagnosticParts {
  const parent = dirname(absolute);
  const neighbours = kindAt(parent, files) === 'directory' ? (listFolder(parent, parent, files).value ?? []) : [];
  return {
    code: 'template-not-found',
    summary: `There is no template "${path}"`,
    detail: `Neither a file nor a folder is at ${absolute}. Name a file that ends in ${ENDINGS.join(' or ')}, or the folder that holds such files.${didYouMean(basename(absolute), neighbours)}`,
  };
}

/** A name that is most likely a slip: Packer takes any file for a template in the older JSON format. */
function refusalByName(path: string): DiagnosticParts | undefined {
  if (!path.endsWith('.hcl')) return undefined;
  return {
    code: 'not-a-template',
    summary: `"${path}" is not named as a template`,
    detail: `Only a file whose name ends in ${ENDINGS.join(' or ')} is read as an HCL2 template, as in Packer. Rename it, name the folder that holds the template, or say -config-type=hcl2.`,
  };
}

function emptyFolder(path: string, directory: string, names: readonly string[]): DiagnosticParts {
  const similar = names.filter((name) => name.endsWith('.hcl') && !name.endsWith('.pkrvars.hcl'));
  const json = names.filter((name) => name.endsWith('.json'));
  const hint =
    similar.length > 0
      ? ` There is ${similar.join(', ')}: only names that end in ${ENDING} count.`
      : json.length > 0
        ? ` There is ${json.join(', ')}: a template in the older JSON format is named itself, not its folder.`
        : '';
  return {
    code: 'no-template-files',
    summary: `There is no template in the folder "${path}"`,
    detail: `No file in ${directory} has a name that ends in ${ENDINGS.join(' or ')}; sub-folders are not searched.${hint}`,
  };
}
