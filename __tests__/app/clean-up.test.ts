import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CleanUpRequest, cleanUp } from '../../src/app/clean-up.ts';
import { cloudAccess } from '../../src/app/cloud-access.ts';
import { JournalFile } from '../../src/app/journal-file.ts';
import { openLocalCloud, type RunningLocalCloud } from '../../src/app/local-cloud.ts';
import { onLocalCloud } from '../../src/app/local-cloud-handle.ts';
import { localCloudContents } from '../../src/app/local-cloud-host.ts';
import { createRunDirectory, type RunDirectory } from '../../src/app/run-directory.ts';
import type { JournalEntry } from '../../src/engine/ports.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const REGION = 'eu-west-1';
const signal = new AbortController().signal;

let cloud: RunningLocalCloud;
let directory: RunDirectory;
let events: BakeEvent[];
beforeEach(async () => {
  cloud = await openLocalCloud({
    clock: systemClock,
    ids: randomIds,
    port: 0,
    region: REGION,
    machines: 'none',
    network: 'isolated',
    hide: [],
    accountId: undefined,
    lifetimeMs: undefined,
    signal,
  });
  directory = createRunDirectory(path.join(temporaryFolder('clean-up'), 'run'));
  events = [];
});
afterEach(async () => {
  await cloud.close();
});

/** The clean-up as the post step calls it, with the credentials for the cloud of the test. */
function run(overrides: Partial<CleanUpRequest> = {}) {
  return cleanUp({
    clock: systemClock,
    ids: randomIds,
    environment: onLocalCloud({}, cloud.handle),
    reporter: { report: (event) => void events.push(event) },
    secrets: new SecretRegistry(),
    signal,
    runDirectory: directory.path,
    budgetMs: 60_000,
    ...overrides,
  });
}

function journal(...entries: readonly JournalEntry[]): void {
  using file = new JournalFile(directory.journal);
  file.append({ type: 'run', runId: 'run1', startedAt: '2026-01-02T03:04:05.000Z' });
  for (const entry of entries) file.append(entry);
}

async function makeKeyPair(name: string): Promise<string> {
  const { connections } = cloudAccess(
    { clock: systemClock, ids: randomIds, secrets: new SecretRegistry() },
    onLocalCloud({}, cloud.handle),
    'local',
  );
  const ec2 = (await connections.open({})).ec2(REGION);
  const { KeyPairId = '' } = await ec2.createKeyPair(
    {
      KeyName: name,
      TagSpecifications: [{ ResourceType: 'key-pair', Tags: [{ Key: 'bake-ami:run', Value: 'run1' }] }],
    },
    signal,
  );
  return KeyPairId;
}

const account = (accountId = '123456789012'): JournalEntry => ({
  type: 'account',
  build: 'one',
  accountId,
  wayIn: {},
});
const intent = (name: string): JournalEntry => ({
  type: 'intent',
  build: 'one',
  token: name,
  intent: { kind: 'key-pair', region: REGION, name },
});
const receipt = (name: string, id: string): JournalEntry => ({
  type: 'receipt',
  build: 'one',
  token: name,
  resource: { kind: 'key-pair', region: REGION, name, id },
});

async function left(): Promise<readonly string[] | undefined> {
  return (await localCloudContents(cloud.handle, systemClock))?.left;
}

