import type { DeclaredComponent } from '../../engine/ports.ts';
import { atRun, type OptionsOf, option } from '../../kernel/schema.ts';

const compressSchema = {
  output: option.string.withDefault('packer_{{.BuildName}}_{{.BuilderType}}', {
    doc: 'File to write; its endings say how it is packed. With `{{ .BuildName }}` and `{{ .BuilderType }}`.',
    rendering: atRun('BuildName', 'BuilderType'),
  }),
  format: option.string.optional({ doc: 'How to pack, where `output` has no ending: `zip`, `tar.gz`, `lz4`, …' }),
  compression_level: option.number.optional({ doc: 'How hard to try, 1 to 9.' }),
  archive: option.string.optional({ doc: 'Kind of archive; Packer finds it by the ending of `output`.' }),
  algorithm: option.string.optional({ doc: 'Kind of compression; Packer finds it by the ending of `output`.' }),
} as const;

/** `post-processor "compress"`: declared; no builder here makes files yet. */
export const compressPostProcessor: DeclaredComponent<OptionsOf<typeof compressSchema>> = {
  type: 'compress',
  schema: compressSchema,
  instead: 'It works on local files, and an AMI has none. Leave it out.',
  validate: () => [],
};
