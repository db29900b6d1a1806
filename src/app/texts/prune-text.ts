import type { NameSeries } from '../../images/retention/name-series.ts';
import { describeFailure } from '../../images/retention/usage/look.ts';
import { counted } from '../../kernel/counted.ts';
import { printableLine } from '../../kernel/hostile-text.ts';
import type { PruneFinding, PruneResult } from '../prune/prune-request.ts';

/** The table of a prune, before anybody turned it into text or Markdown. What goes comes first, then family by family. */
export interface PruneTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @param ahead how it is said of what is not done: `would be`, `will be` */
export function pruneTable(result: PruneResult, ahead = 'would be'): PruneTable {
  return {
    columns: ['Region', 'Image', 'Name', 'Made', 'Family', 'What becomes of it'],
    rows: result.findings.toSorted(inOrder).map((finding) => {
      const { resource, madeAt, family } = finding;
      const made = madeAt === undefined ? '' : new Date(madeAt).toISOString().slice(0, 10);
      // Names and tags are other people's text.
      return [resource.region, resource.id, resource.name ?? '', made, family, outcomeOf(finding, result, ahead)].map(
        (cell) => printableLine(cell, false),
      );
    }),
  };
}

function inOrder(one: PruneFinding, other: PruneFinding): number {
  const place = ({ verdict, resource: { region }, family }: PruneFinding): string =>
    `${verdict === 'keep' ? 1 : 0} ${region} ${family}`;
  const [a, b] = [place(one), place(other)];
  if (a !== b) return a < b ? -1 : 1;
  return (other.madeAt ?? 0) - (one.madeAt ?? 0) || (one.resource.id < other.resource.id ? -1 : 1);
}

const DONE = { deprecate: 'deprecated', disable: 'disabled', deregister: 'deregistered', delete: 'deleted' } as const;

function outcomeOf({ resource, verdict, why }: PruneFinding, { done, left }: PruneResult, ahead: string): string {
  if (verdict === 'keep') return `stays: ${why}`;
  const failed = left.find(({ resource: { id } }) => id === resource.id);
  if (failed !== undefined) return `left: ${failed.error.message}`;
  const isDone = done.some(({ id }) => id === resource.id);
  return `${isDone ? '' : `${ahead} `}${DONE[verdict]}: ${why}`;
}

/** What a prune comes to, in one or more sentences. */
export function pruneHeadline(result: PruneResult, dryRun: boolean): string {
  const { accountId, regions, findings, done, kept, left } = result;
  const where = `in ${counted(regions.length, 'region')} of the AWS account ${accountId}`;
  if (findings.length === 0) return `No images to be judged ${where}.`;
  const going = findings.filter(({ verdict }) => verdict !== 'keep');
  const stays = findings.length - going.length;
  const staying = stays === 0 ? '' : ` ${counted(stays, 'image')} stay${stays === 1 ? 's' : ''}.`;
  if (dryRun || result.isTooMuch) {
    const steps = told(going, 'would be ');
    const nothing = going.length === 0 ? '' : dryRun ? ' A dry run: nothing was changed.' : ' Nothing was changed.';
    const tooMuch =
      dryRun && result.isTooMuch ? ' That is more than max-deletions: without dry-run, nothing would be done.' : '';
    return `${steps === '' ? 'Nothing would go' : steps} ${where}.${staying}${nothing}${tooMuch}`;
  }
  const ids = new Set(done.map(({ id }) => id));
  const steps = told(
    going.filter(({ resource }) => ids.has(resource.id)),
    '',
  );
  const snapshots = done.filter(({ kind }) => kind === 'snapshot').length;
  const deleted = snapshots === 0 ? '' : `; ${counted(snapshots, 'snapshot')} deleted`;
  const stillThere = kept.length === 0 ? '' : ` ${counted(kept.length, 'snapshot')} of them still in use.`;
  const notDone = left.length === 0 ? '' : ` ${left.length} could not be removed.`;
  return `${steps === '' ? 'Nothing had to go' : steps} ${where}${deleted}.${stillThere}${notDone}${staying}`;
}

/** `3 images would be deprecated, 2 images would be deregistered`. */
function told(findings: readonly PruneFinding[], ahead: string): string {
  const parts = (['deprecate', 'disable', 'deregister'] as const).flatMap((step) => {
    const number = findings.filter(({ verdict }) => verdict === step).length;
    return number === 0 ? [] : [`${counted(number, 'image')} ${ahead}${DONE[step]}`];
  });
  const orphans = findings.filter(({ verdict }) => verdict === 'delete').length;
  if (orphans > 0) parts.push(`${counted(orphans, 'snapshot')} of an earlier run ${ahead}deleted`);
  return parts.join(', ');
}

/** What else has to be said: one or more whole sentences each. */
export function pruneNotes({ kept, unknown, unread, series }: PruneResult): readonly string[] {
  return [
    ...unknown.map((failure) => `${capital(describeFailure(failure))}.`),
    ...unread.map(({ region, error }) => `The images in ${region} can't be read: ${error.message}.`),
    ...kept.map(({ resource, why }) => `The snapshot ${resource.id} in ${resource.region} stays: ${why}.`),
    ...(series.length === 0 ? [] : [seriesNote(series)]),
  ];
}

/** Said once, with the longest of them for an example. */
function seriesNote(series: readonly NameSeries[]): string {
  const [longest] = series.toSorted((a, b) => b.names.length - a.names.length);
  const [first = '', second = ''] = (longest?.names ?? []).map((name) => printableLine(name, false));
  const number = series.reduce((sum, { names }) => sum + names.length, 0);
  return `${number} images, ${first} and ${second} among them, stay for ever: numbers in their names may be releases that all have to stay, so each image is a family of its own. Where they follow each other, give all of them one tag with the same value (in the template: tags = { Service = "app" }) and name it: family: Service, in a terminal -family=Service.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A finding as plain data, in the names that scripts read. */
export function pruneRecord({ resource, family, madeAt, verdict, why }: PruneFinding) {
  const { region, kind, id, name = '' } = resource;
  const created = madeAt === undefined ? '' : new Date(madeAt).toISOString();
  return { region, kind, id, name, family, created_at: created, verdict, why };
}
