import { awsCodeOf, isDenied, isNotFound } from '../../aws/errors.ts';
import type { ImageParameters, ParameterSite, PlannedParameter, RegionalImage } from '../../aws/image-parameters.ts';
import { ec2Tags } from '../../aws/tags.ts';
import { BakeError, toBakeError } from '../../kernel/errors.ts';
import { Claims } from './claims.ts';
import type { ParameterLine } from './parameter-line.ts';
import { problemWithName } from './parameter-name.ts';

const IMAGE_TYPE = 'aws:ec2:image';
const IMAGE_ID = /^ami-[0-9a-f]{8,17}$/;

/** Systems Manager looks at an image after its answer; that takes a few seconds. */
const CHECK_LIMIT_MS = 120_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/** The parameters that the input `ssm-parameter` names, for all builds of a run. */
export class ParameterStore implements ImageParameters {
  readonly #lines: readonly ParameterLine[];
  readonly #claims = new Claims();

  constructor(lines: readonly ParameterLine[]) {
    this.#lines = lines;
  }

  async plan(site: ParameterSite): Promise<readonly PlannedParameter[]> {
    const wanted = this.#lines.map((line) => placed(line, site));
    const { build, accountId: account = '', region: own, render } = site;
    const filledIn = { '{{ build_name }}': render('{{ build_name }}'), '{{ .BuildRegion }}': own };
    for (const { name, region } of wanted) this.#claims.claim({ account, region, name, build, filledIn });
    const unique = [...new Map(wanted.map((each) => [`${each.region} ${each.name}`, each])).values()];
    return Promise.all(unique.map((each) => looked(each, site)));
  }

