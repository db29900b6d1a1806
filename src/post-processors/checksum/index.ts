import type { DeclaredComponent } from '../../engine/ports.ts';
import { atRun, type OptionsOf, option } from '../../kernel/schema.ts';

const checksumSchema = {
  checksum_types: option.strings.withDefault(['md5'], {
    doc: 'Kinds of checksums to write.',
    choices: ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'],
  }),
  output: option.string.withDefault('packer_{{.BuildName}}_{{.BuilderType}}_{{.ChecksumType}}.checksum', {
    doc: 'File to append the checksums to, with `{{ .BuildName }}`, `{{ .BuilderType }}` and `{{ .ChecksumType }}`.',
    rendering: atRun('BuildName', 'BuilderType', 'ChecksumType'),
  }),
} as const;

/** `post-processor "checksum"`: declared; no builder here makes files yet. */
export const checksumPostProcessor: DeclaredComponent<OptionsOf<typeof checksumSchema>> = {
  type: 'checksum',
  schema: checksumSchema,
  instead: 'It works on local files, and an AMI has none. Leave it out.',
  validate: () => [],
};
