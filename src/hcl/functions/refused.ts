/** Functions that Packer has and we have not yet: what to use in their place. */
export const REFUSED_FUNCTIONS: ReadonlyMap<string, string> = new Map(
  [
    ...['aws_secretsmanager', 'aws_secretsmanager_raw'].map(
      (name) =>
        [
          name,
          'the data source "amazon-secretsmanager", or a sensitive variable that a step before this one sets',
        ] as const,
    ),
    ['vault', 'a sensitive variable; in GitHub Actions, hashicorp/vault-action can set it'] as const,
    ['consul_key', 'a variable that a step before this one sets'] as const,
  ].map(([name, instead]) => [name, `The function "${name}" is not supported yet: use ${instead}.`]),
);
