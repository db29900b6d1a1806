import { IncompleteArtifactError, toBakeError } from '../../kernel/errors.ts';
import { type ImageStory, summarise } from './artifact.ts';
import type { MadeImage } from './made-image.ts';

export interface PartialResult {
  readonly made: readonly MadeImage[];
  /** Regions that should have got the image and have not. */
  readonly missing: readonly string[];
  readonly name: string;
  readonly story: ImageStory;
}

/** With nothing made, the first failure; else an error that also says what there is, and how the rest can be had. */
export function incomplete(failures: readonly unknown[], result: PartialResult): unknown {
  const { made, story } = result;
  if (made.length === 0) return failures[0];
  const reasons = failures.map((thrown) => toBakeError(thrown));
  const [first] = reasons;
  const kept = made.map(({ region, id }) => `${id} in ${region}`).join(', ');
  const hint = [first?.hint, ...wayToTheRest(result)].filter((part) => part !== undefined).join(' ');
  return new IncompleteArtifactError(
    `${reasons.map(({ message }) => message).join('; ')}. Finished and kept: ${kept}`,
    summarise(made, story),
    {
      code: first?.code ?? 'incomplete-artifact',
      category: first?.category ?? 'cloud',
      ...(hint === '' ? {} : { hint }),
      cause: failures[0],
    },
  );
}

/** A copy of what was made is cheaper than another build, which would find the name taken. */
function wayToTheRest({ made, missing, name, story }: PartialResult): string[] {
  const [from] = made;
  if (from === undefined || missing.length === 0) return [];
  if (story.fingerprint !== undefined) {
    return [
      `Once that is mended, run the same again with reuse: if-unchanged (-reuse=if-unchanged): it finds what is finished, and only makes what is missing in ${missing.join(', ')}.`,
    ];
  }
  const copies = missing.map(
    (region) =>
      `\`aws ec2 copy-image --region ${region} --source-region ${from.region} --source-image-id ${from.id} --name "${name}" --copy-image-tags\``,
  );
  return [
    'Once that is mended, the missing images can be copied from a finished one, without what is set afterwards (sharing, deprecation and the like):',
    copies.join(', '),
    'Or run the build again with force_deregister = true (or -force), which replaces the finished ones.',
  ];
}
