import { iamFeatures as features, type IamNeed as Need, type IamWithout as Without } from '../registry.ts';

/** docs/iam.md: what the builder has to be allowed for what, from the declaration that everything else goes by. */
export function iamPage(): string {
  const rows = features.flatMap(({ name, needs }) =>
    needs.map((need) => `| ${name} | ${actionsOf(need)} | ${need.why} | ${consequence(need.without)} |`),
  );
  return `# IAM permissions

<!-- Written by "npm run docs" from src/builders/amazon-ebs/permissions/. -->

\`bake-ami policy TEMPLATE\` prints the least policy that a template needs, as JSON, for the builds that \`-only\` and \`-except\`
select:

\`\`\`sh
node dist/cli.js policy packer >policy.json
aws iam put-role-policy --role-name bake --policy-name bake --policy-document file://policy.json
\`\`\`

What it allows is limited as far as IAM can: to the regions of the builds, to resources that carry the tag \`bake-ami:run\`
(everything that a bake makes has it from the call that makes it), to roles and instance profiles by name, to the KMS keys
that are named, and to use of those by EC2. What it can't know is said beside it, as a note.

What is missing is found by dry runs: of \`ec2:RunInstances\` and \`ec2:CopyImage\` before anything is made, of \`ec2:StopInstances\` and
\`ec2:CreateImage\` while the machine boots. The error lists all of it, and what each action is for.

A role that works with Packer works here too, under the policy that Packer's documentation asks for: what goes beyond
that falls back, as the table says.

## What is needed for what

| Feature | Actions | What for | Without it |
| --- | --- | --- | --- |
${rows.join('\n')}

\`sts:GetCallerIdentity\` needs no permission. Data sources need what they read with: \`ec2:DescribeImages\`
(\`amazon-ami\`), \`ssm:GetParameter\` (\`amazon-parameterstore\`), \`secretsmanager:GetSecretValue\` (\`amazon-secretsmanager\`).

Pruning older images (input \`retention\`, action \`prune\`) has a policy of its own: [retention.md](retention.md#permissions).

## Credentials for a workflow

GitHub signs a token for each job, and AWS gives short-lived credentials for it; no access key is stored anywhere. How it is set
up, with the role's trust policy: [github-oidc.md](github-oidc.md).
`;
}

function actionsOf({ actions }: Need): string {
  return actions.map((action) => `\`${action}\``).join(', ');
}

function consequence(without: Without): string {
  switch (without.kind) {
    case 'fails':
      return 'the build fails and names the action';
    case 'leaves':
      return `it leaves ${without.what} behind, which is an error`;
    case 'only-in-trouble':
      return `used only when a build fails or is killed: ${without.what}`;
    case 'falls-back':
      return without.takes.length === 0
        ? without.how
        : `${without.how}, which takes ${without.takes.map((action) => `\`${action}\``).join(', ')}`;
  }
}
