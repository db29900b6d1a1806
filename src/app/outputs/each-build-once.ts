import { BakeError } from '../../kernel/errors.ts';
import type { Leg } from './leg-file.ts';
import type { ArtifactRecord } from './outputs-record.ts';

/** What a run has handed on, and the name of the file that held it. */
export interface NamedLeg extends Leg {
  readonly name: string;
}

/**
 * The legs, in which every build is left once. When jobs of a workflow run are run again, what the attempt before has handed
 * on is still there, beside what the new one says of the same builds. They say the same of a build, or less, as long as no
 * two name different images: of these the one counts that succeeded, and rather the one that made the image than one that
 * found it.
 *
 * @throws BakeError `build-merged-twice`
 */
export function eachBuildOnce(legs: readonly NamedLeg[]): readonly NamedLeg[] {
  const winners = new Map<string, NamedLeg>();
  for (const leg of legs) {
    for (const build of Object.keys(leg.builds)) {
      const other = winners.get(build);
      winners.set(build, other === undefined ? leg : better(other, leg, build));
    }
  }
  return legs.map((leg) => only(leg, (build) => winners.get(build) === leg));
}

function better(one: NamedLeg, other: NamedLeg, build: string): NamedLeg {
  const [images, others] = [imagesOf(one, build), imagesOf(other, build)];
  if (images !== '' && others !== '' && images !== others) throw differentImages(one, other, build);
  return rank(other, build) > rank(one, build) ? other : one;
}

function rank(leg: Leg, build: string): number {
  if (leg.builds[build] !== 'succeeded') return imagesOf(leg, build) === '' ? 0 : 1;
  return artifactsOf(leg, build)[0]?.reused === true ? 2 : 3;
}

/** What the builder made, as one text; empty: nothing. */
function imagesOf(leg: Leg, build: string): string {
  const images = artifactsOf(leg, build)[0]?.images ?? [];
  return images
    .map(({ region, id }) => `${region}:${id}`)
    .sort()
    .join(',');
}

/** Other machines have sent the names: `constructor` is there only where it was sent. */
function artifactsOf({ outputs: { artifacts } }: Leg, build: string): readonly ArtifactRecord[] {
  return Object.hasOwn(artifacts, build) ? (artifacts[build] ?? []) : [];
}

/** The leg without the builds that do not count here, and what its manifest says of them. */
function only(leg: NamedLeg, counts: (build: string) => boolean): NamedLeg {
  const { builds, outputs, manifest } = leg;
  const lost = Object.keys(builds).filter((build) => !counts(build));
  if (lost.length === 0) return leg;
  const artifacts = new Set(lost.flatMap((build) => artifactsOf(leg, build)).map(({ artifact_id: id }) => id));
  const without = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(record).filter(([build]) => !lost.includes(build)));
  return {
    ...leg,
    builds: without(builds),
    outputs: { ...outputs, artifacts: without(outputs.artifacts) },
    manifest: manifest && { ...manifest, builds: manifest.builds.filter(({ artifactId: id }) => !artifacts.has(id)) },
  };
}

function differentImages({ name: one }: NamedLeg, { name: other }: NamedLeg, build: string): BakeError {
  return new BakeError(`${one} and ${other} hold different images of the build "${build}"`, {
    code: 'build-merged-twice',
    category: 'input',
    hint: 'Merge the files of one run of the workflow only, and give each leg of the matrix a file of its own.',
  });
}
