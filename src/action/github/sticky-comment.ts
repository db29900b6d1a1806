import { isRecord } from '../../kernel/is-record.ts';
import { cutMarkdown } from '../cut-markdown.ts';
import { type GitHubCall, GitHubRefusal } from './api.ts';

/** GitHub takes no more characters in a comment. */
const LONGEST = 65_536;
const PER_PAGE = 100;
/** A pull request with more comments gets a new one each time. */
const MOST_PAGES = 20;

/**
 * Writes a comment on a pull request, or writes over the one that an earlier run has left there.
 *
 * @param key what tells this comment from those of other jobs: same job, same comment
 */
export async function stickyComment(
  call: GitHubCall,
  repository: string,
  pullRequest: number,
  { key, text }: { readonly key: string; readonly text: string },
): Promise<void> {
  const marker = `<!-- bake-ami ${key.replace(/[^\p{L}\p{N}]+/gu, '-')} -->`;
  const body = cutMarkdown(`${marker}\n${text}`, {
    limit: LONGEST,
    lengthOf: (part) => part.length,
    note: 'The rest was cut off: a comment may have 65,536 characters. The job summary has all of it.',
  });
  const comments = `/repos/${repository}/issues/${pullRequest}/comments`;
  const id = await findOwn(call, comments, marker);
  if (id === undefined) await call('POST', comments, { body });
  else await call('PATCH', `/repos/${repository}/issues/comments/${id}`, { body });
}

/** Somebody else's comment with our marker in it is not ours to write over. */
async function findOwn(call: GitHubCall, comments: string, marker: string): Promise<number | undefined> {
  let viewer: { readonly login: string | undefined } | undefined;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await call('GET', `${comments}?per_page=${PER_PAGE}&page=${page}`);
    const found = Array.isArray(answer) ? answer.filter(isRecord) : [];
    for (const { id, body, user } of found) {
      if (typeof id !== 'number' || typeof body !== 'string' || !body.startsWith(marker) || !isRecord(user)) continue;
      viewer ??= { login: await ownLogin(call) };
      if (viewer.login === undefined ? user['type'] === 'Bot' : user['login'] === viewer.login) return id;
    }
    if (found.length < PER_PAGE) return undefined;
  }
  return undefined;
}

/** Undefined: the token is an app's, such as the job's own, which may not ask who it is. */
async function ownLogin(call: GitHubCall): Promise<string | undefined> {
  try {
    const user = await call('GET', '/user');
    return isRecord(user) && typeof user['login'] === 'string' ? user['login'] : undefined;
  } catch (error) {
    if (error instanceof GitHubRefusal) return undefined;
    throw error;
  }
}
