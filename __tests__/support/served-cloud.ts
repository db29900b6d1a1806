import type { LocalCloudHandle } from '../../src/app/local-cloud/local-cloud-handle.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { createLocalCloud, type LocalCloud } from '../../src/local-cloud/cloud.ts';
import { serveLocalCloud } from '../../src/local-cloud/server.ts';

/** A local cloud that answers over HTTP on the loopback, and in which nothing takes time. */
export interface ServedCloud {
  readonly cloud: LocalCloud;
  readonly handle: LocalCloudHandle;
  close(): Promise<void>;
}

/** Starts one; its states are its own, there are no machines behind them, and nobody can tell it to end but `close`. */
export async function servedCloud(): Promise<ServedCloud> {
  const delays = { address: 0, running: 0, stopped: 0, terminated: 0, image: 0, copy: 0 };
  const cloud = createLocalCloud({ clock: systemClock, ids: randomIds, delays });
  const server = await serveLocalCloud(cloud);
  return {
    cloud,
    handle: {
      endpoint: server.url,
      region: 'eu-west-1',
      accessKeyId: 'LOCAL',
      secretAccessKey: 'worthless',
      pid: process.pid,
      control: { url: 'http://127.0.0.1:9', token: '' },
    },
    close: async () => {
      await server.close();
      await cloud.close();
    },
  };
}
