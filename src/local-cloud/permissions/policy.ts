import { isRecord } from '../../kernel/is-record.ts';
import { checkPolicy } from '../actions/policy-document.ts';
import { conditionsHold, isLike, listOf, type RequestContext } from './conditions.ts';

/** One thing that a request needs to be allowed, on one resource. */
export interface Demand {
  /** `ec2:RunInstances` */
  readonly action: string;
  /** An ARN, or `*` for actions that are about none. */
  readonly resource: string;
  readonly context: RequestContext;
}

/** Whether the caller may do something. */
export type Judge = (demand: Demand) => boolean;

/**
 * A judge by an identity-based policy: what no statement allows, or any denies, is not allowed (IAM User Guide, "Policy
 * evaluation logic"). Undefined: everything is allowed. Throws MalformedPolicyDocument.
 */
export function judgeOf(document: string | undefined): Judge {
  if (document === undefined) return () => true;
  checkPolicy(document, 'permissions');
  const policy: unknown = JSON.parse(document);
  const statements = (isRecord(policy) ? [policy['Statement']].flat() : []).filter(isRecord);
  for (const { Condition: conditions } of statements) conditionsHold(conditions, new Map());
  return (demand) => {
    // AWS lets everybody ask who they are, whatever their policies say.
    if (demand.action === 'sts:GetCallerIdentity') return true;
    const effects = statements.filter((statement) => isAbout(statement, demand)).map(({ Effect: effect }) => effect);
    return effects.includes('Allow') && !effects.includes('Deny');
  };
}

function isAbout(statement: Record<string, unknown>, { action, resource, context }: Demand): boolean {
  const {
    Action: actions,
    NotAction: otherActions,
    Resource: resources,
    NotResource: otherResources,
    Condition: conditions,
  } = statement;
  const isAction = (pattern: string): boolean => isLike(action.toLowerCase(), pattern.toLowerCase());
  const isResource = (pattern: string): boolean => isLike(resource, pattern);
  return (
    (actions === undefined ? !listOf(otherActions).some(isAction) : listOf(actions).some(isAction)) &&
    (resources === undefined ? !listOf(otherResources).some(isResource) : listOf(resources).some(isResource)) &&
    conditionsHold(conditions, context)
  );
}
