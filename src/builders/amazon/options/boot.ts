import { type OptionsOf, option } from '../../../kernel/schema.ts';

export const tpmOptions = {
  tpm_support: option.string.optional({
    doc: '`v2.0`: instances of the AMI have a TPM.',
    choices: ['v2.0'],
  }),
} as const;

/** How an AMI boots that is registered from snapshots, rather than made of an instance. */
export const bootOptions = {
  ...tpmOptions,
  ami_architecture: option.string.withDefault('x86_64', {
    doc: 'Architecture of the AMI.',
    choices: ['arm64', 'arm64_mac', 'i386', 'x86_64', 'x86_64_mac'],
  }),
  boot_mode: option.string.optional({
    doc: 'How it boots. Default: as its architecture does.',
    choices: ['legacy-bios', 'uefi', 'uefi-preferred'],
  }),
  uefi_data: option.string.optional({ doc: 'UEFI variables, in base64.' }),
} as const;

export type BootOptions = OptionsOf<typeof bootOptions>;
