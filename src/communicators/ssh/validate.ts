import { lookAtPath } from '../../engine/look-at-path.ts';
import { whereItWasLookedFor } from '../../engine/missing-path.ts';
import type { ValidationContext } from '../../engine/ports.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import { errorDiagnostic, warningDiagnostic } from '../../kernel/diagnostics.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import { checkRoutes } from './check-routes.ts';
import { wrongWithKeyFile } from './key-file.ts';
import { localPath } from './local-path.ts';
import type { SshOptions } from './options.ts';

/** What can be said about the options before anything runs. */
export function validateSsh(decoded: DecodedOptions<SshOptions>, context: ValidationContext): readonly Diagnostic[] {
  const { options } = decoded;
  const found: Diagnostic[] = [];
  const wrong = (option: string, code: string, summary: string, detail: string): void => {
    if (!decoded.unknown(option))
      found.push(errorDiagnostic({ code, summary, detail, subject: decoded.range(option) }));
  };
  if (options.ssh_username === '') {
    wrong(
      'ssh_username',
      'ssh-username-empty',
      'ssh_username is empty',
      'Set it to the user of the image: ubuntu, ec2-user, admin, …',
    );
  }
  // What is written for a jump host matters where there is one.
  const hasBastion = options.ssh_bastion_host !== undefined;
  const ports = ['ssh_port', 'ssh_bastion_port'] as const;
  for (const name of hasBastion ? ports : ports.slice(0, 1)) {
    const port = options[name];
    if (port < 1 || port > 65_535) {
      wrong(name, 'port-out-of-range', `${name} is no port: ${port}`, 'A port is a whole number from 1 to 65535.');
    }
  }
  const keyFiles = ['ssh_private_key_file', 'ssh_bastion_private_key_file'] as const;
  for (const name of hasBastion ? keyFiles : keyFiles.slice(0, 1)) {
    const path = options[name];
    if (path === undefined || decoded.unknown(name)) continue;
    const file = localPath(path, context.workingDirectory);
    const look = lookAtPath(file, context.workingDirectory);
    if (look.kind === undefined) {
      wrong(
        name,
        'ssh-key-file-missing',
        `There is no file ${path}`,
        `${name} must name an existing private key file. ${look.why ?? whereItWasLookedFor(path, context.workingDirectory, decoded.range(name).filename)}`,
      );
      continue;
    }
    const why = wrongWithKeyFile(file);
    if (why !== undefined) {
      wrong(name, 'ssh-key-unusable', `${path} is no private key`, `${why}. ${name} must name a private key file.`);
    }
  }
  if (hasBastion && !hasBastionLogin(options)) {
    wrong(
      'ssh_bastion_host',
      'ssh-bastion-login-missing',
      'Nothing says how to log in to the jump host',
      'Set ssh_bastion_private_key_file, ssh_bastion_password or ssh_bastion_agent_auth beside ssh_bastion_host.',
    );
  }
  if (options.ssh_disable_agent_forwarding === false && !decoded.unknown('ssh_disable_agent_forwarding')) {
    found.push(
      warningDiagnostic({
        code: 'ssh-agent-not-forwarded',
        summary: 'The SSH agent is not forwarded',
        detail:
          'With a forwarded agent, whatever runs on the machine could log in as you elsewhere. Fetch what the build needs on this machine, and upload it with a file provisioner.',
        subject: decoded.range('ssh_disable_agent_forwarding'),
      }),
    );
  }
  const routes = new OptionFindings(decoded);
  checkRoutes(routes);
  return [...found, ...routes.diagnostics];
}

function hasBastionLogin(options: SshOptions): boolean {
  return (
    options.ssh_bastion_agent_auth ||
    options.ssh_bastion_password !== undefined ||
    options.ssh_bastion_private_key_file !== undefined ||
    options.ssh_private_key_file !== undefined
  );
}
