import { isRecord } from '../../kernel/is-record.ts';
import { CloudError } from '../protocol/cloud-error.ts';

const VERSIONS = ['2012-10-17', '2008-10-17'];

/**
 * Refuses what IAM refuses in a policy document, as far as its form goes (IAM User Guide, "Grammar of the IAM JSON policy
 * language"). A trust policy says who (Principal), a permissions policy on what (Resource).
 */
export function checkPolicy(document: string, kind: 'trust' | 'permissions'): void {
  const policy = parsed(document);
  if (!isRecord(policy)) throw malformed('Syntax errors in policy.');
  const { Version: version, Statement: statement } = policy;
  if (version !== undefined && !VERSIONS.some((known) => known === version)) {
    throw malformed('The policy must contain a valid version string.');
  }
  const statements = [statement].flat().filter((each) => each !== undefined);
  if (statements.length === 0) throw malformed('Syntax errors in policy.');
  for (const each of statements) checkStatement(each, kind);
}

function checkStatement(statement: unknown, kind: 'trust' | 'permissions'): void {
  if (!isRecord(statement)) throw malformed('Syntax errors in policy.');
  const { Effect: effect } = statement;
  if (effect !== 'Allow' && effect !== 'Deny') throw malformed('Syntax errors in policy.');
  if (!isGiven(statement['Action']) && !isGiven(statement['NotAction'])) {
    throw malformed('Policy statement must contain actions.');
  }
  if (kind === 'trust') {
    if (statement['Resource'] !== undefined) throw malformed('Has prohibited field Resource');
    if (statement['Principal'] === undefined) throw malformed('Missing required field Principal');
    return;
  }
  if (statement['Principal'] !== undefined) throw malformed('Policy document should not specify a principal.');
  if (!isGiven(statement['Resource']) && !isGiven(statement['NotResource'])) {
    throw malformed('Policy statement must contain resources.');
  }
  for (const action of [statement['Action']].flat()) {
    if (typeof action === 'string' && action !== '*' && !/^[\w-]+:[\w*?]+$/.test(action)) {
      throw malformed('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
    }
  }
}

function isGiven(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || (Array.isArray(value) && value.length > 0);
}

function parsed(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch {
    throw malformed('This policy contains invalid Json');
  }
}

function malformed(message: string): CloudError {
  return new CloudError('MalformedPolicyDocument', message);
}
