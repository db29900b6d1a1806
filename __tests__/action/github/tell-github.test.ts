import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tellGitHub } from '../../../src/action/github/tell-github.ts';
import { readInputs } from '../../../src/action/inputs.ts';
import { MarkdownWriter } from '../../../src/action/markdown.ts';
import type { BuildResult } from '../../../src/app/build-request.ts';
import { NO_OUTPUTS } from '../../../src/app/run/run-report.ts';
import { NO_STORY } from '../../../src/app/run/run-watch.ts';
import { type Clock, systemClock } from '../../../src/kernel/clock.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { FakeGitHub } from './fake-github.ts';

let github: FakeGitHub;
let environment: Record<string, string>;
beforeEach(async () => {
  github = new FakeGitHub();
  environment = {
    GITHUB_API_URL: await github.start(),
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_RUN_ID: '42',
    GITHUB_SHA: 'aaaa',
    GITHUB_WORKFLOW: 'Bake',
    GITHUB_JOB: 'bake',
  };
});
afterEach(() => github[Symbol.asyncDispose]());

function eventIs(event: object): void {
  const file = path.join(temporaryFolder('event'), 'event.json');
  writeFileSync(file, JSON.stringify(event));
  environment['GITHUB_EVENT_PATH'] = file;
}

const PULL_REQUEST = { pull_request: { number: 7, head: { sha: 'bbbb', repo: { full_name: 'o/r' } } } };

function resultWith(amiId: string, more: Partial<BuildResult> = {}): BuildResult {
  const artifact = {
    builderId: 'b',
    id: `eu-central-1:${amiId}`,
    description: '',
    images: [{ region: 'eu-central-1', id: amiId, name: 'app', snapshotIds: [] }],
    previous: { id: 'ami-before', changes: ['the script setup.sh'] },
  };
  const outputs = { ...NO_OUTPUTS, artifacts: { 'amazon-ebs.app': [artifact] } };
  return {
    outcome: 'succeeded',
    diagnostics: [],
    error: undefined,
    report: undefined,
    outputs,
    story: NO_STORY,
    ...more,
  };
}

function tell(
  result: BuildResult,
  asked: { comment?: boolean; status?: boolean; template?: string; clock?: Clock } = {},
) {
  const { comment = true, status = true, template = 'packer', clock = systemClock } = asked;
  return tellGitHub(
    { token: 't0ken', pullRequestComment: comment, commitStatus: status },
    { result, cloud: 'aws', template, markdown: new MarkdownWriter((text) => text.replaceAll('hunter2', '***')) },
    environment,
    clock,
  );
}

describe('the comment on a pull request', () => {
  it('says what was baked and what is different, and is written over by the next run of the job', async () => {
    eventIs(PULL_REQUEST);
    expect(await tell(resultWith('ami-01'))).toEqual([]);
    expect(await tell(resultWith('ami-02'))).toEqual([]);
    expect(github.comments).toHaveLength(1);
    const body = github.comments[0]?.body ?? '';
    expect(body).toContain('ami-02');
    expect(body).not.toContain('ami-01');
    expect(body).toContain('the script setup.sh');
    expect(body).toContain('https://github.example/o/r/actions/runs/42');
  });

  it('says in one line whether the checks of each image passed', async () => {
    eventIs(PULL_REQUEST);
    const suite = (id: string, outcome: 'passed' | 'failed') => ({
      build: `amazon-ebs.${id}`,
      image: { id: `ami-${id}`, region: 'eu-central-1', name: id },
      startedAt: '2026-01-02T03:04:05.000Z',
      elapsedMs: 4_200,
      checks: [{ name: 'checks.sh', outcome, elapsedMs: 1 }],
    });
    await tell(resultWith('ami-01', { verification: [suite('a', 'passed'), suite('b', 'failed')] }));
    expect(github.comments[0]?.body).toContain(
      'Verification: ✅ 1 check passed in 4.2 s, amazon-ebs.a: <code>ami-a</code> in eu-central-1<br>\nVerification: ❌ 1 of 1 check failed in 4.2 s, amazon-ebs.b: <code>ami-b</code> in eu-central-1\n',
    );
  });

  it('is another one for another template, and after more than a page of comments it still is the same', async () => {
    eventIs(PULL_REQUEST);
    for (let id = 1; id <= 100; id += 1) github.comments.push({ id, body: 'nice', user: { login: 'x', type: 'User' } });
    await tell(resultWith('ami-01'));
    await tell(resultWith('ami-02'), { template: 'other' });
    await tell(resultWith('ami-03'));
    expect(github.comments.slice(100).map(({ body }) => /ami-0\d/.exec(body)?.[0])).toEqual(['ami-03', 'ami-02']);
  });

  it.each([
    ['an app', undefined],
    ['a user', 'robot'],
  ])("leaves somebody else's comment alone that has its marker, with the token of %s", async (_what, login) => {
    eventIs(PULL_REQUEST);
    github.login = login;
    await tell(resultWith('ami-01'));
    const body = github.comments.pop()?.body ?? '';
    github.comments.push({ id: 1, body, user: { login: 'mallory', type: 'User' } });
    await tell(resultWith('ami-02'));
    await tell(resultWith('ami-03'));
    expect(github.comments.map((comment) => /ami-0\d/.exec(comment.body)?.[0])).toEqual(['ami-01', 'ami-03']);
  });

  it('tells what went wrong, with secrets masked and within what GitHub takes', async () => {
    eventIs(PULL_REQUEST);
    const error = new BakeError(`no hunter2 ${'x'.repeat(100_000)}`, { code: 'x', category: 'cloud' });
    await tell(resultWith('ami-01', { outcome: 'failed', error, outputs: NO_OUTPUTS }));
    const body = github.comments[0]?.body ?? '';
    expect(body).toContain('### Failed');
    expect(body).not.toContain('hunter2');
    expect(body.length).toBeLessThanOrEqual(65_536);
  });

  it('is written neither outside of pull requests nor for forks, and nothing is asked', async () => {
    eventIs({ ref: 'refs/heads/main' });
    expect(await tell(resultWith('ami-01'), { status: false })).toEqual([]);
    eventIs({ pull_request: { number: 7, head: { sha: 'bbbb', repo: { full_name: 'mallory/r' } } } });
    expect(await tell(resultWith('ami-01'))).toEqual([]);
    eventIs({ pull_request: { number: 7, head: { sha: 'bbbb', repo: null } } });
    expect(await tell(resultWith('ami-01'))).toEqual([]);
    expect(github.requests).toEqual([]);
  });

  it('is a warning where the token may not write, that names the permission', async () => {
    eventIs(PULL_REQUEST);
    github.refusal = { status: 403, message: 'Resource not accessible by integration' };
    expect(await tell(resultWith('ami-01'))).toEqual([
      'The comment on the pull request could not be written: GitHub answered 403: Resource not accessible by integration. The job needs "permissions: pull-requests: write", and github-token a token of it.',
      'The status of the commit could not be written: GitHub answered 403: Resource not accessible by integration. The job needs "permissions: statuses: write", and github-token a token of it.',
    ]);
  });

  it('is a warning where GitHub does not answer', async () => {
    eventIs(PULL_REQUEST);
    await github[Symbol.asyncDispose]();
    const warnings = await tell(resultWith('ami-01'), { status: false });
    expect(warnings).toEqual([
      expect.stringMatching(/^The comment on the pull request could not be written: .*ECONNREFUSED/),
    ]);
  }, 30_000);
});