describe('the clean-up after a run', () => {
  it('has nothing to do when the run never began', async () => {
    rmSync(directory.path, { recursive: true });
    expect(await run()).toEqual({ clean: true, removed: [], left: [], error: undefined });
  });

  it('removes the folder of a run that left nothing', async () => {
    journal(account(), intent('k'), receipt('k', 'key-1'), { type: 'removed', token: 'k' });
    expect(await run({ environment: {} })).toMatchObject({ clean: true, removed: [] });
    expect(existsSync(directory.path)).toBe(false);
  });

  it('removes what the journal knows, and what it only has an intent of, and says so', async () => {
    const id = await makeKeyPair('known');
    const lost = await makeKeyPair('lost');
    journal(account(), intent('known'), receipt('known', id), intent('lost'));
    expect(await left()).toHaveLength(2);
    const result = await run();
    expect(result).toMatchObject({ clean: true, left: [], error: undefined });
    expect(result.removed.map((resource) => resource.id).sort()).toEqual([id, lost].sort());
    expect(events.map(({ type }) => type)).toEqual(['resource-removed', 'resource-removed']);
    expect(await left()).toEqual([]);
    expect(existsSync(directory.path)).toBe(false);
  }, 20_000);

  it('refuses to look in another account than the run worked in, and keeps the journal', async () => {
    const id = await makeKeyPair('known');
    journal(account('999999999999'), intent('known'), receipt('known', id));
    const result = await run();
    expect(result.error).toMatchObject({
      code: 'other-account',
      message: 'The run worked in the account 999999999999, but the credentials now are for 123456789012',
    });
    expect(result).toMatchObject({ clean: false, removed: [] });
    expect(result.left.map(({ resource, error }) => [resource.id, error.message])).toEqual([
      [
        id,
        `Could not remove key pair ${id} in eu-west-1: The run worked in the account 999999999999, but the credentials now are for 123456789012`,
      ],
    ]);
    expect(await left()).toHaveLength(1);
    expect(existsSync(directory.journal)).toBe(true);
  });

  it("goes back in by the build's own profile, not by that of the environment", async () => {
    const id = await makeKeyPair('known');
    const files = path.join(directory.path, 'aws');
    writeFileSync(
      files,
      `[baker]\naws_access_key_id = ${cloud.handle.accessKeyId}\naws_secret_access_key = ${cloud.handle.secretAccessKey}\n`,
    );
    journal(
      {
        type: 'account',
        build: 'one',
        accountId: '123456789012',
        wayIn: { region: REGION, profile: 'baker', sharedCredentialsFile: files },
      },
      intent('known'),
      receipt('known', id),
    );
    const result = await run({
      environment: {
        AWS_ENDPOINT_URL: cloud.handle.endpoint,
        AWS_PROFILE: 'no-such-profile',
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    });
    expect(result).toMatchObject({ clean: true, removed: [{ id }], error: undefined });
  });

  it('says where to give keys that stood in the template', async () => {
    journal(
      { type: 'account', build: 'one', accountId: '999999999999', wayIn: { region: REGION, keysInTemplate: true } },
      intent('known'),
      receipt('known', 'key-1'),
    );
    const { error } = await run();
    expect(error?.hint).toBe(
      'The template has keys of its own (access_key, secret_key), which are not written down: give them in the environment of the job instead.',
    );
  });

  it('does not take the account of now for that of keys in the template when nobody noted which that was', async () => {
    const id = await makeKeyPair('known');
    journal(
      { type: 'account', build: 'one', accountId: undefined, wayIn: { region: REGION, keysInTemplate: true } },
      intent('known'),
      receipt('known', id),
    );
    const result = await run();
    expect(result).toMatchObject({ clean: false, removed: [], left: [{ resource: { id } }] });
    expect(result.error).toMatchObject({
      code: 'no-way-in',
      message: 'There is no way back into the account that one worked in: it is not known which account that was',
      hint: 'The template has keys of its own (access_key, secret_key), which are not written down: give them in the environment of the job instead.',
    });
    expect(await left()).toHaveLength(1);
  });

  it('says so when there are no credentials any more', async () => {
    journal(account(), intent('known'), receipt('known', 'key-1'));
    const result = await run({
      environment: {
        AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
        AWS_REGION: REGION,
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_PROFILE: 'no-such-profile',
      },
    });
    expect(result.clean).toBe(false);
    expect(result.error).toMatchObject({ code: 'no-way-in', category: 'left-behind', cause: { category: 'auth' } });
    expect(result.error?.message).toMatch(/^There is no way back into the account that one worked in: /);
  }, 30_000);

  it('says so when the journal is damaged', async () => {
    writeFileSync(directory.journal, 'damaged\n');
    const result = await run();
    expect(result).toMatchObject({ clean: false, error: { code: 'journal-unreadable' } });
  });

  it("cleans up in the run's own local cloud, whatever the environment says, and ends it", async () => {
    const id = await makeKeyPair('known');
    journal(account(), intent('known'), receipt('known', id));
    writeFileSync(directory.localCloud, JSON.stringify(cloud.handle));
    expect(await run({ environment: {} })).toMatchObject({ clean: true, removed: [{ id }] });
    await cloud.ended;
    expect(await left()).toBeUndefined();
  }, 20_000);

  it('takes what was in a local cloud that has ended for gone', async () => {
    journal(account(), intent('known'), receipt('known', 'key-1'));
    writeFileSync(directory.localCloud, JSON.stringify(cloud.handle));
    await cloud.close();
    expect(await run({ environment: {} })).toEqual({ clean: true, removed: [], left: [], error: undefined });
  });

  it('ends a local cloud even when the journal is damaged', async () => {
    writeFileSync(directory.journal, 'damaged\n');
    writeFileSync(directory.localCloud, JSON.stringify(cloud.handle));
    expect(await run({ environment: {} })).toMatchObject({ clean: false, error: { code: 'journal-unreadable' } });
    await cloud.ended;
  });
});
