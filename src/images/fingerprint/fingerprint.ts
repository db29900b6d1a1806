import { SOURCE_AMI_TAG } from '../../aws/tags.ts';
import { communicatorType } from '../../engine/judged-plan.ts';
import type { Fingerprint, ImageOrigin, Registry, ValidationContext } from '../../engine/ports.ts';
import { atRun } from '../../engine/provision.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import type { DecodedOptions, Schema } from '../../kernel/schema.ts';
import type { SecretRegistry } from '../../kernel/secrets.ts';
import { buildDataNames, type ComponentCatalog, type GeneratedData, type PlannedBuild } from '../../template/plan.ts';
import { canonicalJson } from './canonical-json.ts';
import { differingPaths, mootDiagnostic } from './changing-values.ts';
import { type DecidingValue, decidingValues, standIns } from './deciding-values.ts';
import { changesSince, fingerprintTags, type ImageInput, labelOf } from './input-tags.ts';
import { keyedDigests, sha256 } from './keyed-digest.ts';
import { digestOfLocalInput } from './local-input-digest.ts';
import { stableName } from './stable-name.ts';

/** What a fingerprint begins with; raised when the way in which it is made changes. */
const FORMAT = 'v1';
const SOURCE_AMI = 'the source AMI';

export interface FingerprintRequest {
  readonly planned: PlannedBuild;
  /** The same build as the template would plan it at other times (`moments.ts`). */
  readonly atOtherTimes: readonly PlannedBuild[];
  /** And a moment later; undefined: it can't be planned again. */
  readonly aMomentLater: () => Promise<PlannedBuild | undefined>;
  readonly origin: ImageOrigin;
  readonly registry: Registry;
  readonly catalog: ComponentCatalog;
  readonly context: ValidationContext;
  readonly secrets: SecretRegistry;
  /** The user's key for digests; undefined: none. */
  readonly key: string | undefined;
}

export interface MadeOutFingerprint extends Fingerprint {
  readonly inputs: readonly ImageInput[];
  /** Whether a secret went in without a key to keep it from being guessed. */
  readonly exposesSecrets: boolean;
  /** What makes it another one in each run. */
  readonly moot: readonly Diagnostic[];
}

/** Makes out what decides a build's image. Rejects with the system's error where a local file can't be read. */
export async function makeOutFingerprint(request: FingerprintRequest): Promise<MadeOutFingerprint> {
  const { planned, origin, key, secrets } = request;
  const here = await readBlocks(planned, request);
  const elsewhere = await Promise.all(request.atOtherTimes.map((other) => readBlocks(other, request)));
  const files = await fileTexts(here, request);
  const texts = [...inputTexts(here, elsewhere, request), ...files];
  const digests = await keyedDigests(
    texts.map(({ text }) => text),
    { key, accountId: origin.accountId, secrets },
  );
  const inputs = texts.map(
    ({ name, label }, index): ImageInput => ({ name, label, digest: digests[index]?.digest ?? '' }),
  );
  const list = inputs.map(({ name, digest }) => `${name}=${digest}`).join('\n');
  const id = `${FORMAT}-${sha256(list)}`;
  return {
    id,
    inputs,
    tags: fingerprintTags(id, inputs),
    changesSince: (tags) =>
      changesSince(tags, id, inputs)?.map((label) => (label === SOURCE_AMI ? fromWhich(tags, origin) : label)),
    changedMeanwhile: () => changedFiles(files, here, request),
    exposesSecrets: key === undefined && digests.some(({ holdsSecret }) => holdsSecret),
    moot: await moot(here, elsewhere, request),
  };
}

function fromWhich(tags: Readonly<Record<string, string>>, { sourceImageId }: ImageOrigin): string {
  const before = tags[SOURCE_AMI_TAG];
  return before === undefined ? SOURCE_AMI : `${SOURCE_AMI} (${before}, now ${sourceImageId})`;
}

/** The builder (number 0) or a provisioner (from 1 on), as it is read for the fingerprint. */
interface ReadBlock {
  readonly number: number;
  readonly type: string;
  readonly continueOnError: boolean;
  readonly decoded: DecodedOptions<unknown>;
  readonly values: readonly DecidingValue[];
}

