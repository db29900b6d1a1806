import { CreateImageCommand, EC2Client, RunInstancesCommand, TerminateInstancesCommand } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localCloudEnvironment } from '../../../src/app/local-cloud/local-cloud-handle.ts';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { pruneCommand } from '../../../src/cli/commands/prune.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { createLocalCloud, type LocalCloud } from '../../../src/local-cloud/cloud.ts';
import { type CloudServer, serveLocalCloud } from '../../../src/local-cloud/server.ts';
import { imageIdOf } from '../../local-cloud/support/images.ts';
import { clientConfig } from '../../support/local-cloud.ts';
import { fakeTerminal } from '../support/fake-terminal.ts';

let cloud: LocalCloud;
let server: CloudServer;
beforeEach(async () => {
  const none = { address: 0, running: 0, stopped: 0, terminated: 0, image: 0 };
  cloud = createLocalCloud({ clock: systemClock, ids: randomIds, regions: ['us-east-1'], delays: none });
  server = await serveLocalCloud(cloud);
});
afterEach(() => server.close());

async function run(...words: readonly string[]) {
  const terminal = fakeTerminal('/', {
    environment: localCloudEnvironment({
      endpoint: server.url,
      region: 'us-east-1',
      accessKeyId: 'AKIALOCALCLOUD',
      secretAccessKey: 'not-a-secret',
      pid: 1,
      control: { url: '', token: '' },
    }),
  });
  const exitCode = await pruneCommand.run(parseArguments('prune', words, pruneCommand.flags), terminal);
  return { exitCode, output: terminal.out.text, errors: terminal.err.text };
}

async function images(build: string, count: number): Promise<readonly string[]> {
  const ec2 = new EC2Client(clientConfig(cloud));
  const launch = { ImageId: await imageIdOf(ec2), InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 } as const;
  const { Instances = [] } = await ec2.send(new RunInstancesCommand(launch));
  const InstanceId = Instances[0]?.InstanceId ?? '';
  const Tags = [
    { Key: 'bake-ami:run', Value: 'r1' },
    { Key: 'bake-ami:build', Value: build },
  ];
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const Name = `${build.replace(/[^a-z]/g, '')} ${1767600000 + number}`;
    const TagSpecifications = [{ ResourceType: 'image' as const, Tags }];
    const { ImageId = '' } = await ec2.send(new CreateImageCommand({ InstanceId, Name, TagSpecifications }));
    ids.push(ImageId);
    await systemClock.sleep(5);
  }
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [InstanceId] }));
  return ids;
}

describe('bake-ami prune', () => {
  it('is a dry run unless told otherwise, and then shows the plan before it does it', async () => {
    const [old = '', kept = ''] = await images('app', 2);
    const dry = await run('-keep-last=1');
    expect(dry).toMatchObject({ exitCode: 0, errors: '' });
    expect(dry.output).toMatch(new RegExp(`us-east-1 +${old} .* would be deregistered: there is a newer one`));
    expect(dry.output).toMatch(new RegExp(`us-east-1 +${kept} .* stays: it is the newest one of its family`));
    expect(dry.output).toMatch(/A dry run: nothing was changed\.\nWith -dry-run=false, bake-ami prune does it\.\n$/);

    const real = await run('-keep-last=1', '-dry-run=false');
    expect(real).toMatchObject({ exitCode: 0, errors: '' });
    const [plan, removal] = [real.output.indexOf('will be deregistered'), real.output.indexOf('Removed image')];
    expect(plan).toBeGreaterThan(-1);
    expect(removal).toBeGreaterThan(plan);
    expect(real.output).toMatch(
      /1 image deregistered in 1 region of the AWS account 123456789012; 1 snapshot deleted\./,
    );
  });

  it('says all of it in one line of JSON', async () => {
    const [old = ''] = await images('json', 2);
    const { exitCode, output } = await run('-keep-last=1', '-dry-run=false', '-json', '-regions=us-east-1');
    expect(exitCode).toBe(0);
    expect(output.trim().split('\n')).toHaveLength(1);
    const said: { plan: { id: string; verdict: string; family: string }[]; done: { id: string }[] } =
      JSON.parse(output);
    expect(said).toMatchObject({
      account: '123456789012',
      dry_run: false,
      regions: ['us-east-1'],
      left: [],
      unknown: [],
    });
    const planned = said.plan.find(({ id }) => id === old);
    expect(planned).toMatchObject({ verdict: 'deregister', family: 'json json * (x86_64)' });
    expect(said.done.map(({ id }) => id)).toContain(old);
  });

  it('fails where a check can not be made, and names it', async () => {
    await images('denied', 2);
    const fault = { error: 'AccessDeniedException', status: 400 };
    const takeBack = cloud.addFault({ action: 'DescribeParameters', fault });
    const { exitCode, output, errors } = await run('-keep-last=1', '-dry-run=false');
    takeBack();
    expect(exitCode).toBe(1);
    expect(output).toMatch(/Nothing had to go in 1 region/);
    expect(errors).toMatch(
      /^Error: Nothing is pruned, since parameters of Parameter Store in us-east-1 can't be read: /m,
    );
    expect(errors).toMatch(/To prune without that check, name it in skip-checks: parameters\.$/m);
    expect((await run('-keep-last=1', '-skip-checks=parameters', '-dry-run=false')).exitCode).toBe(0);
  });

  it('prints nothing of a name that would move the cursor', async () => {
    await images('clean', 1);
    await images('\u001b[2Jhostile', 1);
    const { output } = await run('-keep-last=1');
    expect(output).not.toContain('\u001b');
    expect(output).toContain('hostile');
  });

  it.each([
    [['app.pkr.hcl'], 'bake-ami prune takes no "app.pkr.hcl".'],
    [[], 'The flag -keep-last is not given, nor is keep-days.'],
    [['-keep-last=0'], 'The flag -keep-last is "0".'],
    [['-keep-last=1', '-mode=remove'], 'The flag -mode is "remove".'],
  ])('is wrong usage with %j', async (words, message) => {
    await expect(run(...words)).rejects.toThrow(message);
  });
});
