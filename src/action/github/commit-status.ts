import type { GitHubCall } from './api.ts';

export interface CommitStatus {
  /** What tells it from other statuses of the commit. */
  readonly context: string;
  readonly state: 'success' | 'failure' | 'error';
  readonly description: string;
  readonly url: string;
}

/** GitHub takes no more characters in a description. */
const LONGEST = 140;

/** Sets a status of a commit (docs.github.com/rest/commits/statuses). */
export async function setCommitStatus(
  call: GitHubCall,
  repository: string,
  sha: string,
  { context, state, description, url }: CommitStatus,
): Promise<void> {
  const short = description.length <= LONGEST ? description : `${description.slice(0, LONGEST - 1)}…`;
  await call('POST', `/repos/${repository}/statuses/${sha}`, { state, context, description: short, target_url: url });
}
