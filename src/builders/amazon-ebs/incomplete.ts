import { IncompleteArtifactError, toBakeError } from '../../kernel/errors.ts';
import { summarise } from './artifact.ts';
import type { MadeImage } from './made-image.ts';
import type { SourceImage } from './steps/find-source-image.ts';

export interface PartialResult {
  readonly made: readonly MadeImage[];
  /** Regions that should have got the image and have not. */
  readonly missing: readonly string[];
  readonly name: string;
  readonly source: SourceImage;
}

/** With nothing made, the first failure; else an error that also says what there is, and how the rest can be had. */
export function incomplete(failures: readonly unknown[], result: PartialResult): unknown {
  const { made, source } = result;
  if (made.length === 0) return failures[0];
  const reasons = failures.map((thrown) => toBakeError(thrown));
  const [first] = reasons;
  const kept = made.map(({ region, id }) => `${id} in ${region}`).join(', ');
  const hint = [first?.hint, ...wayToTheRest(result)].filter((part) => part !== undefined).join(' ');
  return new IncompleteArtifactError(
    `${reasons.map(({ message }) => message).join('; ')}. Finished and kept: ${kept}`,
    summarise(made, source),
    {
      code: first?.code ?? 'incomplete-artifact',
      category: first?.category ?? 'cloud',
      ...(hint === '' ? {} : { hint }),
      cause: failures[0],
    },
  );
}

/** A copy of what was made is cheaper than another build, which would find the name taken. */
function wayToTheRest({ made, missing, name }: PartialResult): string[] {
  const [from] = made;
  if (from === undefined || missing.length === 0) return [];
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
