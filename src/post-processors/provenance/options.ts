import { type OptionsOf, option } from '../../kernel/schema.ts';

/** Options of `post-processor "provenance"`; names and meanings are Packer's. */
export const provenanceSchema = {
  provenance: option.bool.withDefault(true, { doc: '`false` writes nothing.' }),
  build_type: option.string.withDefault('https://packer.io/buildtypes/hcl2/v1', {
    doc: 'Build type of the statement.',
  }),
  output_dir: option.string.optional({ doc: 'Folder to write to. Default: that of the first file, or this one.' }),
  template: option.string.optional({ doc: 'The template, as the statement names it.' }),
  only_builds: option.strings.withDefault([], { doc: 'The builds that were selected, as the statement names them.' }),
  user_variables: option.stringMap.withDefault({}, { doc: 'Variables to name in the statement.' }),
  source_uri: option.string.optional({ doc: 'Where the sources are from. Default: as the repository says.' }),
  sbom: option.bool.withDefault(false, { doc: 'Makes a software bill of materials too.' }),
  sbom_format: option.string.withDefault('cyclonedx', { doc: 'Format of the bill of materials.' }),
  sbom_scan_path: option.string.optional({ doc: 'Folder to scan for it.' }),
  sbom_scope: option.string.withDefault('squashed', { doc: 'What to scan of layered files.' }),
  sbom_exclude: option.strings.withDefault([], { doc: 'What not to scan.' }),
  signing_mode: option.string.withDefault('none', {
    doc: 'How to sign.',
    choices: ['none', 'key', 'kms', 'keyless'],
  }),
  signer: option.string.optional({ doc: 'Key file, or URI of a key management service, to sign with.' }),
  key: option.string.optional({ doc: 'Other name of `signer`.' }),
  verifier: option.string.optional({ doc: 'Public key to verify with.' }),
  fulcio_url: option.string.withDefault('https://fulcio.sigstore.dev', { doc: 'Certificate authority of Sigstore.' }),
  rekor_url: option.string.withDefault('https://rekor.sigstore.dev', { doc: 'Transparency log of Sigstore.' }),
  upload_tlog: option.bool.withDefault(false, { doc: 'Writes to the transparency log.' }),
  trusted_root_path: option.string.optional({ doc: 'Trusted root of Sigstore.' }),
  keyless_identity: option.string.optional({ doc: 'Who signs, with `signing_mode = "keyless"`.' }),
  keyless_oidc_issuer: option.string.optional({ doc: 'Who vouches for that, with `signing_mode = "keyless"`.' }),
} as const;

export type ProvenanceOptions = OptionsOf<typeof provenanceSchema>;
