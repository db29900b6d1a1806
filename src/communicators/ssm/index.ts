import type { PortSessions } from '../../engine/ports.ts';
import type { DataChannelSettings } from './data-channel.ts';

/** Streams to ports of instances through Session Manager; what it takes is loaded when the first one is opened. */
export function portSessions(settings: DataChannelSettings): PortSessions {
  return {
    open: async (grant, signal) => {
      const { openDataChannel } = await import('./data-channel.ts');
      return openDataChannel(grant, settings, signal);
    },
    listen: async (port, open) => {
      const { listenForTunnel } = await import('./tunnel-listener.ts');
      return listenForTunnel(port, open);
    },
  };
}
