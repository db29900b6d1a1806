import type { Provisioner } from '../../engine/ports.ts';
import type { FileOptions } from './options.ts';
import { fileSchema } from './options.ts';
import { validateFile } from './validate.ts';

/** `provisioner "file"`: copies files and folders to the machine, or from it. */
export const fileProvisioner: Provisioner<FileOptions> = {
  type: 'file',
  schema: fileSchema,
  validate: validateFile,
  behaviourVersion: 1,
  // What an earlier provisioner makes may be a leftover of an earlier run as long as that has not run.
  localInputs: ({ options: { source, sources = [], direction, generated } }) =>
    direction === 'download' || generated
      ? []
      : [...sources, ...(source ? [source] : [])].map((path) => ({ path, modes: 'all' })),
  writesLocalFiles: ({ options: { direction } }) => direction === 'download',
  provision: async (decoded, context) => {
    const { copyFiles } = await import('./provision.ts');
    await copyFiles(decoded, context);
  },
};
