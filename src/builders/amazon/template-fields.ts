import { atRunWithOnly } from '../../kernel/schema.ts';
import { generatedNames } from './generated-names.ts';

/** What tags and descriptions may show: the source image, its tags included. */
export const templateFields = [...generatedNames, 'SourceAMITags'] as const;

/** The rendering of such an option. */
export const SOURCE_IMAGE_AT_RUN = atRunWithOnly(...templateFields);
