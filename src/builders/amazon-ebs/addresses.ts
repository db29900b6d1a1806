import type { Instance } from '@aws-sdk/client-ec2';
import type { AmazonEbsOptions } from './options.ts';

/** The address of an instance that `ssh_interface` asks for; undefined while, or because, there is none. */
export function addressOf(instance: Instance, sshInterface: AmazonEbsOptions['ssh_interface']): string | undefined {
  switch (sshInterface) {
    case 'public_ip':
      return instance.PublicIpAddress || undefined;
    case 'private_ip':
      return instance.PrivateIpAddress || undefined;
    case 'public_dns':
      return instance.PublicDnsName || undefined;
    case 'private_dns':
      return instance.PrivateDnsName || undefined;
    case 'ipv6':
      return (
        instance.Ipv6Address ||
        instance.NetworkInterfaces?.flatMap(({ Ipv6Addresses = [] }) => Ipv6Addresses)[0]?.Ipv6Address ||
        undefined
      );
    default:
      return instance.PublicIpAddress || undefined;
  }
}
