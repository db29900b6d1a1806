import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EC2Client, ImportKeyPairCommand } from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type RunningLocalCloud, startLocalCloud } from './support/local-cloud.ts';
import { cleanEnvironment, expectExit, type Finished, ROOT, run } from './support/programs.ts';

let cloud: RunningLocalCloud;
beforeAll(async () => {
  cloud = await startLocalCloud('-machines=none');
}, 60_000);
afterAll(async () => {
  await cloud[Symbol.asyncDispose]();
}, 60_000);

/** Runs the committed bundle as the runner does. */
async function sweepAction(inputs: Readonly<Record<string, string>>) {
  const folder = temporaryFolder('sweep');
  const files = { GITHUB_OUTPUT: path.join(folder, 'output'), GITHUB_STEP_SUMMARY: path.join(folder, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const env = cleanEnvironment({ ...cloud.env, GITHUB_ACTIONS: 'true', ...files });
  for (const [name, value] of Object.entries(inputs)) env[`INPUT_${name.toUpperCase()}`] = value;
  const finished: Finished = await run(process.execPath, [path.join(ROOT, 'dist', 'sweep.js')], env);
  const outputs = readFileSync(files.GITHUB_OUTPUT, 'utf8');
  const output = (name: string): readonly { readonly id: string }[] =>
    JSON.parse(new RegExp(`^${name}<<(.+)\\n([\\s\\S]*?)\\n\\1$`, 'm').exec(outputs)?.[2] ?? 'null');
  return { finished, output, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') };
}

async function leaveKeyPair(name: string, expiresAt: string): Promise<string> {
  const ec2 = new EC2Client({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const Tags = [
    { Key: 'bake-ami:run', Value: name },
    { Key: 'bake-ami:expires-at', Value: expiresAt },
  ];
  const PublicKeyMaterial = Buffer.from(
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE4Jw2VqAyN1e9T0cVUqtTqE2jmA1Z0rV3mT1aR0Q2lA',
  );
  const request = {
    KeyName: name,
    PublicKeyMaterial,
    TagSpecifications: [{ ResourceType: 'key-pair' as const, Tags }],
  };
  return (await ec2.send(new ImportKeyPairCommand(request))).KeyPairId ?? '';
}

describe('the action sweep', () => {
  it('says what it would remove, and then removes it, and nothing else', async () => {
    const dead = await leaveKeyPair('dead', '2026-01-02T03:04:05.000Z');
    const alive = await leaveKeyPair('alive', '2099-01-02T03:04:05.000Z');

    const dry = await sweepAction({});
    expectExit(dry.finished, 0);
    expect(dry.output('found').map(({ id }) => id)).toEqual([dead]);
    expect(dry.output('removed')).toEqual([]);
    expect(dry.summary).toContain('## Sweep (dry run)');
    expect(dry.summary).toContain(`| eu-west-1 | key pair ${dead} | dead |  | would be removed: `);
    expect(dry.finished.output).toContain(`eu-west-1  key pair ${dead}  dead  would be removed`);

    const real = await sweepAction({ 'dry-run': 'false', regions: 'eu-west-1\nus-east-1' });
    expectExit(real.finished, 0);
    expect(real.output('removed').map(({ id }) => id)).toEqual([dead]);
    expect(real.output('left')).toEqual([]);
    expect(await cloud.leftovers()).toMatchObject([{ id: alive }]);
  }, 60_000);

  it('fails with the remedy when it has no credentials, and when an input is wrong', async () => {
    const { finished } = await sweepAction({ 'older-than': 'a week' });
    expectExit(finished, 1);
    expect(finished.output).toContain(
      '::error::The input "older-than" is "a week". It takes a duration such as "90m" or "72h".',
    );
    const env = cleanEnvironment({ GITHUB_ACTIONS: 'true', AWS_REGION: 'us-east-1', AWS_PROFILE: 'no-such-profile' });
    const without = await run(process.execPath, [path.join(ROOT, 'dist', 'sweep.js')], env);
    expectExit(without, 1);
    expect(without.output).toMatch(/::error::There is no AWS profile "no-such-profile"/);
  }, 60_000);
});
