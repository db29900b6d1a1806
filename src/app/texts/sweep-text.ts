import { counted } from '../../kernel/counted.ts';
import { printableLine } from '../../kernel/hostile-text.ts';
import { kindInWords } from '../../kernel/resources.ts';
import type { SweepFinding, SweepResult } from '../sweep.ts';

/** The table of a sweep, before anybody turned it into text or Markdown. What expired comes first. */
export interface SweepTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function sweepTable(result: SweepResult): SweepTable {
  const sorted = [...result.findings].sort(
    (one, other) =>
      Number(other.verdict === 'expired') - Number(one.verdict === 'expired') ||
      (placeOf(one) < placeOf(other) ? -1 : 1),
  );
  return {
    columns: ['Region', 'Resource', 'Run', 'Build', 'What becomes of it'],
    rows: sorted.map((finding) => {
      const { resource, runId, build } = finding;
      const id = `${kindInWords(resource.kind)} ${resource.id}`;
      // Tags are other people's text.
      return [resource.region, id, runId, build ?? '', outcomeOf(finding, result)].map((cell) =>
        printableLine(cell, false),
      );
    }),
  };
}

/** What a sweep comes to, in one or more sentences. */
export function sweepHeadline(result: SweepResult, dryRun: boolean): string {
  const { accountId, regions, findings, removed, left } = result;
  const expired = findings.filter(({ verdict }) => verdict === 'expired').length;
  const where = `in ${counted(regions.length, 'region')} of the AWS account ${accountId}`;
  if (findings.length === 0) return `No run has left anything behind ${where}.`;
  const stays = findings.length - expired;
  const staying = stays === 0 ? '' : ` ${counted(stays, 'resource')} stay${stays === 1 ? 's' : ''}.`;
  if (dryRun) {
    const more = expired === 0 ? '' : ' A dry run: nothing was removed.';
    return `${counted(expired, 'resource')} ${expired === 1 ? 'has' : 'have'} expired ${where}.${staying}${more}`;
  }
  const notRemoved = left.length === 0 ? '' : ` ${left.length} could not be removed.`;
  return `Removed ${counted(removed.length, 'resource')} ${where}.${notRemoved}${staying}`;
}

function outcomeOf({ resource, verdict, why }: SweepFinding, { removed, left }: SweepResult): string {
  if (verdict === 'stays') return `stays: ${why}`;
  if (removed.includes(resource)) return `removed: ${why}`;
  const failed = left.find((each) => each.resource === resource);
  return failed === undefined ? `would be removed: ${why}` : `left: ${failed.error.message}`;
}

function placeOf({ resource }: SweepFinding): string {
  return `${resource.region} ${resource.kind} ${resource.id}`;
}

/** A finding as plain data, in the names that scripts read. */
export function sweepRecord({ resource, runId, build, expiresAt, verdict, why }: SweepFinding) {
  const { kind, id, region } = resource;
  return { region, kind, id, run: runId, build: build ?? '', expires_at: expiresAt ?? '', verdict, why };
}