  async write(
    planned: readonly PlannedParameter[],
    images: readonly RegionalImage[],
    site: ParameterSite,
  ): Promise<void> {
    const settled = await Promise.allSettled(
      planned.map(async (parameter) => {
        const image = images.find(({ region }) => region === parameter.region);
        if (image !== undefined) await writeOne(parameter, image.id, site);
      }),
    );
    const failure = settled.find((outcome) => outcome.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  }
}

type Place = Pick<PlannedParameter, 'name' | 'region'>;

/** What a line means for a build; throws for what can't be. */
function placed(line: ParameterLine, { region: own, regions, build, render }: ParameterSite): Place {
  const region = line.region ?? own;
  if (!regions.includes(region)) {
    const where = regions.length === 0 ? 'makes none' : `makes its images in ${regions.join(', ')}`;
    throw invalid(
      `can not be written in ${region}: the build ${build} ${where}`,
      line.name,
      line.region === undefined ? 'Name the region: name=region.' : 'Add the region to ami_regions, or name another.',
    );
  }
  let name: string;
  try {
    name = render(line.name);
  } catch (thrown) {
    throw invalid(
      `can not be filled in: ${toBakeError(thrown).message}`,
      line.name,
      'It takes what ami_description takes: {{ .SourceAMI }}, {{ .BuildRegion }}, {{ build_name }}, {{ timestamp }} and the like.',
    );
  }
  const problem = problemWithName(name);
  if (problem === undefined) return { name, region };
  throw invalid(problem, name, 'Take a name such as /images/app.');
}

function invalid(problem: string, name: string, hint: string): BakeError {
  return new BakeError(`The parameter "${name}" (input ssm-parameter) ${problem}`, {
    code: 'ssm-parameter-invalid',
    category: 'input',
    hint,
  });
}

/** What the parameter holds now: one of another type can't take the id of an image. */
async function looked({ name, region }: Place, { aws, signal, note, warn }: ParameterSite): Promise<PlannedParameter> {
  const ssm = await aws.ssm(region);
  try {
    const { Parameter } = await ssm.getParameter({ Name: name }, signal);
    if (Parameter?.Type !== undefined && Parameter.Type !== 'String') {
      throw invalid(
        `is a ${Parameter.Type} in ${region} already, and the type of a parameter can not be changed`,
        name,
        'Delete it there, or take another name.',
      );
    }
    if (Parameter?.Value !== undefined && !IMAGE_ID.test(Parameter.Value)) {
      // Without the value: it may be anything, a password too.
      warn(
        `The parameter ${name} in ${region} holds something that is not the id of an image, and the id of the image replaces it (its version ${Parameter.Version} keeps it): is it the right name?`,
      );
    }
    return { name, region, value: Parameter?.DataType === IMAGE_TYPE ? Parameter.Value : undefined };
  } catch (thrown) {
    if (isNotFound(thrown)) return { name, region, value: undefined };
    if (!isDenied(thrown)) throw thrown;
    note(
      `What the parameter ${name} in ${region} holds can not be seen, because ssm:GetParameter is not allowed: it is written without a look, and nobody waits until it can be read`,
    );
    return { name, region, value: undefined };
  }
}

async function writeOne(
  { name, region, value }: PlannedParameter,
  imageId: string,
  site: ParameterSite,
): Promise<void> {
  const { note } = site;
  if (value === imageId) {
    note(`The parameter ${name} in ${region} holds ${imageId} already`);
    return;
  }
  const version = await put({ name, region }, imageId, site);
  if (await isReadable({ name, region }, imageId, version, site)) {
    note(`The parameter ${name} in ${region} is ${imageId} now (version ${version})`);
  }
}

/** Makes the parameter with its tags; one that is there gets a new version, and the tags by a call of their own. */
async function put({ name, region }: Place, imageId: string, site: ParameterSite): Promise<number> {
  const { aws, signal, tags, note } = site;
  const ssm = await aws.ssm(region);
  const request = { Name: name, Value: imageId, Type: 'String', DataType: IMAGE_TYPE } as const;
  const Tags = ec2Tags(tags).map(({ Key = '', Value = '' }) => ({ Key, Value }));
  try {
    return (await ssm.putParameter({ ...request, Tags }, signal)).Version ?? 0;
  } catch (thrown) {
    if (awsCodeOf(thrown) !== 'ParameterAlreadyExists' && !isDenied(thrown)) throw thrown;
    if (isDenied(thrown)) {
      // Perhaps only the tags may not be given.
      const made = await ssm.putParameter({ ...request, Overwrite: true }, signal);
      note(`The parameter ${name} in ${region} has no tags of ours, because ssm:AddTagsToResource is not allowed`);
      return made.Version ?? 0;
    }
  }
  const { Version = 0 } = await ssm.putParameter({ ...request, Overwrite: true }, signal);
  try {
    await ssm.addTagsToResource({ ResourceType: 'Parameter', ResourceId: name, Tags }, signal);
  } catch (thrown) {
    if (!isDenied(thrown)) throw thrown;
    note(`The parameter ${name} in ${region} has no tags of ours, because ssm:AddTagsToResource is not allowed`);
  }
  return Version;
}

/** Waits for the version; false: it may not be read. */
async function isReadable(
  { name, region }: Place,
  imageId: string,
  version: number,
  { aws, clock, signal }: ParameterSite,
): Promise<boolean> {
  const ssm = await aws.ssm(region);
  const end = clock.monotonic() + CHECK_LIMIT_MS;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      const { Parameter } = await ssm.getParameter({ Name: name }, signal);
      if (Parameter?.Value === imageId || (Parameter?.Version ?? 0) > version) return true;
    } catch (thrown) {
      if (isDenied(thrown)) return false;
      if (!isNotFound(thrown)) throw thrown;
    }
    if (clock.monotonic() >= end) throw notTaken({ name, region }, imageId);
    await clock.sleep(pause, signal);
  }
}

function notTaken({ name, region }: Place, imageId: string): BakeError {
  return new BakeError(
    `Systems Manager took ${imageId} for the parameter ${name} in ${region}, and it can not be read after ${CHECK_LIMIT_MS / 1_000} seconds`,
    {
      code: 'ssm-parameter-not-validated',
      category: 'cloud',
      hint: `Parameters of the data type ${IMAGE_TYPE} are checked against EC2 first, with the caller's permission ec2:DescribeImages; an event of Parameter Store in EventBridge says why one was refused. The image exists and is of use.`,
    },
  );
}
