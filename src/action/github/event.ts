import { isRecord } from '../../kernel/is-record.ts';

/** Where on GitHub a run belongs. */
export interface RunPlaceOnGitHub {
  /** The commit that people see: of a pull request its last one, not the trial merge that is checked out. */
  readonly sha: string;
  /** Undefined: the run is not of a pull request. */
  readonly pullRequest: number | undefined;
  /** Whether it is of a fork's pull request: its token may write nothing. */
  readonly isFromFork: boolean;
}

/** @param event the JSON of GITHUB_EVENT_PATH: a webhook's payload, of any event (docs.github.com, "Webhook events and payloads") */
export function placeOnGitHub(event: unknown, repository: string, sha: string): RunPlaceOnGitHub {
  const pullRequest = isRecord(event) ? event['pull_request'] : undefined;
  if (!isRecord(pullRequest)) return { sha, pullRequest: undefined, isFromFork: false };
  const { number, head } = pullRequest;
  const headSha = isRecord(head) ? head['sha'] : undefined;
  const headRepository = isRecord(head) && isRecord(head['repo']) ? head['repo']['full_name'] : undefined;
  return {
    sha: typeof headSha === 'string' ? headSha : sha,
    pullRequest: typeof number === 'number' ? number : undefined,
    // Of a fork that was deleted meanwhile there is no repository at all.
    isFromFork: headRepository !== repository,
  };
}
