import type { DeclaredComponent } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';

const artificeSchema = {
  files: option.strings.withDefault([], { doc: 'Files, or patterns of files, that become the artifact.' }),
  keep_input_artifact: option.bool.withDefault(false, { doc: 'Keeps what the builder made too.' }),
} as const;

/** `post-processor "artifice"`: declared and judged; nothing here works on files yet. */
export const artificePostProcessor: DeclaredComponent<OptionsOf<typeof artificeSchema>> = {
  type: 'artifice',
  schema: artificeSchema,
  instead: 'Name the files to the post-processors that need them, and leave it out.',
  validate: (decoded) => {
    const findings = new OptionFindings(decoded);
    if (decoded.options.files.length === 0 && findings.known('files')) {
      findings.error({
        at: 'files',
        code: 'missing-option',
        summary: 'There are no files',
        detail: 'Name the files that become the artifact, for example files = ["build/*.tar.gz"].',
      });
    }
    return findings.diagnostics;
  },
};
