import { splitAssignment } from '../../kernel/assignment.ts';
import type { OptionFindings } from '../../kernel/option-findings.ts';
import { lookAtPath } from '../look-at-path.ts';
import { whereItWasLookedFor } from '../missing-path.ts';
import type { ValidationContext } from '../ports.ts';
import type { RemoteScriptOptions } from './options.ts';

const SOURCES = ['inline', 'script', 'scripts'] as const;

/** What is wrong with `remoteScriptOptions`, of whichever provisioner. */
export function checkRemoteScript(findings: OptionFindings<RemoteScriptOptions>, context: ValidationContext): void {
  checkSources(findings);
  checkFiles(findings, context);
  checkVariables(findings);
  checkExitCodes(findings);
}

function checkSources(findings: OptionFindings<RemoteScriptOptions>): void {
  const given = SOURCES.filter((name) => !findings.known(name) || isGiven(findings.options[name]));
  if (given.length === 1) return;
  findings.error({
    at: given[1] ?? '',
    code: 'shell-script-count',
    summary: given.length === 0 ? 'There is no script to run' : `${given.join(' and ')} are given together`,
    detail: 'Exactly one of inline, script and scripts is needed.',
  });
}

function isGiven(value: string | readonly string[] | undefined): boolean {
  return value !== undefined && value.length > 0;
}

function checkFiles(findings: OptionFindings<RemoteScriptOptions>, { workingDirectory }: ValidationContext): void {
  const { script, scripts = [] } = findings.options;
  const named = [
    ...(script === undefined || script === '' ? [] : [{ at: 'script', path: script }]),
    ...scripts.map((path, index) => ({ at: `scripts[${index}]`, path })),
  ];
  for (const { at, path } of named) {
    if (!findings.known(at)) continue;
    if (lookAtPath(path, workingDirectory).kind === 'file') continue;
    findings.error({
      at,
      code: 'script-not-found',
      summary: `There is no script ${path}`,
      detail: whereItWasLookedFor(path, workingDirectory, findings.fileOf(at)),
    });
  }
}

function checkVariables(findings: OptionFindings<RemoteScriptOptions>): void {
  for (const [index, entry] of (findings.options.environment_vars ?? []).entries()) {
    const at = `environment_vars[${index}]`;
    if (splitAssignment(entry) !== undefined || !findings.known(at)) continue;
    findings.error({
      at,
      code: 'environment-variable-shape',
      summary: 'An environment variable is not written as NAME=value',
      detail: `It is "${entry}". Write "NAME=value", or use env = { NAME = "value" }.`,
    });
  }
}

function checkExitCodes(findings: OptionFindings<RemoteScriptOptions>): void {
  for (const [index, code] of findings.options.valid_exit_codes.entries()) {
    const at = `valid_exit_codes[${index}]`;
    if (/^-?\d+$/.test(code) || !findings.known(at)) continue;
    findings.error({
      at,
      code: 'exit-code-shape',
      summary: `${code} is no exit status`,
      detail: 'valid_exit_codes lists whole numbers, for example [0, 3].',
    });
  }
}
