import type { Provisioner } from '../../engine/ports.ts';
import type { FileOptions } from './options.ts';
import { fileSchema } from './options.ts';
import { validateFile } from './validate.ts';

/** `provisioner "file"`: copies files and folders to the machine, or from it. */
export const fileProvisioner: Provisioner<FileOptions> = {
  type: 'file',
  schema: fileSchema,
  validate: validateFile,
  provision: async (decoded, context) => {
    const { copyFiles } = await import('./provision.ts');
    await copyFiles(decoded, context);
  },
};
