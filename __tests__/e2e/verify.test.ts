import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startAction } from './support/action.ts';
import { type RunningLocalCloud, startLocalCloud } from './support/local-cloud.ts';
import { expectExit } from './support/programs.ts';
import { ubuntuTemplate } from './support/templates.ts';
import { workspace } from './support/workspace.ts';

const TEMPLATE = ubuntuTemplate({
  name: 'verified-{{timestamp}}',
  shell: 'inline = ["echo baked | sudo tee /etc/baked >/dev/null"]',
});

describe('the action with a verification and a parameter', () => {
  let cloud: RunningLocalCloud;
  beforeAll(async () => {
    cloud = await startLocalCloud();
  }, 60_000);
  afterAll(async () => {
    await cloud[Symbol.asyncDispose]();
  }, 60_000);

  const start = (parameter: string, inputs: Readonly<Record<string, string>>) => {
    const folder = workspace({ 'app.pkr.hcl': TEMPLATE });
    const given = { 'ssm-parameter': parameter, 'verify-junit': 'verify.xml', ...inputs };
    const action = startAction(given, { workspace: folder, env: { ...cloud.env } });
    return { action, report: () => readFileSync(path.join(folder, 'verify.xml'), 'utf8') };
  };

  /** The value of a parameter, or the error that stands for none. */
  const parameter = async (Name: string): Promise<unknown> => {
    const answer = await fetch(cloud.endpoint, {
      method: 'POST',
      body: JSON.stringify({ Name }),
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AmazonSSM.GetParameter',
        authorization:
          'AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/ssm/aws4_request, SignedHeaders=host, Signature=0',
      },
    });
    const { Parameter, __type: type } = (await answer.json()) as {
      readonly Parameter?: { readonly Value?: string };
      readonly __type?: string;
    };
    return Parameter?.Value ?? type;
  };

  /** What is told of own images: their ids and tags are in it. */
  const images = async (): Promise<string> => {
    const body = new URLSearchParams({ Action: 'DescribeImages', Version: '2016-11-15', 'Owner.1': 'self' });
    const authorization =
      'AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=0';
    return (await fetch(cloud.endpoint, { method: 'POST', body, headers: { authorization } })).text();
  };

  it('hands the image on when its checks pass', async () => {
    const { action, report } = start('/images/good', { verify: 'grep baked /etc/baked' });
    expectExit(await action.program.finished, 0);
    const id = action.outputs()['ami_id'];
    expect(id).toMatch(/^ami-/);
    expect(await parameter('/images/good')).toBe(id);
    expect(await images()).toContain('bake-ami:verified');
    expect(report()).toMatch(/tests="3" failures="0"/);
    expect(action.summary()).toMatch(
      /<summary>✅ 3 checks passed in .*: <code>ami-\w+<\/code> in us-east-1<\/summary>/,
    );
    expectExit(await action.post(), 0);
    expect(await cloud.leftovers()).toEqual([]);
  }, 120_000);

  it('leaves parameter and outputs untouched and the cloud empty when a check fails', async () => {
    const before = await images();
    const { action, report } = start('/images/bad', { verify: 'echo looking\ngrep fried /etc/baked' });
    const { exitCode, output } = await action.program.finished;
    expect(exitCode).toBe(1);
    expect(output).toMatch(/\+ grep fried \/etc\/baked/);
    expect(output).toMatch(/is not verified: the lines of verify ended with exit status 1/);
    expect(action.outputs()).toMatchObject({ ami_id: '', ami_ids: '{}', artifacts: '{}' });
    expect(await parameter('/images/bad')).toMatch(/ParameterNotFound/);
    expect(report()).toMatch(/tests="3" failures="1"/);
    expect(action.summary()).toMatch(/❌ 1 of 3 checks failed in .*: <code>ami-\w+<\/code> in us-east-1\n/);
    expectExit(await action.post(), 0);
    expect(await cloud.leftovers()).toEqual([]);
    const ids = (text: string): readonly string[] => text.match(/<imageId>ami-\w+/g) ?? [];
    expect(ids(await images())).toEqual(ids(before));
  }, 120_000);

  it('keeps the image until its expiry where that is asked for, and hands it on to nobody', async () => {
    const { action } = start('/images/kept', { verify: 'exit 3', 'verify-on-failure': 'keep' });
    const { exitCode, output } = await action.program.finished;
    expect(exitCode).toBe(1);
    const [, id = ''] = /The image (ami-\w+) is not verified/.exec(output) ?? [];
    expectExit(await action.post(), 0);
    const about = (await images()).split('<imageId>').find((each) => each.startsWith(id)) ?? '';
    expect(about).toMatch(/<key>bake-ami:expires-at<\/key><value>20/);
    expect(about).not.toContain('bake-ami:verified');
    expect(action.outputs()).toMatchObject({ ami_id: '' });
    expect(await cloud.leftovers()).toEqual([]);
  }, 120_000);

  it('leaves nothing after the post step when it is killed while it verifies', async () => {
    const before = (await images()).match(/<imageId>/g)?.length;
    const { action } = start('/images/killed', { verify: 'echo verifying goes on\nsleep 120' });
    await action.program.until(/^.*verify: verifying goes on/m);
    await action.program.stop('SIGKILL');
    expect(await cloud.leftovers()).not.toEqual([]);
    expectExit(await action.post(), 0);
    expect(await cloud.leftovers()).toEqual([]);
    expect((await images()).match(/<imageId>/g)?.length).toBe(before);
  }, 120_000);
});
