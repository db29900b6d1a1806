import type { Question } from './question.ts';

/** Does something accept connections that is no SSH server, or not one yet? */
export const silentPort: Question = ({ bake, error, address }) => {
  if (error.code !== 'ssh-silent') return undefined;
  const { port } = bake.connector;
  return {
    what: `Port ${port} of ${address ?? 'the machine'} accepts connections, and no SSH server answers there`,
    remedy:
      'The machine is overloaded while it boots (a larger instance_type, a longer ssh_timeout), its SSH server hangs, or a firewall or proxy on the way accepts connections in its place.',
  };
};
