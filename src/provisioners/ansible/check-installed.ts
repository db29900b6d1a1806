import { runLocalProcess } from '../../engine/local-script/local-process.ts';
import type { BuildContext } from '../../engine/ports.ts';
import { splitAssignment } from '../../kernel/assignment.ts';
import { errorCode } from '../../kernel/error-code.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import type { AnsibleOptions } from './options.ts';

/**
 * Runs Ansible's programs with `--version`, so that one that is missing is noticed before a machine is launched. Rejects
 * with `ansible-not-found` or `ansible-not-working`.
 */
export async function checkAnsibleInstalled(
  decoded: DecodedOptions<AnsibleOptions>,
  context: BuildContext,
): Promise<void> {
  const { options } = decoded;
  if (options.skip_version_check === true || decoded.unknown('skip_version_check')) return;
  if (!decoded.unknown('command')) await checkProgram('command', options.command, decoded, context);
  if (decoded.given('galaxy_file') && !decoded.unknown('galaxy_command')) {
    await checkProgram('galaxy_command', options.galaxy_command, decoded, context);
  }
}

async function checkProgram(
  option: 'command' | 'galaxy_command',
  program: string,
  decoded: DecodedOptions<AnsibleOptions>,
  context: BuildContext,
): Promise<void> {
  const { clock, signal, workingDirectory } = context;
  let lastLine = '';
  const { status } = await runLocalProcess({
    program,
    args: ['--version'],
    environment: { ...context.environment, ...knownVariables(decoded) },
    workingDirectory,
    clock,
    signal,
    onLine: (_stream, line) => {
      if (line.trim() !== '') lastLine = line.trim();
    },
  }).catch((thrown: unknown) => {
    throw isNotStartable(thrown) ? notFound(option, program, thrown) : thrown;
  });
  if (status === 0) return;
  throw new BakeError(`${program} does not work on this machine: ${program} --version exited with status ${status}`, {
    code: 'ansible-not-working',
    category: 'provision',
    hint: `${lastLine === '' ? 'It printed nothing.' : `The last that it printed: "${lastLine}".`} A program that does not know --version needs skip_version_check = true.`,
  });
}

function notFound(option: string, program: string, cause: BakeError): BakeError {
  const message =
    errorCode(cause.cause) === 'ENOENT'
      ? `The program ${program}, which provisioner "ansible" needs, is not on this machine`
      : `The program ${program}, which provisioner "ansible" needs, can't be started: ${cause.message}`;
  return new BakeError(message, {
    code: 'ansible-not-found',
    category: 'provision',
    hint: `Install Ansible in a step before this one (pip install ansible-core), or say with ${option} where it is. Nothing was launched.`,
    cause,
  });
}

/** ansible_env_vars may set PATH; what holds an action is only known at the run. */
function knownVariables({ options }: DecodedOptions<AnsibleOptions>): Readonly<Record<string, string>> {
  const plain = (options.ansible_env_vars ?? []).filter((entry) => !entry.includes('{{')).map(splitAssignment);
  return Object.fromEntries(plain.flatMap((each) => (each === undefined ? [] : [[each.name, each.value]])));
}

function isNotStartable(thrown: unknown): thrown is BakeError {
  return thrown instanceof BakeError && thrown.code === 'program-not-startable';
}
