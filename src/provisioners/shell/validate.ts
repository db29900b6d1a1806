import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ValidationContext } from '../../engine/ports.ts';
import { splitAssignment } from '../../kernel/assignment.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import { errorDiagnostic } from '../../kernel/diagnostics.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import type { ShellOptions } from './options.ts';

const SOURCES = ['inline', 'script', 'scripts'] as const;

export function validateShell(
  decoded: DecodedOptions<ShellOptions>,
  context: ValidationContext,
): readonly Diagnostic[] {
  return [
    ...checkSources(decoded),
    ...checkFiles(decoded, context),
    ...checkVariables(decoded),
    ...checkExitCodes(decoded),
  ];
}

function checkSources(decoded: DecodedOptions<ShellOptions>): readonly Diagnostic[] {
  const given = SOURCES.filter((name) => decoded.unknown(name) || isGiven(decoded.options[name]));
  if (given.length === 1) return [];
  const subject = given.length === 0 ? decoded.range() : decoded.range(given[1]);
  return [
    errorDiagnostic({
      code: 'shell-script-count',
      summary: given.length === 0 ? 'There is no script to run' : `${given.join(' and ')} are given together`,
      detail: 'A shell provisioner needs exactly one of inline, script and scripts.',
      subject,
    }),
  ];
}

function isGiven(value: string | readonly string[] | undefined): boolean {
  return value !== undefined && value.length > 0;
}

function checkFiles(decoded: DecodedOptions<ShellOptions>, context: ValidationContext): readonly Diagnostic[] {
  const { script, scripts = [] } = decoded.options;
  const named = [
    ...(script === undefined || script === '' ? [] : [{ option: 'script', path: script }]),
    ...scripts.map((path, index) => ({ option: `scripts[${index}]`, path })),
  ];
  return named
    .filter(({ option }) => !decoded.unknown(option))
    .filter(
      ({ path }) => statSync(resolve(context.workingDirectory, path), { throwIfNoEntry: false })?.isFile() !== true,
    )
    .map(({ option, path }) =>
      errorDiagnostic({
        code: 'script-not-found',
        summary: `There is no script ${path}`,
        detail: `A relative path starts at ${context.workingDirectory}; "\${path.root}/…" starts at the template's folder.`,
        subject: decoded.range(option),
      }),
    );
}

function checkVariables(decoded: DecodedOptions<ShellOptions>): readonly Diagnostic[] {
  return (decoded.options.environment_vars ?? []).flatMap((entry, index) => {
    const option = `environment_vars[${index}]`;
    if (splitAssignment(entry) !== undefined || decoded.unknown(option)) return [];
    return [
      errorDiagnostic({
        code: 'environment-variable-shape',
        summary: 'An environment variable is not written as NAME=value',
        detail: `It is "${entry}". Write "NAME=value", or use env = { NAME = "value" }.`,
        subject: decoded.range(option),
      }),
    ];
  });
}

function checkExitCodes(decoded: DecodedOptions<ShellOptions>): readonly Diagnostic[] {
  return decoded.options.valid_exit_codes.flatMap((code, index) => {
    const option = `valid_exit_codes[${index}]`;
    if (/^\d+$/.test(code) || decoded.unknown(option)) return [];
    return [
      errorDiagnostic({
        code: 'exit-code-shape',
        summary: `${code} is no exit status`,
        detail: 'valid_exit_codes lists whole numbers, for example [0, 3].',
        subject: decoded.range(option),
      }),
    ];
  });
}
