import { communicatorType } from '../../engine/judged-plan.ts';
import type { DeclaredBuilder } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';

const NO_KEY = 'No key is made: the machine is there already.';

/** Its options are those of the communicators, and what Packer's own declarations bring along. */
const nullSchema = {
  ssh_keypair_name: option.string.optional({ doc: NO_KEY }),
  ssh_clear_authorized_keys: option.bool.withDefault(false, { doc: NO_KEY }),
  temporary_key_pair_name: option.string.optional({ doc: NO_KEY }),
  temporary_key_pair_bits: option.number.optional({ doc: NO_KEY }),
} as const;

const ADDRESS = { ssh: 'ssh_host', winrm: 'winrm_host' } as const;
const SSH_LOGINS = ['ssh_agent_auth', 'ssh_password', 'ssh_private_key_file'] as const;

/** Runs provisioners on a machine that is there already, and makes nothing: declared and judged; it does not run yet. */
export const nullBuilder: DeclaredBuilder<OptionsOf<typeof nullSchema>> = {
  type: 'null',
  schema: nullSchema,
  generatedNames: [],
  connects: true,
  instead: 'Run the steps with "shell-local" provisioners of an "amazon-ebs" source, or outside of bake-ami.',
  validate: (decoded) => {
    const findings = new OptionFindings(decoded);
    // The communicator's options stand in the same source block; null only asks which of them are written.
    const type = communicatorType(decoded);
    const address = type === 'ssh' || type === 'winrm' ? ADDRESS[type] : undefined;
    if (address === undefined) return [];
    if (!findings.given(address)) missing(findings, address, 'The machine is there already: say where.');
    const logins = SSH_LOGINS.filter((name) => findings.given(name));
    const [first, second] = logins;
    if (type === 'ssh' && first !== undefined && second !== undefined) {
      findings.exclusive(first, second, 'Log in in one way only. Keep one of them.');
    } else if (type === 'ssh' && first === undefined) {
      missing(findings, 'ssh_private_key_file', 'Say how to log in: with it, ssh_password or ssh_agent_auth = true.');
    } else if (type === 'winrm' && !findings.given('winrm_password') && first === undefined) {
      missing(findings, 'winrm_password', 'Say how to log in.');
    }
    return findings.diagnostics;
  },
};

function missing(findings: OptionFindings<unknown>, name: string, detail: string): void {
  findings.error({ at: '', code: 'missing-option', summary: `${name} is missing`, detail });
}
