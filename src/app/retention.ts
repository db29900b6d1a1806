import type { Aws, AwsConnections } from '../aws/connections.ts';
import type { RunReport } from '../engine/run-report.ts';
import { familyOf } from '../images/retention/family.ts';
import { describeError, toBakeError } from '../kernel/errors.ts';
import type { ArtifactSummary, Reporter } from '../kernel/events.ts';
import type { CloudAccess } from './cloud-access/cloud-access.ts';
import type { PruneResult, PruneSettings } from './prune/prune-request.ts';
import { pruneScope } from './prune.ts';
import type { Surroundings } from './surroundings.ts';
import { narrate } from './texts/narration.ts';
import { pruneHeadline, pruneNotes, pruneTable } from './texts/prune-text.ts';

/** What becomes of older images after a bake. */
export interface RetentionSettings extends PruneSettings {
  /** Says what would become of each image, and changes nothing. */
  readonly dryRun: boolean;
}

type Images = ArtifactSummary['images'];

/** Nobody waits for a bake that is done much longer than this. */
const BUDGET_MS = 10 * 60_000;

/**
 * Prunes the families of what a run has baked, in the regions where it is, with the credentials that each build had. Only
 * after a run that succeeded. Never rejects, and is no failure of the run: what went wrong is a warning.
 */
export async function pruneAfterRun(
  report: RunReport,
  settings: RetentionSettings,
  cloud: CloudAccess,
  surroundings: Surroundings,
): Promise<readonly PruneResult[]> {
  if (report.outcome !== 'succeeded') return [];
  const images = report.builds.flatMap(({ artifact }) => artifact?.images ?? []);
  // Builds of one family may have connections of their own: what any of them hands on stays.
  const handedOn = new Set(images.map(({ id }) => id));
  const results: PruneResult[] = [];
  const failed = (thrown: unknown): void =>
    tell(surroundings, 'warning', `Old images were not pruned: ${describeError(toBakeError(thrown))}`);
  try {
    for (const [aws, theirs] of await byMaker(images, cloud.connections)) {
      const result = await pruneFamilies({ aws, images: theirs, handedOn }, settings, cloud, surroundings).catch(
        failed,
      );
      if (result !== undefined) results.push(result);
    }
  } catch (thrown) {
    failed(thrown);
  }
  return results;
}

/** The images by the connection that they were made with. */
async function byMaker(images: Images, connections: AwsConnections): Promise<ReadonlyMap<Aws, Images>> {
  const groups = new Map<Aws, Images>();
  for (const image of images) {
    const aws = await connections.makerOf('image', image.region, image.name);
    groups.set(aws, [...(groups.get(aws) ?? []), image]);
  }
  return groups;
}

async function pruneFamilies(
  { aws, images, handedOn }: { readonly aws: Aws; readonly images: Images; readonly handedOn: ReadonlySet<string> },
  settings: RetentionSettings,
  cloud: CloudAccess,
  surroundings: Surroundings,
): Promise<PruneResult | undefined> {
  const regions = [...new Set(images.map(({ region }) => region))];
  const families = new Set<string>();
  for (const region of regions) {
    const ImageIds = images.filter((image) => image.region === region).map(({ id }) => id);
    const { Images: found = [] } = await aws.ec2(region).describeImages({ ImageIds }, surroundings.signal);
    for (const image of found) {
      const family = familyOf(image, settings.familyTags);
      if (family !== undefined) families.add(family.key);
      else {
        const tags = settings.familyTags.join(', ');
        tell(
          surroundings,
          'warning',
          `Old images of ${image.Name} are not pruned: ${image.ImageId} lacks the tags ${tags}`,
        );
      }
    }
  }
  if (families.size === 0) return undefined;
  const request = {
    ...surroundings,
    ...settings,
    reporter: asNotes(surroundings.reporter),
    regions,
    region: undefined,
    budgetMs: BUDGET_MS,
    onPlan: (plan: PruneResult) => {
      const going = plan.findings.filter(({ verdict }) => verdict !== 'keep');
      const { rows } = pruneTable(
        { ...plan, findings: going },
        settings.dryRun || plan.isTooMuch ? 'would be' : 'will be',
      );
      for (const cells of rows) tell(surroundings, 'info', cells.filter((cell) => cell !== '').join('  '));
    },
  };
  const result = await pruneScope({ aws, regions, areNamed: true, families, handedOn }, request, cloud);
  tell(surroundings, 'info', `Old images: ${pruneHeadline(result, settings.dryRun)}`);
  for (const note of pruneNotes(result)) tell(surroundings, 'info', note);
  if (result.error !== undefined) {
    tell(surroundings, 'warning', `Old images were not pruned as they should be: ${describeError(result.error)}`);
  }
  return result;
}

/** What goes here was not made by this run: it must not count as cleaned up, or as left behind. */
function asNotes(reporter: Reporter): Reporter {
  return {
    report: (event) => {
      // What is left is told once more at the end, as a warning.
      const isOfRun = event.type === 'resource-removed' || event.type === 'resource-left';
      const told = isOfRun ? narrate(event) : undefined;
      reporter.report(told === undefined ? event : { type: 'log', level: 'info', message: told.text });
    },
  };
}

function tell({ reporter, secrets }: Surroundings, level: 'info' | 'warning', message: string): void {
  reporter.report({ type: 'log', level, message: secrets.mask(message) });
}
