import { accessSettings } from '../../aws/access-settings.ts';
import type { BuildContext, Connector } from '../../engine/ports.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import type { AmazonEbsOptions } from './options.ts';
import type { AmazonEbsDependencies, Site } from './site.ts';

/** A build's connection to AWS; nothing is asked yet. Rejects where no login is possible. */
export async function openSite(
  decoded: DecodedOptions<AmazonEbsOptions>,
  context: BuildContext,
  connector: Connector,
  dependencies: AmazonEbsDependencies,
): Promise<Site> {
  const { options } = decoded;
  if (options.ssh_keypair_name && connector.login.kind === 'temporary-key')
    throw withoutPrivateKey(options.ssh_keypair_name);
  const aws = await dependencies.connections.open(accessSettings(options));
  return {
    options,
    given: (option) => decoded.given(option),
    context,
    connector,
    dependencies,
    aws,
    ec2: aws.ec2(aws.region),
    region: aws.region,
  };
}

function withoutPrivateKey(name: string): BakeError {
  return new BakeError(`The private key of the key pair "${name}" is not known`, {
    code: 'private-key-missing',
    category: 'input',
    hint: 'EC2 only knows its public half. Add ssh_private_key_file or ssh_agent_auth = true, or remove ssh_keypair_name so that a temporary key is made.',
  });
}
