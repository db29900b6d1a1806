import type { BuildResult } from '../app/build-request.ts';
import type { MarkdownWriter } from './markdown.ts';
import { images } from './summary/images.ts';
import { problems, warnings } from './summary/problems.ts';
import { verificationLines } from './summary/verification.ts';
import { type Cloud, headline } from './summary.ts';

/** A run in a comment of its pull request: what was made, what is different from the image before, whether its checks passed, what went wrong. */
export function pullRequestComment(
  {
    result,
    cloud,
    markdown,
  }: { readonly result: BuildResult; readonly cloud: Cloud; readonly markdown: MarkdownWriter },
  { url, sha }: { readonly url: string; readonly sha: string },
): string {
  const parts = [
    `### ${headline(result)}`,
    cloud === 'local' ? 'A rehearsal on the local cloud: nothing was made in AWS.' : '',
    problems(result, markdown),
    images(result, cloud, markdown),
    verificationLines(result, markdown),
    warnings(result, markdown),
    `<sub>For ${sha.slice(0, 12)}; [log and timeline](${url})</sub>`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
