import * as choice from './collection/choice.ts';
import { length } from './collection/length.ts';
import * as mappings from './collection/mappings.ts';
import * as predicates from './collection/predicates.ts';
import * as selection from './collection/selection.ts';
import * as sequences from './collection/sequences.ts';
import * as sets from './collection/sets.ts';
import * as clockFunctions from './date/clock-functions.ts';
import { formatdate } from './date/formatdate.ts';
import * as timeParts from './date/time-parts.ts';
import { base64decode, base64encode, base64gzip } from './encoding/base64.ts';
import * as json from './encoding/json.ts';
import { urlencode } from './encoding/url.ts';
import type { FunctionEnvironment } from './environment.ts';
import * as files from './filesystem/files.ts';
import { fileset } from './filesystem/fileset.ts';
import { abspath, basename, dirname, pathexpand } from './filesystem/path-names.ts';
import { templatefile } from './filesystem/templatefile.ts';
import type { FunctionRecord } from './function.ts';
import * as digests from './hash/digests.ts';
import { rsadecrypt } from './hash/rsadecrypt.ts';
import * as cidr from './network/cidr.ts';
import * as extremes from './numeric/extremes.ts';
import { parseint } from './numeric/parseint.ts';
import * as powers from './numeric/powers.ts';
import * as rounding from './numeric/rounding.ts';
import { sum } from './numeric/sum.ts';
import { REFUSED_FUNCTIONS } from './refused.ts';
import * as remote from './remote.ts';
import * as affixes from './string/affixes.ts';
import * as formats from './string/format.ts';
import * as letterCase from './string/letter-case.ts';
import * as parts from './string/parts.ts';
import * as trimming from './string/trimming.ts';
import * as attempts from './type/attempts.ts';
import { convertFunction } from './type/convert.ts';
import * as uuid from './uuid/uuid.ts';

/** The functions that expressions can call, and what they see of the world. */
export interface FunctionTable {
  readonly functions: ReadonlyMap<string, FunctionRecord>;
  readonly environment: FunctionEnvironment;
  /** Functions that are known and not supported: a sentence with what to use in place of each. */
  readonly refused: ReadonlyMap<string, string>;
}

const LIGHT: readonly FunctionRecord[] = [
  choice,
  { length },
  mappings,
  predicates,
  selection,
  sequences,
  sets,
  clockFunctions,
  { formatdate },
  timeParts,
  { base64decode, base64encode, base64gzip },
  json,
  { urlencode },
  files,
  { fileset, abspath, basename, dirname, pathexpand, templatefile },
  digests,
  { rsadecrypt },
  cidr,
  extremes,
  { parseint },
  powers,
  rounding,
  remote,
  { sum },
  affixes,
  formats,
  letterCase,
  parts,
  trimming,
  attempts,
  { convertFunction },
  uuid,
].flatMap((family): FunctionRecord[] => Object.values(family));

interface HeavyFamily {
  readonly names: readonly string[];
  load(): Promise<readonly FunctionRecord[]>;
}

/** Families that stand on large libraries. */
const HEAVY: readonly HeavyFamily[] = [
  {
    names: ['regex', 'regexall', 'regex_replace'],
    load: async () => Object.values(await import('./string/regex.ts')),
  },
  { names: ['yamldecode', 'yamlencode'], load: async () => Object.values(await import('./encoding/yaml.ts')) },
  { names: ['csvdecode'], load: async () => Object.values(await import('./encoding/csv.ts')) },
  {
    names: ['textencodebase64', 'textdecodebase64'],
    load: async () => Object.values(await import('./encoding/text.ts')),
  },
  { names: ['bcrypt'], load: async () => Object.values(await import('./hash/bcrypt.ts')) },
];

/** The names of all functions, loaded or not. */
export const FUNCTION_NAMES: readonly string[] = [
  ...LIGHT.map(({ name }) => name),
  ...HEAVY.flatMap(({ names }) => names),
].sort();

/**
 * The standard functions (`env` apart, see env.ts). Large libraries are loaded only for functions that the texts
 * mention: `mentions(name)` may err on the side of true. What `templatefile` will read is not known beforehand, so a
 * text that mentions it gets all.
 */
export async function loadFunctions(
  environment: FunctionEnvironment,
  mentions: (name: string) => boolean = () => true,
): Promise<FunctionTable> {
  const wanted = mentions('templatefile') ? HEAVY : HEAVY.filter(({ names }) => names.some(mentions));
  const heavy = await Promise.all(wanted.map((family) => family.load()));
  const functions = new Map([...LIGHT, ...heavy.flat()].map((record) => [record.name, record]));
  return { functions, environment, refused: REFUSED_FUNCTIONS };
}

/** The table with these functions added (`env`), or without some (`templatefile`, inside a template file). */
export function changeTable(
  table: FunctionTable,
  { add = [], remove = [] }: { readonly add?: readonly FunctionRecord[]; readonly remove?: readonly string[] },
): FunctionTable {
  const functions = new Map(table.functions);
  for (const name of remove) functions.delete(name);
  for (const record of add) functions.set(record.name, record);
  return { ...table, functions };
}
