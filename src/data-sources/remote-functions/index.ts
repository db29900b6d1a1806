import type { AwsConnections } from '../../aws/connections.ts';
import { readSecret } from '../../aws/read-secret.ts';
import { secretField } from '../../aws/secret-value.ts';
import type { Clock } from '../../kernel/clock.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { AskRemote } from '../../template/data-source.ts';
import { readConsul } from './consul.ts';
import type { Environment } from './service.ts';
import { readVault } from './vault.ts';

export interface RemoteServices {
  readonly environment: Environment;
  readonly clock: Clock;
  readonly connections: () => Promise<AwsConnections>;
  /** Called with every answer before it is given. */
  readonly registerSecret: (secret: string) => void;
}

/** What the functions `vault`, `consul_key`, `aws_secretsmanager` and `aws_secretsmanager_raw` ask. */
export function remoteFunctions(services: RemoteServices): AskRemote {
  return async (question, signal) => {
    const text = await answer(question.function, question.arguments, services, signal);
    services.registerSecret(text);
    return text;
  };
}

async function answer(
  name: string,
  [first = '', second]: readonly (string | undefined)[],
  { environment, clock, connections }: RemoteServices,
  signal: AbortSignal,
): Promise<string> {
  switch (name) {
    case 'vault':
      return readVault(first, second ?? '', environment, clock, signal);
    case 'consul_key':
      return readConsul(first, environment, clock, signal);
    case 'aws_secretsmanager':
    case 'aws_secretsmanager_raw': {
      const aws = await (await connections()).open({});
      const { SecretString = '' } = await readSecret(aws, { name: first }, signal);
      return name === 'aws_secretsmanager' ? secretField(first, SecretString, second) : SecretString;
    }
    default:
      throw new BakeError(`Nobody is known who answers "${name}"`, { code: 'internal', category: 'internal' });
  }
}
