import { refusedFunction, type TemplateFunction } from './functions.ts';

/** Those that ask a service. */
export const REMOTE_FUNCTIONS: readonly string[] = [
  'consul_key',
  'vault',
  'aws_secretsmanager',
  'aws_secretsmanager_raw',
];

/** What Packer has, or had, and an HCL2 template can't use: each with what to do instead. */
export const refusedFunctions: readonly TemplateFunction[] = [
  refusedFunction(
    'env',
    "The environment can't be read with {{ env }} here",
    `Declare a variable whose default is env("NAME"), and write \${var.name} here.`,
  ),
  refusedFunction(
    'user',
    '{{ user }} belongs to the older JSON templates',
    `In an HCL2 template a variable is written \${var.name}.`,
  ),
  ...REMOTE_FUNCTIONS.map((name) =>
    refusedFunction(
      name,
      `{{ ${name} }} only works in the variables of the older JSON templates`,
      'Pass the value in as a sensitive variable, for example through the environment as PKR_VAR_name.',
    ),
  ),
  refusedFunction(
    'sed',
    '{{ sed }} was taken out of Packer',
    'Use {{ replace_all "old" "new" "text" }}, or regex_replace() in HCL.',
  ),
  refusedFunction(
    'clean_ami_name',
    '{{ clean_ami_name }} was taken out of Packer',
    'Use {{ clean_resource_name }} instead.',
  ),
];
