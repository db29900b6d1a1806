import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CreateImageCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startLocalCloud } from './support/local-cloud.ts';
import { CLI, cleanEnvironment, cli, expectExit, type Finished, ROOT, run, stranger } from './support/programs.ts';

const aws = stranger('aws');
const TAGS = [
  { Key: 'bake-ami:run', Value: 'r1' },
  { Key: 'bake-ami:build', Value: 'web.amazon-ebs.ubuntu' },
  { Key: 'bake-ami:expires-at', Value: 'never' },
];

/** Runs the committed bundle as the runner does. */
async function pruneAction(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>>) {
  const folder = temporaryFolder('prune');
  const files = { GITHUB_OUTPUT: path.join(folder, 'output'), GITHUB_STEP_SUMMARY: path.join(folder, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const environment = cleanEnvironment({ ...env, GITHUB_ACTIONS: 'true', ...files });
  for (const [name, value] of Object.entries(inputs)) environment[`INPUT_${name.toUpperCase()}`] = value;
  const finished: Finished = await run(process.execPath, [path.join(ROOT, 'dist', 'prune.js')], environment);
  const outputs = readFileSync(files.GITHUB_OUTPUT, 'utf8');
  const output = (name: string): readonly { readonly id: string; readonly verdict: string }[] =>
    JSON.parse(new RegExp(`^${name}<<(.+)\\n([\\s\\S]*?)\\n\\1$`, 'm').exec(outputs)?.[2] ?? 'null');
  return { finished, output, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') };
}

(aws === undefined ? describe.skip : describe)('pruning 200 images of which the AWS CLI makes 30 in use', () => {
  it('plans, refuses what is too much, is killed, goes on, and leaves exactly what is in use', async () => {
    await using cloud = await startLocalCloud('-machines=none');
    const environment = cleanEnvironment(cloud.env);
    const ask = async (...words: readonly string[]): Promise<string> => {
      const finished = await run(aws ?? '', [...words, '--output', 'text'], environment);
      expectExit(finished, 0);
      return finished.stdout.trim();
    };
    const base = await ask(
      'ec2',
      'describe-images',
      '--owners',
      '099720109477',
      '--query',
      'Images[?Architecture==`x86_64`]|[0].ImageId',
    );
    const launch = (id: string): Promise<string> =>
      ask(
        'ec2',
        'run-instances',
        '--image-id',
        id,
        '--instance-type',
        't3.micro',
        '--query',
        'Instances[0].InstanceId',
      );
    const builder = await launch(base);
    await ask('ec2', 'wait', 'instance-running', '--instance-ids', builder);
    const ec2 = new EC2Client({
      endpoint: cloud.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: cloud.env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: 'x' },
    });
    const ids: string[] = [];
    for (let number = 0; number < 200; number += 1) {
      const { ImageId = '' } = await ec2.send(
        new CreateImageCommand({
          InstanceId: builder,
          Name: `web ${1767600000 + number}`,
          TagSpecifications: (['image', 'snapshot'] as const).map((ResourceType) => ({ ResourceType, Tags: TAGS })),
        }),
      );
      ids.push(ImageId);
    }
    await ask('ec2', 'wait', 'image-available', '--image-ids', ids.at(-1) ?? '');
    await ask('ec2', 'terminate-instances', '--instance-ids', builder);

    const used = await useByCli(ask, ids, launch);
    expect(used).toHaveLength(30);
    const prune = (...flags: readonly string[]) =>
      run(process.execPath, [CLI, 'prune', '-keep-last=1', ...flags], environment);

    const dry = await prune('-json');
    expectExit(dry, 0);
    const plan: { readonly plan: readonly { readonly id: string; readonly verdict: string }[] } = JSON.parse(
      dry.stdout,
    );
    expect(plan.plan.filter(({ verdict }) => verdict === 'deregister')).toHaveLength(169);
    expect(plan.plan.filter(({ id, verdict }) => used.includes(id) && verdict !== 'keep')).toEqual([]);

    const tooMuch = await prune('-dry-run=false');
    expectExit(tooMuch, 1);
    expect(tooMuch.output).toContain(
      '169 images would be disabled or deregistered, and max-deletions is 50: nothing was done',
    );

    const killed = cli(['prune', '-keep-last=1', '-dry-run=false', '-max-deletions=169'], environment);
    await killed.until(/Removed image/);
    await killed.stop('SIGKILL');
    const count = async (): Promise<number> =>
      Number(await ask('ec2', 'describe-images', '--owners', 'self', '--query', 'length(Images)'));
    expect(await count()).toBeGreaterThan(31);

    const inputs = { 'keep-last': '1', 'dry-run': 'false', 'max-deletions': '169' };
    const rest = await pruneAction(inputs, cloud.env);
    expectExit(rest.finished, 0);
    expect(rest.finished.output).toMatch(
      /::group::The plan\n[\s\S]*will be deregistered[\s\S]*::endgroup::[\s\S]*Removed image/,
    );
    expect(rest.output('left')).toEqual([]);
    expect(rest.summary).toMatch(
      /^## Prune\n\n\d+ images deregistered(, \d+ snapshots? of an earlier run deleted)? in 17 regions/,
    );
    expect(await count()).toBe(31);
    expect(await ask('ec2', 'describe-snapshots', '--owner-ids', 'self', '--query', 'length(Snapshots)')).toBe('31');
    const there = (await ask('ec2', 'describe-images', '--owners', 'self', '--query', 'Images[].ImageId')).split(/\s+/);
    expect(used.filter((id) => !there.includes(id))).toEqual([]);
    expect(there).toContain(ids.at(-1));
  }, 300_000);

  it('fails by the name of what is missing', async () => {
    const { finished } = await pruneAction({}, {});
    expectExit(finished, 1);
    expect(finished.output).toContain('::error::The input "keep-last" is not given, nor is keep-days.');
  }, 60_000);
});

/** Makes every sixth image in use, each in another way or by another one of a kind. */
async function useByCli(
  ask: (...words: readonly string[]) => Promise<string>,
  ids: readonly string[],
  launch: (id: string) => Promise<string>,
): Promise<readonly string[]> {
  const template = (name: string, id: string) =>
    ask(
      'ec2',
      'create-launch-template',
      '--launch-template-name',
      name,
      '--launch-template-data',
      JSON.stringify({ ImageId: id }),
    );
  const version = (name: string, id: string) =>
    ask(
      'ec2',
      'create-launch-template-version',
      '--launch-template-name',
      name,
      '--launch-template-data',
      JSON.stringify({ ImageId: id }),
    );
  const put = (name: string, value: string, ...more: readonly string[]) =>
    ask('ssm', 'put-parameter', '--name', name, '--value', value, '--type', 'String', ...more);
  const group = (name: string, ...source: readonly string[]) =>
    ask(
      'autoscaling',
      'create-auto-scaling-group',
      '--auto-scaling-group-name',
      name,
      '--min-size',
      '0',
      '--max-size',
      '1',
      '--availability-zones',
      'us-east-1a',
      ...source,
    );
  const configuration = (name: string, id: string) =>
    ask(
      'autoscaling',
      'create-launch-configuration',
      '--launch-configuration-name',
      name,
      '--image-id',
      id,
      '--instance-type',
      't3.micro',
    );
  const share = (id: string, permission: string) =>
    ask('ec2', 'modify-image-attribute', '--image-id', id, '--launch-permission', `Add=[{${permission}}]`);
  const none = 'ami-0000000000000dead';
  const uses: readonly ((id: string, name: string) => Promise<unknown>)[] = [
    (id) => launch(id),
    async (id) => {
      const instance = await launch(id);
      await ask('ec2', 'wait', 'instance-running', '--instance-ids', instance);
      return ask('ec2', 'stop-instances', '--instance-ids', instance);
    },
    (id, name) => template(name, id),
    async (id, name) => {
      await template(name, id);
      await version(name, none);
      return ask('ec2', 'modify-launch-template', '--launch-template-name', name, '--default-version', '2');
    },
    async (id, name) => {
      await put(`/${name}`, id);
      return template(name, `resolve:ssm:/${name}`);
    },
    (id, name) => configuration(name, id),
    async (id, name) => {
      await configuration(name, id);
      return group(name, '--launch-configuration-name', name);
    },
    async (id, name) => {
      await template(name, none);
      await version(name, id);
      return group(name, '--launch-template', `LaunchTemplateName=${name},Version=2`);
    },
    async (id, name) => {
      await template(name, none);
      const LaunchTemplateSpecification = { LaunchTemplateName: name, Version: '1' };
      const LaunchTemplate = { LaunchTemplateSpecification, Overrides: [{ InstanceType: 't3.small', ImageId: id }] };
      return group(name, '--mixed-instances-policy', JSON.stringify({ LaunchTemplate }));
    },
    async (id, name) => {
      await template(name, none);
      const LaunchTemplateSpecification = { LaunchTemplateName: name, Version: '1' };
      const config = [{ LaunchTemplateSpecification, Overrides: [{ ImageId: id, InstanceType: 't3.micro' }] }];
      return ask(
        'ec2',
        'create-fleet',
        '--type',
        'maintain',
        '--target-capacity-specification',
        'TotalTargetCapacity=0',
        '--launch-template-configs',
        JSON.stringify(config),
      );
    },
    (id) => {
      const LaunchSpecifications = [{ ImageId: id, InstanceType: 't3.micro' }];
      const config = { IamFleetRole: 'arn:aws:iam::123456789012:role/fleet', TargetCapacity: 0, LaunchSpecifications };
      return ask('ec2', 'request-spot-fleet', '--spot-fleet-request-config', JSON.stringify(config));
    },
    (id, name) => put(`/${name}`, id),
    (id, name) => put(`/${name}`, id, '--data-type', 'aws:ec2:image'),
    (id, name) => put(`/${name}`, JSON.stringify({ web: id }), '--region', 'eu-west-1'),
    (id) => share(id, 'UserId=111122223333'),
    (id) => share(id, 'Group=all'),
    (id) => ask('ec2', 'create-tags', '--resources', id, '--tags', 'Key=bake-ami:keep,Value='),
    (id) => ask('ec2', 'enable-image-deregistration-protection', '--image-id', id),
  ];
  const used: string[] = [];
  for (let number = 0; number < 30; number += 1) {
    const id = ids[number * 6] ?? '';
    await uses[number % uses.length]?.(id, `use-${number}`);
    used.push(id);
  }
  return used;
}
