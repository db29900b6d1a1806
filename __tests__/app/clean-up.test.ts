import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CleanUpRequest, cleanUp, type KnownRun } from '../../src/app/clean-up.ts';
import { cloudAccess } from '../../src/app/cloud-access/cloud-access.ts';
import { onLocalCloud } from '../../src/app/local-cloud/local-cloud-handle.ts';
import { localCloudContents } from '../../src/app/local-cloud/local-cloud-host.ts';
import { openLocalCloud, type RunningLocalCloud } from '../../src/app/local-cloud.ts';
import { JournalFile } from '../../src/app/run/journal-file.ts';
import { createRunDirectory, type RunDirectory } from '../../src/app/run/run-directory.ts';
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

/** As a build of `run1` makes it. */
async function makeKeyPair(
  name: string,
  other: Readonly<Record<string, string | undefined>> = {},
  region = REGION,
): Promise<string> {
  const tags: Readonly<Record<string, string | undefined>> = {
    'bake-ami:run': 'run1',
    'bake-ami:build': 'one',
    'bake-ami:expires-at': '2099-01-01T00:00:00.000Z',
    ...other,
  };
  const Tags = Object.entries(tags).flatMap(([Key, Value]) => (Value === undefined ? [] : [{ Key, Value }]));
  const { connections } = cloudAccess(
    { clock: systemClock, ids: randomIds, secrets: new SecretRegistry() },
    onLocalCloud({}, cloud.handle),
    'local',
  );
  const ec2 = (await connections.open({})).ec2(region);
  const { KeyPairId = '' } = await ec2.createKeyPair(
    {
      KeyName: name,
      TagSpecifications: [{ ResourceType: 'key-pair', Tags }],
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
  regions: [REGION],
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
        regions: [REGION],
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
      {
        type: 'account',
        build: 'one',
        accountId: '999999999999',
        wayIn: { region: REGION, keysInTemplate: true },
        regions: [REGION],
      },
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
      {
        type: 'account',
        build: 'one',
        accountId: undefined,
        wayIn: { region: REGION, keysInTemplate: true },
        regions: [REGION],
      },
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

  it('ends a local cloud even when the journal is damaged, and everything in it with it', async () => {
    writeFileSync(directory.journal, 'damaged\n');
    writeFileSync(directory.localCloud, JSON.stringify(cloud.handle));
    expect(await run({ environment: {} })).toMatchObject({ clean: true, error: undefined });
    await cloud.ended;
  });
});

describe('the clean-up after a run whose journal is damaged', () => {
  const place = { build: 'one', accountId: '123456789012', wayIn: { region: REGION }, regions: [REGION] };
  const known: KnownRun = { runId: 'run1', places: [place], keepsOnError: false, hasEnded: false };
  const warnings = (): string[] =>
    events.flatMap((event) => (event.type === 'log' && event.level === 'warning' ? [event.message] : []));

  it('removes what the readable lines know, finds the rest by its tag, and says which line it left out', async () => {
    const first = await makeKeyPair('known');
    const second = await makeKeyPair('unreadable');
    journal(account(), intent('known'), receipt('known', first));
    appendFileSync(directory.journal, '{"type":"intent","build":"one"\n');
    const result = await run({ known });
    expect(result).toMatchObject({ clean: true, error: undefined });
    expect(result.removed.map(({ id }) => id).sort()).toEqual([first, second].sort());
    expect(warnings()).toEqual([
      `The journal of the run can't be read at ${directory.journal}:5: what it was about is searched for by the run's tag`,
    ]);
    expect(await left()).toEqual([]);
  });

  it.each(['gone', 'empty', 'gone with its folder'])('finds everything by its tag when it is %s', async (how) => {
    const id = await makeKeyPair('known');
    if (how === 'empty') writeFileSync(directory.journal, '');
    if (how === 'gone with its folder') rmSync(directory.path, { recursive: true });
    expect(await run({ known })).toMatchObject({ clean: true, removed: [{ id }], error: undefined });
    expect(warnings()).toEqual([
      `The journal of the run, ${directory.journal}, is gone or empty: what it was about is searched for by the run's tag`,
    ]);
    expect(await left()).toEqual([]);
  });

  it('searches in every region of the run, and nowhere else', async () => {
    const [here, there] = [await makeKeyPair('known'), await makeKeyPair('copy', {}, 'us-east-1')];
    await makeKeyPair('elsewhere', {}, 'us-west-2');
    const places = [{ ...place, regions: [REGION, 'us-east-1'] }];
    const result = await run({ known: { ...known, places } });
    expect(result.removed.map(({ id }) => id).sort()).toEqual([here, there].sort());
    expect(await left()).toHaveLength(1);
  });

  it("leaves other runs' resources, and what is meant to stay", async () => {
    await makeKeyPair('other', { 'bake-ami:run': 'run2' });
    await makeKeyPair('finished', { 'bake-ami:expires-at': 'never' });
    await makeKeyPair('without expiry', { 'bake-ami:expires-at': undefined });
    expect(await run({ known })).toMatchObject({ clean: true, removed: [], left: [] });
    expect(await left()).toHaveLength(3);
  });

  it('removes nothing, and says so, when on-error may have left it to be looked at', async () => {
    const id = await makeKeyPair('kept?');
    const result = await run({ known: { ...known, keepsOnError: true } });
    expect(result).toMatchObject({ clean: false, removed: [], left: [{ resource: { id } }] });
    expect(result.left[0]?.error.message).toMatch(/what on-error was to leave can't be told from what was left/);
    expect(await left()).toHaveLength(1);
  });

  it('searches in no other account than the run worked in', async () => {
    await makeKeyPair('known');
    const result = await run({ known: { ...known, places: [{ ...place, accountId: '999999999999' }] } });
    expect(result).toMatchObject({ clean: false, removed: [], error: { code: 'other-account' } });
    expect(await left()).toHaveLength(1);
  });

  it('goes on in the regions that can be searched, and fails for the others', async () => {
    const id = await makeKeyPair('known');
    const result = await run({ known: { ...known, places: [{ ...place, regions: ['mars-north-1', REGION] }] } });
    expect(result).toMatchObject({ clean: false, removed: [{ id }], error: { code: 'search-failed' } });
    expect(result.error?.message).toMatch(/^mars-north-1 could not be searched for what the run has left: /);
  });
});

describe('the search by tag beside a whole journal', () => {
  const place = { build: 'one', accountId: '123456789012', wayIn: { region: REGION }, regions: [REGION] };
  const known: KnownRun = { runId: 'run1', places: [place], keepsOnError: true, hasEnded: true };

  it('removes what no line of the journal knows', async () => {
    const id = await makeKeyPair('unknown');
    journal(account());
    expect(await run({ known })).toMatchObject({ clean: true, removed: [{ id }] });
  });

  it('leaves all of a build that left something to be looked at', async () => {
    const id = await makeKeyPair('kept');
    await makeKeyPair('beside it');
    journal(account(), intent('kept'), receipt('kept', id), { type: 'kept', token: 'kept', reason: 'on-error' });
    expect(await run({ known })).toMatchObject({ clean: true, removed: [] });
    expect(await left()).toHaveLength(2);
  });

  it('minds no credentials that are gone, or another account’s, when the run had cleaned up by itself', async () => {
    journal(account(), intent('k'), receipt('k', 'key-1'), { type: 'removed', token: 'k' });
    const environment = { ...onLocalCloud({}, cloud.handle), AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
    expect(await run({ known, environment })).toMatchObject({ clean: true, error: undefined });
    createRunDirectory(directory.path);
    journal(account('999999999999'));
    const other = { ...known, places: [{ ...place, accountId: '999999999999' }] };
    expect(await run({ known: other })).toMatchObject({ clean: true, error: undefined });
  });
});
