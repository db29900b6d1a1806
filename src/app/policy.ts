import type { PermissionSurroundings } from '../engine/ports.ts';
import { BakeError } from '../kernel/errors.ts';
import { type PolicyStatement, policyDocument } from '../kernel/iam-policy.ts';
import type { BuildPlan, PlannedBuild } from '../template/plan.ts';
import type { TemplateReading } from '../template/reading.ts';
import type { TemplateRequest } from './build-request.ts';
import { defaultRegion } from './cloud-access/default-region.ts';
import type { Plugins } from './registry.ts';
import { registryForReading } from './registry-for-reading.ts';
import type { Surroundings } from './surroundings.ts';
import { planTemplate } from './templates/plan-template.ts';

/** What a template has to be allowed. */
export interface TemplatePolicy {
  /** An IAM policy, JSON; undefined: the template is not valid, which has been reported. */
  readonly policy: string | undefined;
  /** What the reader of the policy has to know; whole sentences. */
  readonly notes: readonly string[];
}

/** A managed policy may have so many characters, white space not counted (IAM quotas). */
const LONGEST_MANAGED_POLICY = 6_144;

/**
 * The least IAM policy that the selected builds of a template need. Asks AWS nothing, unless data sources are to be read.
 * Rejects with BakeError `no-policy` for a builder whose needs are not known.
 */
export async function policyOf(
  request: TemplateRequest & Surroundings & Omit<PermissionSurroundings, 'region'>,
): Promise<TemplatePolicy> {
  const registry = registryForReading(request);
  const { plan, reading } = await planTemplate({ ...request, toBuild: false }, registry);
  if (plan === undefined) return { policy: undefined, notes: [] };
  const { environment, force, verifies = false, parameters = [] } = request;
  const region = defaultRegion(environment);
  const ofBuilds = plan.builds.flatMap((planned) =>
    permissionsOf(planned, registry, { region, force, verifies, parameters }),
  );
  const ofData = dataStatements(reading, registry);
  const policy = policyDocument([...ofBuilds, ...ofData]);
  return { policy, notes: [...notesOn(plan, region), ...dataNotes(ofData), ...sizeNotes(policy)] };
}

function permissionsOf(
  { name, builder: { type, decoded } }: PlannedBuild,
  { builders }: Plugins,
  surroundings: PermissionSurroundings,
): readonly PolicyStatement[] {
  const builder = builders.get(type);
  if (builder !== undefined) return builder.permissions(decoded, surroundings);
  throw new BakeError(`What the build ${name} needs is not known: its builder is "${type}"`, {
    code: 'no-policy',
    category: 'input',
    hint: `There are policies for ${[...builders.keys()].join(', ')}. Leave this build out with -except=${name}.`,
  });
}

function dataStatements(reading: TemplateReading | undefined, registry: Plugins): readonly PolicyStatement[] {
  const actions = (reading?.dataSources ?? []).flatMap(({ type }) => registry.dataSources.get(type)?.actions ?? []);
  return actions.length === 0 ? [] : [{ sid: 'ReadDataSources', actions, resources: ['*'] }];
}

function notesOn({ builds }: BuildPlan, region: string | undefined): readonly string[] {
  const options = builds.map(({ builder }) => builder.decoded);
  const text = (name: string): readonly string[] =>
    options.flatMap(({ options: each }) => {
      const value = typeof each === 'object' && each !== null ? Object.entries(each).find(([key]) => key === name) : [];
      return typeof value?.[1] === 'string' && value[1] !== '' ? [value[1]] : [];
    });
  const profiles = [...new Set(text('iam_instance_profile'))];
  return [
    ...(region === undefined && text('region').length < builds.length
      ? ['No region is named, so the policy holds in all of them: write region, or set AWS_REGION.']
      : []),
    ...profiles.map(
      (name) =>
        `iam:PassRole takes the role's name, which is taken to be that of the instance profile: ${name}. Where it is another, change Resource.`,
    ),
    ...(options.some((decoded) => decoded.given('assume_role'))
      ? ['The template assumes a role: the policy is for that role, and its caller needs sts:AssumeRole on it.']
      : []),
    ...(options.some((decoded) => namesOf(decoded.options).some((name) => decoded.unknown(name)))
      ? ['Some options are not known before the data sources are read: -evaluate-datasources reads them.']
      : []),
  ];
}

function namesOf(options: unknown): readonly string[] {
  return typeof options === 'object' && options !== null ? Object.keys(options) : [];
}

function dataNotes(statements: readonly PolicyStatement[]): readonly string[] {
  const reads = statements.flatMap(({ actions }) => actions).filter((action) => !action.startsWith('ec2:'));
  return reads.length === 0
    ? []
    : [`Data sources read with ${[...new Set(reads)].join(' and ')}: narrow Resource to what they read.`];
}

function sizeNotes(policy: string): readonly string[] {
  const length = policy.replace(/\s/g, '').length;
  return length <= LONGEST_MANAGED_POLICY
    ? []
    : [
        `The policy has ${length} characters, and a managed policy may have ${LONGEST_MANAGED_POLICY}: make one for some of the builds each, with -only.`,
      ];
}
