import { chunks } from '../../../aws/tagged/find.ts';
import { BakeError } from '../../../kernel/errors.ts';
import { type UsageSite, UseCollector, type Uses } from './check.ts';

/** An image as somebody names it: by its id, or by a parameter (`resolve:ssm:NAME`, perhaps with a version or a label). */
export interface ImageReference {
  readonly image: string | undefined;
  /** For people. */
  readonly user: string;
}

const BY_PARAMETER = 'resolve:ssm:';
/** GetParameters takes no more (SSM API reference). */
const PARAMETERS_PER_CALL = 10;
/** An image id in whatever text. */
const IMAGE_ID = /\bami-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/g;

/** The uses that references come to. A parameter that does not exist leads to no image. */
export async function resolved(
  site: UsageSite,
  references: readonly ImageReference[],
  candidates: ReadonlySet<string>,
): Promise<Uses> {
  const found = new UseCollector(candidates);
  const byParameter = new Map<string, string>();
  for (const { image, user } of references) {
    if (image?.startsWith(BY_PARAMETER)) byParameter.set(image.slice(BY_PARAMETER.length), user);
    else found.add(image, user);
  }
  const values = await parameterValues(site, [...byParameter.keys()]);
  for (const [name, user] of byParameter) {
    for (const id of imageIdsIn(values.get(name) ?? '')) found.add(id, `${user}, by the parameter ${name}`);
  }
  return found.uses;
}

export function imageIdsIn(text: string): readonly string[] {
  return text.match(IMAGE_ID) ?? [];
}

/** By the names as they were asked for. Rejects when one of them may not be read. */
export async function parameterValues(
  { aws, region, signal }: UsageSite,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  if (names.length === 0) return values;
  const ssm = await aws.ssm(region);
  for (const Names of chunks(names, PARAMETERS_PER_CALL)) {
    const { Parameters = [], InvalidParameters = [] } = await ssm.getParameters({ Names }, signal);
    for (const { Name = '', Selector = '', ARN = '', Value = '' } of Parameters) {
      // The answer has a name without its version or label, and no order; it may be a name or an ARN that was asked for.
      const selector = Selector === '' || Selector.startsWith(':') ? Selector : `:${Selector}`;
      for (const asked of [`${Name}${selector}`, `${ARN}${selector}`])
        if (Names.includes(asked)) values.set(asked, Value);
    }
    const missing = Names.find((name) => !values.has(name) && !InvalidParameters.includes(name));
    if (missing !== undefined) throw unanswered(missing);
  }
  return values;
}

/** Taken for "no image", an answer that is not understood would let an image go that is in use. */
function unanswered(name: string): BakeError {
  return new BakeError(`The parameter ${name} is not in the answer of ssm:GetParameters`, {
    code: 'parameter-unanswered',
    category: 'cloud',
  });
}
