import type { ServerChannel } from 'ssh2';
import type { GuestLink } from '../guest-link.ts';

/** Ties a forwarded connection (direct-tcpip, RFC 4254 section 7.2) to a service as the machine itself reaches it. */
export function serveForwarding(
  accept: () => ServerChannel,
  reject: () => void,
  link: GuestLink,
  host: string,
  port: number,
): void {
  link.connect(host, port).then(
    (service) => {
      const channel = accept();
      channel.on('error', () => service.destroy());
      channel.on('close', () => service.destroy());
      service.on('error', () => channel.close());
      channel.pipe(service);
      service.pipe(channel);
    },
    () => reject(),
  );
}
