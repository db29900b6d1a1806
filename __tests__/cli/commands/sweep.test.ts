import { EC2Client, ImportKeyPairCommand } from '@aws-sdk/client-ec2';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { localCloudEnvironment } from '../../../src/app/local-cloud/local-cloud-handle.ts';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { sweepCommand } from '../../../src/cli/commands/sweep.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { createLocalCloud, type LocalCloud } from '../../../src/local-cloud/cloud.ts';
import { type CloudServer, serveLocalCloud } from '../../../src/local-cloud/server.ts';
import { clientConfig } from '../../support/local-cloud.ts';
import { fakeTerminal } from '../support/fake-terminal.ts';

let cloud: LocalCloud;
let server: CloudServer;
beforeAll(async () => {
  cloud = createLocalCloud({ clock: systemClock, ids: randomIds });
  server = await serveLocalCloud(cloud);
});
afterAll(() => server.close());
afterEach(async () => {
  await run('-dry-run=false');
});

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
  const exitCode = await sweepCommand.run(parseArguments('sweep', words, sweepCommand.flags), terminal);
  return { exitCode, output: terminal.out.text, errors: terminal.err.text };
}

async function leaveKeyPair(build: string): Promise<string> {
  const ec2 = new EC2Client(clientConfig(cloud, 'eu-west-1'));
  const Tags = [
    { Key: 'bake-ami:run', Value: 'run1' },
    { Key: 'bake-ami:build', Value: build },
    { Key: 'bake-ami:expires-at', Value: '2026-01-02T03:04:05.000Z' },
  ];
  const { KeyPairId = '' } = await ec2.send(
    new ImportKeyPairCommand({
      KeyName: build.trim(),
      PublicKeyMaterial: Buffer.from(
        'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE4Jw2VqAyN1e9T0cVUqtTqE2jmA1Z0rV3mT1aR0Q2lA',
      ),
      TagSpecifications: [{ ResourceType: 'key-pair', Tags }],
    }),
  );
  return KeyPairId;
}

describe('bake-ami sweep', () => {
  it('is a dry run unless told otherwise: a table, what to do next, and nothing removed', async () => {
    const id = await leaveKeyPair('app');
    const { exitCode, output } = await run();
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^Region +Resource +Run +Build +What becomes of it\n/);
    expect(output).toContain(
      `eu-west-1  key pair ${id}  run1  app    would be removed: it expired at 2026-01-02T03:04:05.000Z\n`,
    );
    expect(output).toMatch(/bake-ami sweep -dry-run=false removes what has expired\.\n$/);
    expect(cloud.leftovers()).toHaveLength(1);
  });

  it('removes with -dry-run=false, and says so of each', async () => {
    const id = await leaveKeyPair('app');
    const { exitCode, output } = await run('-dry-run=false', '-regions=eu-west-1,us-east-1');
    expect(exitCode).toBe(0);
    expect(output).toContain(`app: Removed key pair ${id} in eu-west-1\n`);
    expect(output).toContain('Removed 1 resource in 2 regions of the AWS account 123456789012.\n');
    expect(cloud.leftovers()).toEqual([]);
  });

  it('tells programs in one line of JSON', async () => {
    const id = await leaveKeyPair('app');
    const { output } = await run('-json');
    expect(output.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(output)).toMatchObject({
      account: '123456789012',
      dry_run: true,
      found: [{ region: 'eu-west-1', kind: 'key-pair', id, run: 'run1', build: 'app', verdict: 'expired' }],
      removed: [],
      left: [],
      unread: [],
    });
  });

  it('keeps what a tag holds from controlling the terminal', async () => {
    await leaveKeyPair('\u001b[2Japp');
    expect((await run()).output).not.toContain('\u001b');
  });

  it('takes no template, and durations only as durations', async () => {
    await expect(run('packer')).rejects.toMatchObject({ code: 'usage', message: 'bake-ami sweep takes no "packer".' });
    await expect(run('-older-than=3d')).rejects.toMatchObject({
      hint: 'It takes a duration such as 90m or 72h.',
    });
  });
});
