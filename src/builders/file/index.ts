import type { DeclaredBuilder } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';

const fileSchema = {
  target: option.string.optional({ doc: 'File to write; always needed.' }),
  source: option.string.optional({ doc: 'File to copy; or `content`.' }),
  content: option.string.optional({ doc: 'Text to write; or `source`.' }),
} as const;

/** Writes a file: declared and judged; it does not run yet. */
export const fileBuilder: DeclaredBuilder<OptionsOf<typeof fileSchema>> = {
  type: 'file',
  schema: fileSchema,
  generatedNames: [],
  connects: false,
  instead: 'Write the file in a step of its own.',
  validate: (decoded) => {
    const findings = new OptionFindings(decoded);
    const { target, source, content } = decoded.options;
    if (!target && findings.known('target')) {
      const detail = 'Name the file to write in target.';
      findings.error({ at: '', code: 'missing-option', summary: 'target is missing', detail });
    }
    if (source && content) findings.exclusive('source', 'content', 'Copy a file or write a text. Keep one of them.');
    return findings.diagnostics;
  },
};
