import { refusedFunction, type TemplateFunction } from './functions.ts';

/** Those that ask a service elsewhere, and how many arguments each takes. */
export const REMOTE_FUNCTIONS: ReadonlyMap<string, number | readonly [number, number]> = new Map<
  string,
  number | readonly [number, number]
>([
  ['consul_key', 1],
  ['vault', 2],
  ['aws_secretsmanager', [1, 2]],
  ['aws_secretsmanager_raw', 1],
]);

/** What the older JSON templates have only in their variables, for all their other texts. */
export const refusedOutsideOfVariables: readonly TemplateFunction[] = ['env', ...REMOTE_FUNCTIONS.keys()].map((name) =>
  refusedFunction(
    name,
    `{{ ${name} }} only works in the variables of the template`,
    `Give a variable such a value, "variables": { "name": "{{ ${name} … }}" }, and write {{ user "name" }} here.`,
  ),
);

/** What the older JSON templates call `user`. */
export const refusedVar = refusedFunction(
  'var',
  'There is no function "var" in {{ }}',
  'In a template of the older JSON format a variable is written {{user `name`}}.',
);

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
  refusedFunction(
    'var',
    'There is no function "var" in {{ }}',
    `In an HCL2 template a variable is written \${var.name}.`,
  ),
  ...Array.from(REMOTE_FUNCTIONS.keys(), (name) =>
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
