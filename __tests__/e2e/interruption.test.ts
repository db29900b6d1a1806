import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ActionRun, startAction } from './support/action.ts';
import { type RunningLocalCloud, startLocalCloud } from './support/local-cloud.ts';
import { CLI, cleanEnvironment, expectExit, type Finished, run } from './support/programs.ts';
import { ubuntuTemplate } from './support/templates.ts';
import { workspace } from './support/workspace.ts';

const TEMPLATE = ubuntuTemplate({
  name: 'interrupted-{{timestamp}}',
  before: 'variable "sleep" {\n  type    = number\n  default = 0\n}\n',
  shell: 'inline = ["echo provisioning goes on", "sleep ${var.sleep}"]',
});

/** A place in the life of a bake, by the line of the log that begins it. */
interface Phase {
  readonly name: string;
  readonly begins: RegExp;
  /** Seconds that the provisioner takes, where the phase has to be caught in it. */
  readonly sleep: number;
}

const PHASES: readonly Phase[] = [
  { name: 'before SSH answers', begins: /Created instance i-/, sleep: 0 },
  { name: 'while it provisions', begins: /provisioning goes on/, sleep: 60 },
  { name: 'while the instance stops', begins: /::group::Stopping/, sleep: 0 },
  { name: 'while the image is pending', begins: /Created image ami-/, sleep: 0 },
];

function phaseNamed(name: string): Phase {
  const phase = PHASES.find((each) => each.name === name);
  if (phase === undefined) throw new Error(`no phase ${name}`);
  return phase;
}

describe('a run that is ended from outside leaves nothing', () => {
  let cloud: RunningLocalCloud;
  beforeAll(async () => {
    cloud = await startLocalCloud();
  }, 60_000);
  afterAll(async () => {
    await cloud[Symbol.asyncDispose]();
  }, 60_000);

  const start = ({ sleep }: Phase): ActionRun =>
    startAction(
      { vars: `sleep=${sleep}` },
      { workspace: workspace({ 'app.pkr.hcl': TEMPLATE }), env: { ...cloud.env } },
    );

  /** A sweep of two regions by the committed bundle, so many hours from now. */
  const sweep = (hours: number, ...flags: readonly string[]): Promise<Finished> => {
    const clock = `const now = Date.now; Date.now = () => now() + ${hours} * 3600000;`;
    const words = ['sweep', '-regions=us-east-1,eu-west-1', ...flags];
    return run(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(clock)}`, CLI, ...words],
      cleanEnvironment(cloud.env),
    );
  };

  const images = async (): Promise<number> => {
    const body = new URLSearchParams({ Action: 'DescribeImages', Version: '2016-11-15', 'Owner.1': 'self' });
    const answer = await fetch(cloud.endpoint, {
      method: 'POST',
      body,
      headers: {
        authorization:
          'AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=0',
      },
    });
    return ((await answer.text()).match(/<imageId>/g) ?? []).length;
  };

  it.each(PHASES)(
    'SIGKILL $name, then the post step',
    async (phase) => {
      const action = start(phase);
      await action.program.until(phase.begins);
      const { signal } = await action.program.stop('SIGKILL');
      expect(signal).toBe('SIGKILL');
      expect(await cloud.leftovers()).not.toEqual([]);

      expectExit(await action.post(), 0);
      expect(await cloud.leftovers()).toEqual([]);
      expect(await images()).toBe(0);
    },
    60_000,
  );

  it.each([
    ['cut off in the middle of a line', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    [
      'damaged in all its lines',
      (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll('{"type":"', '{"tpye":"')),
    ],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['gone with its folder', (file: string) => rmSync(path.dirname(file), { recursive: true })],
  ])(
    'SIGKILL while it provisions, then the post step with a journal that is %s',
    async (_how, damage) => {
      const action = start(phaseNamed('while it provisions'));
      await action.program.until(/provisioning goes on/);
      await action.program.stop('SIGKILL');
      damage(action.journal);

      expectExit(await action.post(), 0);
      expect(await cloud.leftovers()).toEqual([]);
    },
    60_000,
  );

  it.each(['while it provisions', 'while the image is pending'])(
    'SIGKILL %s without a post step, then a sweep: not before its time, and then all of it',
    async (name) => {
      const phase = phaseNamed(name);
      const action = start(phase);
      await action.program.until(phase.begins);
      await action.program.stop('SIGKILL');

      const early = await sweep(0, '-dry-run=false');
      expectExit(early, 0);
      expect(early.stdout).toMatch(/stays: it expires at/);
      expect(await cloud.leftovers()).not.toEqual([]);
      const dry = await sweep(10 * 24);
      expectExit(dry, 0);
      expect(dry.stdout).toMatch(/instance i-\w+ .*would be removed: it expired at/);
      expect(await cloud.leftovers()).not.toEqual([]);

      expectExit(await sweep(10 * 24, '-dry-run=false'), 0);
      expect(await cloud.leftovers()).toEqual([]);
      expect(await images()).toBe(0);
    },
    90_000,
  );

  it('SIGKILL while it provisions, and nobody comes: the machine switches itself off at its deadline and is terminated', async () => {
    const action = startAction(
      { vars: 'sleep=300', deadline: '1' },
      { workspace: workspace({ 'app.pkr.hcl': TEMPLATE }), env: { ...cloud.env } },
    );
    await action.program.until(/provisioning goes on/);
    await action.program.stop('SIGKILL');
    const kinds = async (): Promise<readonly string[]> =>
      ((await cloud.leftovers()) as readonly { readonly kind: string }[]).map(({ kind }) => kind);
    expect(await kinds()).toContain('instance');
    const end = Date.now() + 90_000;
    while ((await kinds()).includes('instance') && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    expect(await kinds()).toEqual(['key-pair', 'security-group']);
    expectExit(await action.post(), 0);
    expect(await cloud.leftovers()).toEqual([]);
  }, 150_000);

  it.each(PHASES)(
    'SIGINT $name: it ends by itself before the runner would kill it',
    async (phase) => {
      const action = start(phase);
      await action.program.until(phase.begins);
      const began = performance.now();
      const { exitCode, signal } = await action.program.stop('SIGINT');
      expect({ exitCode, signal }).toEqual({ exitCode: 1, signal: null });
      // The runner's own limits: SIGTERM after 7.5 s, SIGKILL after 10 s.
      expect(performance.now() - began).toBeLessThan(7_500);

      expectExit(await action.post(), 0);
      expect(await cloud.leftovers()).toEqual([]);
      expect(await images()).toBe(0);
    },
    60_000,
  );

  it('refuses to clean up in another account than the run worked in', async () => {
    const [, phase] = PHASES;
    if (phase === undefined) throw new Error('no phase');
    const action = start(phase);
    await action.program.until(phase.begins);
    await action.program.stop('SIGKILL');
    const other = await startLocalCloud('-account-id=210987654321');
    try {
      const { exitCode, output } = await action.post(other.env);
      expect(exitCode).toBe(1);
      expect(output).toMatch(/210987654321/);
      expect(output).toMatch(/123456789012/);
    } finally {
      await other[Symbol.asyncDispose]();
    }
    expectExit(await action.post(), 0);
    expect(await cloud.leftovers()).toEqual([]);
  }, 60_000);
});
