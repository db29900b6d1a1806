import { appendFileSync, chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DescribeInstancesCommand, EC2Client, TerminateInstancesCommand } from '@aws-sdk/client-ec2';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ExampleRepository } from './support/act.ts';
import { type RunningLocalCloud, startLocalCloud } from './support/local-cloud.ts';
import { cleanEnvironment, expectExit, ROOT, run, stranger } from './support/programs.ts';

const act = stranger('act');
const aws = stranger('aws');
const suite = act === undefined || aws === undefined ? describe.skip : describe;

const REGION = 'eu-central-1';

/** The examples' Terraform, which launches what it is given: `terraform apply` with `TF_VAR_ami_id` or `TF_VAR_images`. */
const TERRAFORM = `#!/bin/sh
set -e
[ "$1" = apply ] || exit 0
ids=$(echo "$TF_VAR_images" | grep -o '"id":"ami-[0-9a-f]*"' | cut -d '"' -f 4)
for id in $TF_VAR_ami_id $ids; do
  ${aws ?? 'aws'} ec2 run-instances --image-id "$id" --instance-type t3.micro --query 'Instances[0].ImageId'
done
`;

suite('the example workflows, run by act from the checkout to the job after the bake', () => {
  let cloud: RunningLocalCloud;
  beforeAll(async () => {
    cloud = await startLocalCloud();
  }, 60_000);
  afterAll(async () => {
    await cloud[Symbol.asyncDispose]();
  }, 60_000);

  const ec2In = (region: string): EC2Client =>
    new EC2Client({
      endpoint: cloud.endpoint,
      region,
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });

  // Machines share this one's network: an application that runs on goes on holding its port.
  afterEach(async () => {
    const ec2 = ec2In(REGION);
    const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({}));
    const ids = Reservations.flatMap(({ Instances = [] }) => Instances.flatMap(({ InstanceId = '' }) => [InstanceId]));
    if (ids.length > 0) await ec2.send(new TerminateInstancesCommand({ InstanceIds: ids }));
  });

  async function launchedImages(region: string): Promise<readonly (string | undefined)[]> {
    const { Reservations = [] } = await ec2In(region).send(
      new DescribeInstancesCommand({ Filters: [{ Name: 'instance-state-name', Values: ['pending', 'running'] }] }),
    );
    return Reservations.flatMap(({ Instances = [] }) => Instances.map(({ ImageId }) => ImageId));
  }

  async function repositoryOf(workflow: string, template = path.join(ROOT, 'examples', 'node-app')) {
    const repository = await ExampleRepository.make(workflow, { packer: template });
    const terraform = path.join(repository.shared, 'terraform');
    writeFileSync(terraform, TERRAFORM);
    chmodSync(terraform, 0o755);
    return repository;
  }

  it('bake-and-deploy.yml rehearses, bakes, and launches the image whose id it got as an output', async () => {
    const repository = await repositoryOf('bake-and-deploy.yml');
    const finished = await repository.trigger(act ?? '', cloud.env);
    expectExit(finished, 0);
    const id = /set-output:: ami_id=(ami-[0-9a-f]{17})[\s\S]*set-output:: ami_id=(ami-[0-9a-f]{17})/.exec(
      finished.output,
    )?.[2];
    expect(id).toBeDefined();
    expect(await launchedImages('eu-central-1')).toContain(id);
  }, 180_000);

  it('pull-request.yml validates, bakes and verifies without any credentials or cloud', async () => {
    const repository = await repositoryOf('pull-request.yml');
    const finished = await repository.trigger(act ?? '', {}, 'pull_request');
    expectExit(finished, 0);
    expect(finished.output).toContain('The template is valid.');
    expect(finished.output).toMatch(/verify: \+ test -x \/opt\/node-app\/check\.sh/);
    expect(finished.output).toMatch(/set-output:: ami_id=ami-[0-9a-f]{17}/);
  }, 180_000);

  it('bake-verify-publish.yml hands a verified image on by a parameter with its provenance, and reuses it', async () => {
    const repository = await repositoryOf('bake-verify-publish.yml');
    const first = await repository.trigger(act ?? '', cloud.env);
    expectExit(first, 0);
    const id = /set-output:: ami_id=(ami-[0-9a-f]{17})/.exec(first.output)?.[1] ?? '';
    const parameter = await run(
      aws ?? '',
      ['ssm', 'get-parameter', '--name', '/images/node-app', '--region', REGION],
      cleanEnvironment(cloud.env),
    );
    expect(JSON.parse(parameter.stdout).Parameter).toMatchObject({ Value: id, DataType: 'aws:ec2:image' });
    const subjects = readFileSync(path.join(repository.shared, 'subjects'), 'utf8');
    expect(subjects).toMatch(new RegExp(`^[0-9a-f]{64}  arn:aws:ec2:${REGION}::image/${id}\\n$`));
    expect(readFileSync(path.join(repository.shared, 'artifacts', 'verification', 'verify.xml'), 'utf8')).toContain(
      '<testsuite',
    );

    const second = await repository.trigger(act ?? '', cloud.env);
    expectExit(second, 0);
    expect(second.output).toContain('set-output:: reused=true');
    expect(second.output).toContain(`set-output:: ami_id=${id}`);
  }, 240_000);

  it('matrix.yml bakes in jobs of their own what has changed, and launches the images of all sources', async () => {
    const repository = await repositoryOf('matrix.yml', path.join(ROOT, 'examples', 'many-images'));
    const packer = path.join(repository.folder, 'packer');
    appendFileSync(path.join(packer, 'install.sh'), '[ "$VERSION" != broken ]\n');
    const push = async (versions: Readonly<Record<string, string>>, exitCode = 0) => {
      const services = Object.entries(versions).map(([name, version]) => `  ${name} = "${version}"\n`);
      writeFileSync(path.join(packer, 'services.auto.pkrvars.hcl'), `services = {\n${services.join('')}}\n`);
      const finished = await repository.trigger(act ?? '', cloud.env);
      expectExit(finished, exitCode);
      return new MatrixRun(finished.output);
    };

    const all = await push({ gateway: '1', mail: '1', web: '1' });
    expect(all.baked).toEqual(['gateway', 'mail', 'web']);
    expect(Object.keys(all.images)).toEqual(['gateway', 'mail', 'web']);
    expect(await launchedImages(REGION)).toEqual(expect.arrayContaining(Object.values(all.images)));

    const none = await push({ gateway: '1', mail: '1', web: '1' });
    expect(none.baked).toEqual([]);
    expect(none.images).toEqual(all.images);
    expect(none.isDeployed).toBe(true);

    const one = await push({ gateway: '1', mail: '2', web: '1' });
    expect(one.baked).toEqual(['mail']);
    expect(one.images).toEqual({ ...all.images, mail: expect.not.stringMatching(all.images['mail'] ?? '') });
    expect(await launchedImages(REGION)).toContain(one.images['mail']);

    const failed = await push({ gateway: '1', mail: '2', web: 'broken' }, 1);
    expect(failed.baked).toEqual(['web']);
    expect(failed.images).toEqual({ gateway: all.images['gateway'], mail: one.images['mail'] });
    expect(failed.output).toContain('shop.amazon-ebs.web did not succeed');
    expect(failed.isDeployed).toBe(false);
  }, 400_000);
});

/** What act printed of one run of matrix.yml. */
class MatrixRun {
  readonly output: string;

  constructor(output: string) {
    this.output = output;
  }

  /** The sources that had a job, sorted. */
  get baked(): readonly string[] {
    const jobs = this.output.matchAll(/^\[Bake on many runners\/shop\.amazon-ebs\.([a-z]+)/gm);
    return [...new Set([...jobs].map(([, name = '']) => name))].sort();
  }

  /** The ids that were joined, by source. */
  get images(): Readonly<Record<string, string>> {
    const artifacts = /Join what was baked[^\n]*set-output:: artifacts=(.*)/.exec(this.output)?.[1] ?? '{}';
    const joined: Record<string, { images: { id: string }[] }[]> = JSON.parse(artifacts);
    const ids = Object.entries(joined).map(
      ([build, [made]]) => [build.split('.').at(-1), made?.images[0]?.id] as const,
    );
    return Object.fromEntries(ids.sort(([a = ''], [b = '']) => a.localeCompare(b)));
  }

  get isDeployed(): boolean {
    return /Deploy the images[^\n]*Success - Main terraform apply/.test(this.output);
  }
}