describe('the status of a commit', () => {
  it("is on the pull request's own commit, with the outcome and a link to the run", async () => {
    eventIs(PULL_REQUEST);
    await tell(resultWith('ami-01'), { comment: false });
    expect(github.statuses).toEqual([
      {
        sha: 'bbbb',
        state: 'success',
        context: 'bake-ami / bake / packer',
        description: expect.stringContaining('Built'),
        target_url: 'https://github.example/o/r/actions/runs/42',
      },
    ]);
  });

  it.each([
    ['failed', 'failure'],
    ['cancelled', 'error'],
  ] as const)('of a run that %s is %s, on the commit of a push', async (outcome, state) => {
    await tell(resultWith('ami-01', { outcome }), { comment: false });
    expect(github.statuses).toMatchObject([{ sha: 'aaaa', state }]);
  });
});

describe('the inputs', () => {
  const read = (inputs: Readonly<Record<string, string>>) =>
    readInputs((name) => inputs[name] ?? '', '/workspace').gitHub;

  it('ask for nothing unless told so, with a token or without', () => {
    expect(read({})).toBeUndefined();
    expect(read({ 'github-token': 't0ken' })).toBeUndefined();
  });

  it('need a token for what is asked', () => {
    expect(() => read({ 'commit-status': 'true' })).toThrow(
      'The input "commit-status" is "true", and there is no token',
    );
    expect(read({ 'pull-request-comment': 'true', 'github-token': 't0ken' })).toEqual({
      token: 't0ken',
      pullRequestComment: true,
      commitStatus: false,
    });
  });
});

describe('an API that does not answer as it should', () => {
  it('is waited for a minute, and then a warning is all that comes of it', async () => {
    eventIs(PULL_REQUEST);
    github.halfway = 'stalls';
    const clock = new VirtualClock();
    const warnings = tell(resultWith('ami-01'), { clock });
    await github.isHalfway;
    await clock.advance(60_000);
    expect(await warnings).toEqual([
      'The comment on the pull request could not be written: GitHub did not answer within 60 seconds.',
      'The status of the commit could not be written: GitHub did not answer within 60 seconds.',
    ]);
  });

  it('and breaks in the middle of an answer is not waited for', async () => {
    eventIs(PULL_REQUEST);
    github.halfway = 'breaks';
    expect(await tell(resultWith('ami-01'))).toEqual([
      expect.stringMatching(/^The comment on the pull request could not be written: \S/),
      expect.stringMatching(/^The status of the commit could not be written: \S/),
    ]);
  });

  it('and refuses too many calls is no matter of permissions', async () => {
    github.refusal = { status: 403, message: 'You have exceeded a secondary rate limit' };
    expect(await tell(resultWith('ami-01'), { comment: false })).toEqual([
      'The status of the commit could not be written: GitHub answered 403: You have exceeded a secondary rate limit.',
    ]);
  });

  it('keeps the comments of workflows apart whose names are in other scripts', async () => {
    eventIs(PULL_REQUEST);
    for (const GITHUB_WORKFLOW of ['构建', '测试', '构建']) {
      environment['GITHUB_WORKFLOW'] = GITHUB_WORKFLOW;
      expect(await tell(resultWith('ami-01'))).toEqual([]);
    }
    expect(github.comments).toHaveLength(2);
  });
});
