import { createHash } from 'node:crypto';
import type { ArtifactSummary } from '../../kernel/events.ts';
import type { ImageInput } from '../fingerprint/input-tags.ts';
import { imageArn, snapshotArn } from './arn.ts';

/** https://in-toto.io/Statement/v1 */
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
/** SLSA provenance: https://slsa.dev/spec/v1.1/provenance */
const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
/** What the parameters of this kind of build mean: docs/provenance.md. */
export const BUILD_TYPE = 'https://github.com/bake-ami/bake-ami/blob/main/docs/provenance.md#v1';

/** One build that has made images. */
export interface ProvenBuild {
  readonly name: string;
  /** Where it worked. */
  readonly region: string | undefined;
  readonly artifact: ArtifactSummary;
  /** Undefined where no fingerprint was made out. */
  readonly inputs: readonly ImageInput[] | undefined;
  /** Whether the digests of all inputs are keyed. */
  readonly isKeyed: boolean;
}

export interface ProvenRun {
  readonly runId: string;
  /** As the user named it. */
  readonly template: string;
  readonly cloud: 'aws' | 'local';
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly version: string;
  /** The version of Packer whose behaviour is meant. */
  readonly behavesAs: string;
  readonly commit: string | undefined;
  /** `https://github.com/owner/name` */
  readonly repository: string | undefined;
  readonly ref: string | undefined;
  readonly runUrl: string | undefined;
  /** URI of who built: the workflow file at its ref. */
  readonly builder: string | undefined;
  readonly builds: readonly ProvenBuild[];
}

export interface Subject {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

export interface Statement {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly Subject[];
  readonly predicateType: typeof PREDICATE_TYPE;
  readonly predicate: object;
}

/**
 * What these images are made of, for others to sign. AWS tells no digest of an image: a subject is the image's ARN, and its
 * digest is that of this very text, since an id never comes to stand for another image. Values of variables are not in it.
 */
export function provenanceStatement(run: ProvenRun): Statement {
  const images = run.builds.flatMap(({ name, artifact }) => artifact.images.map((image) => ({ build: name, image })));
  return {
    _type: STATEMENT_TYPE,
    subject: images.map(({ image }) => subjectOf(imageArn(image.region, image.id))),
    predicateType: PREDICATE_TYPE,
    predicate: {
      buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: {
          template: run.template,
          ...(run.repository !== undefined && { repository: run.repository }),
          ...(run.ref !== undefined && { ref: run.ref }),
          builds: Object.fromEntries(run.builds.map((build) => [build.name, parametersOf(build)])),
        },
        internalParameters: { cloud: run.cloud, packer: run.behavesAs },
        resolvedDependencies: [...sourceImages(run), ...sourceCode(run)],
      },
      runDetails: {
        builder: { id: run.builder ?? 'urn:bake-ami:terminal', version: { 'bake-ami': run.version } },
        metadata: {
          invocationId: run.runUrl ?? run.runId,
          startedOn: run.startedAt,
          finishedOn: run.finishedAt,
        },
        byproducts: images.map(({ build, image }) => ({
          uri: imageArn(image.region, image.id),
          annotations: {
            build,
            name: image.name,
            region: image.region,
            snapshots: image.snapshotIds.map((id) => snapshotArn(image.region, id)),
          },
        })),
      },
    },
  };
}

/** The subjects as `sha256sum` lists files: what actions/attest takes as `subject-checksums`. */
export function checksums({ subject }: Statement): string {
  return subject.map(({ name, digest }) => `${digest.sha256}  ${name}\n`).join('');
}

/** The digest is that of the name itself. */
export function subjectOf(name: string): Subject {
  return { name, digest: { sha256: createHash('sha256').update(name).digest('hex') } };
}

function parametersOf({ artifact, inputs, isKeyed }: ProvenBuild) {
  return {
    ...(artifact.fingerprint !== undefined && { fingerprint: artifact.fingerprint }),
    ...(inputs !== undefined && {
      digestsAreKeyed: isKeyed,
      inputs: Object.fromEntries(inputs.map(({ name, digest }) => [name, digest])),
    }),
  };
}

/** An image's id and its ARN name the same one for good; there is no digest to give. */
function sourceImages({ builds }: ProvenRun) {
  const sources = new Map(
    builds.flatMap(({ region, artifact: { sourceImageId: id, sourceImageName: name } }) =>
      id === undefined || region === undefined ? [] : [[id, { region, name }] as const],
    ),
  );
  return [...sources].map(([id, { region, name }]) => ({
    uri: imageArn(region, id),
    name: 'source-ami',
    ...(name !== undefined && { annotations: { name } }),
  }));
}

function sourceCode({ repository, ref, commit }: ProvenRun) {
  if (repository === undefined || commit === undefined) return [];
  return [{ uri: `git+${repository}${ref === undefined ? '' : `@${ref}`}`, digest: { gitCommit: commit } }];
}
