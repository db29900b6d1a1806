import { tagMap } from '../../aws/tags.ts';
import type { GeneratedValue } from '../../template/plan.ts';
import type { generatedNames } from '../amazon/generated-names.ts';
import type { templateFields } from '../amazon/template-fields.ts';
import type { SourceImage } from './steps/find-source-image.ts';

/** The source image as templates know it, for `{{ .SourceAMI }}` and `build.SourceAMI`. */
export function sourceData(source: SourceImage, region: string): Record<(typeof generatedNames)[number], string> {
  return {
    BuildRegion: region,
    SourceAMI: source.ImageId,
    SourceAMIName: source.Name ?? '',
    SourceAMICreationDate: source.CreationDate ?? '',
    SourceAMIOwner: source.OwnerId ?? '',
    SourceAMIOwnerName: source.ImageOwnerAlias ?? '',
  };
}

/** The same with the tags of the source image, which only the texts of this builder's own options may use. */
export function optionData(
  source: SourceImage,
  region: string,
): Record<(typeof templateFields)[number], GeneratedValue> {
  return { ...sourceData(source, region), SourceAMITags: tagMap(source.Tags) };
}
