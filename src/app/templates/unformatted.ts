import { formatFiles } from '../format.ts';
import type { Surroundings } from '../surroundings.ts';

export interface UnformattedRequest {
  readonly template: string;
  /** Absolute. */
  readonly workingDirectory: string;
}

/**
 * The files of a template, or of its folder and those within, that are not in the canonical format (`fmt` writes them),
 * relative to the working directory. What can't be read is reported as a `diagnostic` event.
 */
export function unformatted(
  { template, workingDirectory }: UnformattedRequest,
  { ids, reporter }: Surroundings,
): readonly string[] {
  const files: string[] = [];
  const request = { paths: [template], workingDirectory, write: false, recursive: true, ids };
  for (const outcome of formatFiles(request)) {
    if (outcome.kind === 'formatted') {
      if (outcome.before !== outcome.after) files.push(outcome.name);
      continue;
    }
    for (const diagnostic of outcome.diagnostics) reporter.report({ type: 'diagnostic', diagnostic });
  }
  return files;
}