/** What the machine would say of itself is the same in each reading. */
async function readBlocks(
  planned: PlannedBuild,
  { origin, catalog }: FingerprintRequest,
): Promise<readonly ReadBlock[]> {
  const builder = catalog.builders.get(planned.builder.type);
  const generated: GeneratedData = { ...standIns(buildDataNames(builder) ?? []), ...origin.generated };
  const texts = { render: planned.render, generated };
  const read = (schema: Schema | undefined, decoded: DecodedOptions<unknown>) =>
    schema === undefined ? [] : decidingValues(schema, decoded, texts);
  const own: ReadBlock = {
    number: 0,
    type: planned.builder.type,
    continueOnError: false,
    decoded: planned.builder.decoded,
    values: read(builder?.schema, planned.builder.decoded),
  };
  const provisioners = await Promise.all(
    planned.provisioners.map(async (each, index): Promise<ReadBlock> => {
      const { type, continueOnError } = each;
      const decoded = await atRun(each, generated);
      const values = read(catalog.provisioners.get(type)?.schema, decoded);
      return { number: index + 1, type, continueOnError, decoded, values };
    }),
  );
  return [own, ...provisioners];
}

interface InputText extends Omit<ImageInput, 'digest'> {
  readonly text: string;
}

function inputTexts(
  [builder, ...provisioners]: readonly ReadBlock[],
  elsewhere: readonly (readonly ReadBlock[])[],
  { planned, origin, registry }: FingerprintRequest,
): readonly InputText[] {
  if (builder === undefined) return [];
  const { type } = builder;
  const build = {
    name: planned.name,
    type,
    behaviour: registry.builders.get(type)?.behaviourVersion,
    communicator: communicatorType(builder.decoded),
  };
  const nameElsewhere = (option: string): readonly string[] =>
    elsewhere.map(([other]) => String(other?.values.find((each) => each.option === option)?.value));
  return [
    { name: 'build', label: 'the name or the kind of the build', text: canonicalJson(build) },
    { name: 'source-ami', label: SOURCE_AMI, text: canonicalJson(origin.sourceImageId) },
    ...builder.values.map(({ option, decides, value }) => ({
      name: option,
      label: labelOf(option, []),
      text: canonicalJson(decides === 'name' ? stableName(String(value), nameElsewhere(option)) : value),
    })),
    ...provisioners.map(({ number, type: kind, continueOnError, values }) => {
      const options = Object.fromEntries(values.map(({ option, value }) => [option, value]));
      const behaviour = registry.provisioners.get(kind)?.behaviourVersion;
      const name = `${number}.${kind}`;
      return {
        name,
        label: labelOf(name, []),
        text: canonicalJson({ type: kind, behaviour, continueOnError, options }),
      };
    }),
  ];
}

async function fileTexts(
  blocks: readonly ReadBlock[],
  { registry, context }: FingerprintRequest,
): Promise<readonly InputText[]> {
  const types = blocks.slice(1).map(({ type }) => type);
  const texts = await Promise.all(
    blocks.map(async ({ number, type, decoded }): Promise<readonly InputText[]> => {
      const plugin = number === 0 ? registry.builders.get(type) : registry.provisioners.get(type);
      const local = plugin?.localInputs(decoded, context) ?? [];
      if (local.length === 0) return [];
      // Without the paths: those are options, and absolute ones differ from one computer to the next.
      const digests = await Promise.all(local.map((each) => digestOfLocalInput(each, context.workingDirectory)));
      const name = `${number}.files`;
      const label = number === 0 ? 'the file with the user data' : labelOf(name, types);
      return [{ name, label, text: canonicalJson(digests) }];
    }),
  );
  return texts.flat();
}

async function changedFiles(
  before: readonly InputText[],
  blocks: readonly ReadBlock[],
  request: FingerprintRequest,
): Promise<readonly string[]> {
  // Who does that is there to make what is uploaded afterwards, from what is in the fingerprint already.
  const { provisioners } = request.registry;
  if (blocks.slice(1).some(({ type, decoded }) => provisioners.get(type)?.writesLocalFiles?.(decoded) === true))
    return [];
  // Files that are gone can't be what they were either.
  const now = await fileTexts(blocks, request).catch(() => []);
  const texts = new Map(now.map(({ name, text }) => [name, text]));
  return before.filter(({ name, text }) => texts.get(name) !== text).map(({ label }) => label);
}

/** Names what has another value a moment later. What only changes with the date is not among that. */
async function moot(
  here: readonly ReadBlock[],
  elsewhere: readonly (readonly ReadBlock[])[],
  request: FingerprintRequest,
): Promise<readonly Diagnostic[]> {
  const differs = (other: readonly ReadBlock[]): boolean =>
    here.some(({ values }, index) => differingPaths(values, other[index]?.values ?? []).length > 0);
  if (!elsewhere.some(differs)) return [];
  const later = await request.aMomentLater();
  if (later === undefined) return [];
  const blocks = await readBlocks(later, request);
  return here.flatMap(({ number, type, values, decoded }, index) =>
    differingPaths(values, blocks[index]?.values ?? []).map((path) =>
      mootDiagnostic(
        number === 0
          ? `source ${request.planned.source.type}.${request.planned.source.name}`
          : `provisioner ${number} (${type})`,
        path,
        decoded,
      ),
    ),
  );
}
