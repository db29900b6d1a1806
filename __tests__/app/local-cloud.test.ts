import { afterEach, describe, expect, it } from '@jest/globals';
import { cloudAccess } from '../../src/app/cloud-access/cloud-access.ts';
import { onLocalCloud } from '../../src/app/local-cloud/local-cloud-handle.ts';
import { localCloudContents, stopLocalCloudHost } from '../../src/app/local-cloud/local-cloud-host.ts';
import { type LocalCloudRequest, openLocalCloud, type RunningLocalCloud } from '../../src/app/local-cloud.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

let opened: RunningLocalCloud | undefined;
afterEach(async () => {
  await opened?.close();
});

async function open(settings: Partial<LocalCloudRequest> = {}): Promise<RunningLocalCloud> {
  opened = await openLocalCloud({
    clock: systemClock,
    ids: randomIds,
    port: 0,
    region: 'eu-west-1',
    machines: 'none',
    network: 'isolated',
    hide: [],
    accountId: undefined,
    lifetimeMs: undefined,
    signal: new AbortController().signal,
    ...settings,
  });
  return opened;
}

describe('a local cloud of one run', () => {
  it('is found by its handle, by whoever has no other account', async () => {
    const { handle } = await open();
    expect(onLocalCloud({ PATH: '/bin', AWS_PROFILE: 'real', AWS_SESSION_TOKEN: 'real' }, handle)).toEqual({
      PATH: '/bin',
      AWS_ENDPOINT_URL: handle.endpoint,
      AWS_ACCESS_KEY_ID: handle.accessKeyId,
      AWS_SECRET_ACCESS_KEY: handle.secretAccessKey,
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_EC2_METADATA_DISABLED: 'true',
    });
    const { connections } = cloudAccess(
      { clock: systemClock, ids: randomIds, secrets: new SecretRegistry() },
      onLocalCloud({}, handle),
      'local',
    );
    // What the template says of accounts and endpoints is for AWS.
    const aws = await connections.open({ profile: 'prod', customEndpointEc2: 'https://ec2.example.com' });
    expect(await aws.accountId(new AbortController().signal)).toBe('123456789012');
  });

  it('tells what is left in it, and ends when it is told to', async () => {
    const { handle, ended } = await open();
    expect(await localCloudContents(handle, systemClock)).toEqual({ left: [] });
    await stopLocalCloudHost(handle, systemClock);
    await ended;
    expect(await localCloudContents(handle, systemClock)).toBeUndefined();
    // Ending what has ended is fine.
    await stopLocalCloudHost(handle, systemClock);
  });

  it('obeys nobody without its token', async () => {
    const { handle } = await open();
    const stranger = { ...handle, control: { ...handle.control, token: 'wrong' } };
    await expect(stopLocalCloudHost(stranger, systemClock)).rejects.toMatchObject({ code: 'local-cloud-refused' });
    expect((await fetch(`${handle.control.url}/left`)).status).toBe(401);
    expect(await localCloudContents(handle, systemClock)).toEqual({ left: [] });
  });

  it('ends by itself at the end of its lifetime', async () => {
    const clock = new VirtualClock();
    const { handle, ended } = await open({ clock, lifetimeMs: 7_200_000 });
    await clock.advance(7_199_999);
    expect(await localCloudContents(handle, systemClock)).toEqual({ left: [] });
    await clock.advance(1);
    await ended;
    expect(await localCloudContents(handle, systemClock)).toBeUndefined();
  });

  it('ends when its process is asked to', async () => {
    const abort = new AbortController();
    const { ended } = await open({ signal: abort.signal });
    abort.abort();
    await ended;
  });
});
