import { expect } from '@jest/globals';
import { systemClock } from '../../../src/kernel/clock.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { createLocalCloud } from '../../../src/local-cloud/cloud.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { serveLocalCloud } from '../../../src/local-cloud/server.ts';
import { startMoto } from './strangers.ts';

/** Calls to an emulator, and what it answers without what differs by nature: identifiers, times. */
export type Calls = (endpoint: string) => Promise<readonly unknown[]>;

/** Makes the same calls to the local cloud and to moto, and expects the same answers. */
export async function expectAnswersOfMoto(moto: string, calls: Calls): Promise<void> {
  await using emulator = await startMoto(moto);
  const cloud = createLocalCloud({ clock: systemClock, ids: randomIds, delays: quickDelays });
  const server = await serveLocalCloud(cloud);
  try {
    const [ours, theirs] = await Promise.all([calls(server.url), calls(emulator.env['AWS_ENDPOINT_URL'] ?? '')]);
    expect(ours).toEqual(theirs);
  } finally {
    await server.close();
    await cloud.close();
  }
}

/** For an SDK client. */
export function configuration(endpoint: string, region = 'us-east-1') {
  return {
    endpoint,
    region,
    credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' },
    maxAttempts: 1,
  };
}

/** AWS's code; `done` where nothing was refused. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (thrown) {
    return thrown instanceof Error ? thrown.name : String(thrown);
  }
}
