import type { OptionsOf } from '../../kernel/schema.ts';
import { atRun, option } from '../../kernel/schema.ts';

/** Options of `provisioner "file"`; names and meanings are Packer's. */
export const fileSchema = {
  source: option.string.optional({
    doc: 'File or folder to copy. A folder that ends with a slash stands for what is in it.',
  }),
  sources: option.strings.optional({ doc: 'Several of them.' }),
  content: option.string.optional({
    emptyIsValue: true,
    doc: 'Text to upload instead of a file; the file on the machine gets mode 0600.',
  }),
  destination: option.string.required({
    doc: "Where to copy to, as the login user. A path that ends with a slash is a folder, into which a file goes under its own name. The machine's folder must exist.",
    rendering: atRun(),
  }),
  direction: option.string.withDefault('upload', {
    doc: '`upload` to the machine, or `download` from it.',
    choices: ['upload', 'download'],
  }),
  generated: option.bool.withDefault(false, {
    doc: 'The source is made by an earlier provisioner: that it is missing now is no error.',
  }),
} as const;

export type FileOptions = OptionsOf<typeof fileSchema>;
