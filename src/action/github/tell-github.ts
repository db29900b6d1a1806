import { readFileSync } from 'node:fs';
import type { BuildResult } from '../../app/build-request.ts';
import { type Clock, systemClock } from '../../kernel/clock.ts';
import { withDeadline } from '../../kernel/deadline.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import type { MarkdownWriter } from '../markdown.ts';
import { pullRequestComment } from '../pull-request-comment.ts';
import { type Cloud, headline } from '../summary.ts';
import { GitHubRefusal, gitHubCall } from './api.ts';
import { setCommitStatus } from './commit-status.ts';
import { placeOnGitHub } from './event.ts';
import { stickyComment } from './sticky-comment.ts';

/** What is to be told on GitHub itself, beside the run's own page. */
export interface GitHubTelling {
  readonly token: string;
  readonly pullRequestComment: boolean;
  readonly commitStatus: boolean;
}

/** For all calls together: the images are made, and nobody waits for a comment. */
const LIMIT_MS = 60_000;

type Environment = Readonly<Record<string, string | undefined>>;

export interface Told {
  readonly result: BuildResult;
  readonly cloud: Cloud;
  readonly markdown: MarkdownWriter;
  /** The template as the user named it: tells the runs of a job with several from each other. */
  readonly template: string;
}

/**
 * Writes the comment of the pull request and the status of the commit, as asked. The images are what counts: whatever goes
 * wrong here is a warning. In runs for a fork's pull request, whose token may write nothing, nothing is tried.
 *
 * @returns warnings
 */
export async function tellGitHub(
  { token, pullRequestComment: comments, commitStatus }: GitHubTelling,
  told: Told,
  environment: Environment,
  clock: Clock = systemClock,
): Promise<readonly string[]> {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_SHA: commit = '' } = environment;
  const { sha, pullRequest, isFromFork } = placeOnGitHub(eventOf(environment), repository, commit);
  if (isFromFork || repository === '') return [];
  const apiUrl = environment['GITHUB_API_URL'] ?? 'https://api.github.com';
  const tooLate = (): Error => new Error(`GitHub did not answer within ${LIMIT_MS / 1_000} seconds`);
  return withDeadline(clock, LIMIT_MS, tooLate, undefined, async (signal) => {
    const github = gitHubCall({ apiUrl, token, signal });
    const name = ['bake-ami', environment['GITHUB_JOB'], told.template]
      .filter((part) => part && part !== '.')
      .join(' / ');
    const url = runUrl(environment);
    const tasks: { readonly what: string; readonly permission: string; readonly done: Promise<void> }[] = [];
    if (comments && pullRequest !== undefined) {
      const key = `${environment['GITHUB_WORKFLOW'] ?? ''} ${name}`;
      const text = pullRequestComment(told, { url, sha });
      const done = stickyComment(github, repository, pullRequest, { key, text });
      tasks.push({ what: 'The comment on the pull request', permission: 'pull-requests: write', done });
    }
    if (commitStatus) {
      const { outcome } = told.result;
      const state = outcome === 'succeeded' ? 'success' : outcome === 'failed' ? 'failure' : 'error';
      const done = setCommitStatus(github, repository, sha, {
        context: name,
        state,
        description: headline(told.result),
        url,
      });
      tasks.push({ what: 'The status of the commit', permission: 'statuses: write', done });
    }
    const settled = await Promise.allSettled(tasks.map(({ done }) => done));
    return settled.flatMap((outcome, index) => {
      const task = tasks[index];
      if (outcome.status === 'fulfilled' || task === undefined) return [];
      const { reason } = outcome;
      // Too many calls are refused with the same status.
      const isDenied =
        reason instanceof GitHubRefusal &&
        [401, 403, 404].includes(reason.status) &&
        !/rate limit/i.test(reason.message);
      const remedy = isDenied
        ? ` The job needs "permissions: ${task.permission}", and github-token a token of it.`
        : '';
      return [`${task.what} could not be written: ${errorMessage(reason)}.${remedy}`];
    });
  });
}

function runUrl(environment: Environment): string {
  const {
    GITHUB_SERVER_URL: server = 'https://github.com',
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: run,
  } = environment;
  return `${server}/${repository}/actions/runs/${run}`;
}

function eventOf({ GITHUB_EVENT_PATH: path }: Environment): unknown {
  try {
    return path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
