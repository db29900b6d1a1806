import type { DeclaredComponent } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type ProvenanceOptions, provenanceSchema } from './options.ts';

const KEY_SERVICES = ['awskms://', 'gcpkms://', 'azurekms://', 'hashivault://'];

/** `post-processor "provenance"`: declared and judged; nothing is attested yet. */
export const provenancePostProcessor: DeclaredComponent<ProvenanceOptions> = {
  type: 'provenance',
  schema: provenanceSchema,
  instead: 'Attest the image in a step of its own after the bake.',
  validate: (decoded) => {
    const findings = new OptionFindings(decoded);
    checkSigner(findings);
    if (decoded.options.signing_mode === 'keyless') checkKeyless(findings);
    return findings.diagnostics;
  },
};

function checkSigner(findings: OptionFindings<ProvenanceOptions>): void {
  const { signer, key, signing_mode: mode } = findings.options;
  if (!findings.known('signer') || !findings.known('key')) return;
  if (signer && key && signer !== key) {
    findings.error({
      at: 'key',
      code: 'conflicting-options',
      summary: 'signer and key name different keys',
      detail: 'They are two names of one option. Keep one of them.',
    });
  }
  const named = key || signer;
  if (!named && (mode === 'key' || mode === 'kms')) {
    findings.error({
      at: 'signing_mode',
      code: 'missing-option',
      summary: `signing_mode = "${mode}" needs a signer`,
      detail: 'Name the key in signer.',
    });
  } else if (named && mode === 'kms' && !KEY_SERVICES.some((scheme) => named.startsWith(scheme))) {
    findings.error({
      at: key ? 'key' : 'signer',
      code: 'invalid-value',
      summary: 'This is no key of a key management service',
      detail: `${JSON.stringify(named)} must begin with one of ${KEY_SERVICES.join(', ')}.`,
    });
  }
}

function checkKeyless(findings: OptionFindings<ProvenanceOptions>): void {
  if (findings.options.verifier) {
    findings.error({
      at: 'verifier',
      code: 'conflicting-options',
      summary: 'verifier and signing_mode = "keyless" exclude each other',
      detail: 'Without a key there is none to verify with: keyless_identity and keyless_oidc_issuer say who signed.',
    });
  }
  for (const name of ['keyless_identity', 'keyless_oidc_issuer'] as const) {
    if (!findings.known(name) || findings.options[name]?.trim()) continue;
    findings.error({
      at: 'signing_mode',
      code: 'missing-option',
      summary: `signing_mode = "keyless" needs ${name}`,
      detail: `Add ${name}.`,
    });
  }
}
