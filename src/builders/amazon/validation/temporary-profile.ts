import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { InstanceOptions } from '../options/instance.ts';

const NAME = 'temporary_iam_instance_profile_policy_document';

/** IAM would refuse such a policy, after the build has begun. */
export function checkTemporaryProfile(findings: OptionFindings<InstanceOptions>): void {
  const { [NAME]: policy, iam_instance_profile: profile } = findings.options;
  if (policy === undefined) return;
  if (profile) {
    findings.warning({
      at: NAME,
      code: 'option-without-effect',
      summary: `${NAME} has no effect beside iam_instance_profile`,
      detail: `The instance gets the profile "${profile}". Remove one of the two.`,
    });
    return;
  }
  if (policy.Statement.length === 0 && findings.known(`${NAME}.Statement`))
    missing(findings, NAME, 'a Statement block');
  for (const [index, { Effect: effect, Action: actions, Resource: resources }] of policy.Statement.entries()) {
    const at = `${NAME}.Statement[${index}]`;
    if (!effect && findings.known(`${at}.Effect`)) missing(findings, at, 'an Effect, "Allow" or "Deny"');
    if (actions.length === 0 && findings.known(`${at}.Action`)) missing(findings, at, 'an Action');
    if (resources.length === 0 && findings.known(`${at}.Resource`))
      missing(findings, at, 'a Resource, for example ["*"]');
  }
}

function missing(findings: OptionFindings<InstanceOptions>, at: string, what: string): void {
  findings.error({
    at,
    code: 'missing-option',
    summary: 'The policy document is incomplete',
    detail: `IAM takes it only with ${what}.`,
  });
}
