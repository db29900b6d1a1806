import { atRunWithOnly, type OptionsOf, option } from '../../kernel/schema.ts';

const IGNORED = 'It has no effect, neither here nor in Packer.';

/** Options of `provisioner "hcp-sbom"`; names and meanings are Packer's. */
export const hcpSbomSchema = {
  source: option.string.optional({ doc: 'Software bill of materials on the machine; or `auto_generate`.' }),
  destination: option.string.optional({ doc: 'Where to keep a copy on this machine.' }),
  sbom_name: option.string.optional({ doc: 'Its name in HCP Packer: 3 to 36 letters, digits and `-`.' }),
  auto_generate: option.bool.withDefault(false, { doc: 'Makes the bill of materials on the machine.' }),
  scanner_args: option.strings.withDefault(['-o', 'cyclonedx-json'], { doc: 'Arguments of the scanner.' }),
  scanner_url: option.string.optional({ doc: 'Where the scanner is from.', note: IGNORED }),
  scanner_checksum: option.string.optional({ doc: 'Checksum of the scanner.', note: IGNORED }),
  scan_path: option.string.withDefault('/', { doc: 'Folder of the machine to scan.' }),
  execute_command: option.string.optional({
    doc: 'How the scanner is run, with `{{ .Path }}`, `{{ .Args }}`, `{{ .ScanPath }}` and `{{ .Output }}`.',
    rendering: atRunWithOnly('Path', 'Args', 'ScanPath', 'Output'),
  }),
  elevated_user: option.string.optional({ doc: 'User to run the scanner as, on Windows.' }),
  elevated_password: option.string.optional({ doc: 'Password of `elevated_user`.', sensitive: true }),
} as const;

export type HcpSbomOptions = OptionsOf<typeof hcpSbomSchema>;
