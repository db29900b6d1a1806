import type { Selection } from '../../images/retention/owned-images.ts';
import { STEPS } from '../../images/retention/policy.ts';
import { CHECK_NAMES, type CheckName } from '../../images/retention/usage/check.ts';
import { splitAssignment } from '../../kernel/assignment.ts';
import { alternatives, didYouMean } from '../../kernel/suggestion.ts';
import type { RetentionSettings } from '../retention.ts';
import type { PruneSettings } from './prune-request.ts';

/** How settings are given: as inputs, as flags, or as lines of one input. */
export interface SettingsReader {
  /** Empty where it is not given. */
  readonly text: (name: PruneSettingName) => string;
  /** One value each. */
  list(name: PruneSettingName): readonly string[];
  /** Makes the error for a setting that is wrong; `what` goes on after the setting's name. */
  invalid(name: PruneSettingName, what: string, remedy: string): Error;
}

/** What each setting is, in the words of all that take it; in the order in which they are told. */
export const PRUNE_SETTINGS = {
  'keep-last': 'How many images of each family stay in each region, the newest ones; 1 where only keep-days is given.',
  'keep-days': 'Images that were made, or launched, less than so many days ago stay, too.',
  family:
    'Tags whose values together say which images follow each other; where none is named: build, name without dates and hashes, architecture.',
  'keep-tag': 'Images with this tag stay, whatever its value is.',
  mode: 'How far images go that are too old: deprecate, disable or deregister (with their snapshots).',
  'grace-days': 'Days between deprecating, disabling and deregistering an image; 0 takes the last step at once.',
  'max-deletions': 'If more images than this would be disabled or deregistered, nothing is done.',
  'image-tags':
    'Prune images with these tags (Key=Value, * and ? allowed), whoever made them; where neither these nor names are given, what bake-ami made.',
  'image-names': 'Prune images with one of these names (* and ? allowed), whoever made them.',
  'skip-checks': `Ways to be in use that do not count: ${CHECK_NAMES.join(', ')}.`,
  'usage-roles': 'ARNs of roles in other accounts that use the images: what is in use there stays.',
} as const satisfies Record<string, string>;

export type PruneSettingName = keyof typeof PRUNE_SETTINGS;

export const PRUNE_DEFAULTS = {
  'keep-tag': 'bake-ami:keep',
  mode: 'deregister',
  'grace-days': '0',
  'max-deletions': '50',
} as const;

/** Those that take several values. */
export const PRUNE_LISTS: readonly PruneSettingName[] = [
  'family',
  'image-tags',
  'image-names',
  'skip-checks',
  'usage-roles',
];

/** Reads and checks all of them; throws what `invalid` makes. */
export function readPruneSettings(reader: SettingsReader): PruneSettings {
  const { text } = reader;
  if (text('keep-last') === '' && text('keep-days') === '') {
    throw reader.invalid(
      'keep-last',
      'is not given, nor is keep-days',
      'Give one of them, or both: how many images are to be kept, or those of how many days.',
    );
  }
  return {
    keepLast: wholeNumber(reader, 'keep-last', '1', 1),
    keepDays: wholeNumber(reader, 'keep-days', '0', 0),
    familyTags: reader.list('family'),
    keepTag: text('keep-tag') || PRUNE_DEFAULTS['keep-tag'],
    mode: choice(reader, 'mode', text('mode') || PRUNE_DEFAULTS.mode, STEPS),
    graceDays: wholeNumber(reader, 'grace-days', PRUNE_DEFAULTS['grace-days'], 0),
    maxDeletions: wholeNumber(reader, 'max-deletions', PRUNE_DEFAULTS['max-deletions'], 0),
    selection: selectionOf(reader),
    skippedChecks: new Set(
      reader.list('skip-checks').map((name) => choice<CheckName>(reader, 'skip-checks', name, CHECK_NAMES)),
    ),
    usageRoles: reader.list('usage-roles').map((arn) => roleArn(reader, arn)),
  };
}

function wholeNumber(reader: SettingsReader, name: PruneSettingName, byDefault: string, least: number): number {
  const value = reader.text(name) || byDefault;
  if (/^\d{1,5}$/.test(value) && Number(value) >= least) return Number(value);
  const why = name === 'keep-last' ? ': the newest image of a family always stays' : '';
  throw reader.invalid(name, `is "${value}"`, `It takes a whole number, at least ${least}${why}.`);
}

function choice<T extends string>(
  reader: SettingsReader,
  name: PruneSettingName,
  value: string,
  choices: readonly T[],
): T {
  const found = choices.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw reader.invalid(name, `is "${value}"`, `It takes ${alternatives(choices)}.${didYouMean(value, choices)}`);
}

function selectionOf(reader: SettingsReader): Selection {
  const names = reader.list('image-names');
  const all = names.find((name) => /^[*?]*$/.test(name));
  if (all !== undefined) {
    throw reader.invalid(
      'image-names',
      `holds "${all}", which every image of the account matches`,
      'Write what the names begin with, for example web-*.',
    );
  }
  const tags = reader.list('image-tags').map((entry) => {
    const { name: key = '', value = '' } = splitAssignment(entry) ?? {};
    if (key !== '' && !/[*?]/.test(key)) return { key, value };
    throw reader.invalid('image-tags', `holds "${entry}"`, 'It takes Key=Value, for example Service=web.');
  });
  return { names, tags };
}

function roleArn(reader: SettingsReader, arn: string): string {
  if (/^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(arn)) return arn;
  throw reader.invalid(
    'usage-roles',
    `holds "${arn}"`,
    'It takes ARNs of roles, for example arn:aws:iam::111122223333:role/image-usage.',
  );
}

/** The settings of `retention`: one `name=value` a line; those that take several values may stand on several lines. */
export function readRetention(
  lines: readonly string[],
  invalid: (what: string, remedy: string) => Error,
): RetentionSettings | undefined {
  if (lines.length === 0) return undefined;
  const names = [...Object.keys(PRUNE_SETTINGS), DRY_RUN];
  const values = new Map<string, string[]>();
  for (const line of lines) {
    const { name = line, value } = splitAssignment(line) ?? {};
    const found = names.find((each) => each === name.trim());
    if (found === undefined || value === undefined) {
      throw invalid(
        `holds "${line}"`,
        `It takes lines such as keep-last=5, of ${names.join(', ')}.${didYouMean(name, names)}`,
      );
    }
    const before = values.get(found);
    if (before !== undefined && !PRUNE_LISTS.some((each) => each === found)) {
      throw invalid(`says ${found} twice`, 'Write it once.');
    }
    values.set(found, [...(before ?? []), value.trim()]);
  }
  const dryRun = values.get(DRY_RUN)?.[0] ?? 'false';
  if (dryRun !== 'true' && dryRun !== 'false')
    throw invalid(`says ${DRY_RUN}=${dryRun}`, 'It takes "true" or "false".');
  const settings = readPruneSettings({
    text: (name) => values.get(name)?.[0] ?? '',
    list: (name) => values.get(name) ?? [],
    invalid: (name, what, remedy) => invalid(`is wrong: ${name} ${what}`, remedy),
  });
  return { ...settings, dryRun: dryRun === 'true' };
}

const DRY_RUN = 'dry-run';
