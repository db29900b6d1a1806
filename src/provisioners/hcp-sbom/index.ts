import type { DeclaredComponent } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type HcpSbomOptions, hcpSbomSchema } from './options.ts';

/** What HCP Packer takes as the name of a bill of materials. */
const SBOM_NAME = /^[0-9A-Za-z-]{3,36}$/;

/** `provisioner "hcp-sbom"`: declared and judged; nothing is sent to HCP Packer. */
export const hcpSbomProvisioner: DeclaredComponent<HcpSbomOptions> = {
  type: 'hcp-sbom',
  schema: hcpSbomSchema,
  instead: "Leave it out; HCP Packer's registry is not written to.",
  validate: (decoded) => {
    const findings = new OptionFindings(decoded);
    checkSource(findings);
    const { options } = decoded;
    if (options.sbom_name && findings.known('sbom_name') && !SBOM_NAME.test(options.sbom_name)) {
      findings.error({
        at: 'sbom_name',
        code: 'invalid-value',
        summary: 'sbom_name must have 3 to 36 letters, digits and "-"',
        detail: `${JSON.stringify(options.sbom_name)} is no name for a bill of materials.`,
      });
    }
    return findings.diagnostics;
  },
};

function checkSource(findings: OptionFindings<HcpSbomOptions>): void {
  const { source, auto_generate: generates, ...options } = findings.options;
  if (!findings.known('source') || !findings.known('auto_generate')) return;
  if (!generates) {
    if (source) return;
    findings.error({
      at: '',
      code: 'missing-option',
      summary: 'There is no bill of materials',
      detail: 'Name the file on the machine in source, or set auto_generate = true.',
    });
    return;
  }
  if (source) {
    findings.exclusive('auto_generate', 'source', 'Name a file, or have one made. Keep one of them.');
  }
  for (const [name, other] of [
    ['scanner_checksum', 'scanner_url'],
    ['elevated_password', 'elevated_user'],
  ] as const) {
    if (!options[name] || options[other] || !findings.known(other)) continue;
    findings.error({
      at: name,
      code: 'missing-option',
      summary: `${name} needs ${other}`,
      detail: `Add ${other}, or remove ${name}.`,
    });
  }
}
