import type { Clock } from '../../kernel/clock.ts';
import { withDeadline } from '../../kernel/deadline.ts';

/** EC2 User Guide, "Access instance metadata for an EC2 instance". */
const SERVICE = 'http://169.254.169.254';
/** It is on the computer itself, where there is one. */
const LIMIT_MS = 1_000;
const TOKEN = 'x-aws-ec2-metadata-token';
/** IAM API reference, RoleName. */
const ROLE = /^[\w+=,.@-]{1,128}$/;

export interface MetadataSite {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Tells, once it is known, whose credentials a machine can get that shares this computer's network: those of the role of
 * the EC2 instance that this is. Nobody waits for it; says nothing elsewhere, and with AWS_EC2_METADATA_DISABLED=true, by
 * which nobody is to ask. The credentials themselves are not asked for.
 */
export async function tellMetadataRole(site: MetadataSite, remedy: string, say: (text: string) => void): Promise<void> {
  const role = await metadataRole(site).catch(() => undefined);
  if (role === undefined) return;
  say(
    `The machines of the local cloud share this computer's network, and its instance metadata with it: what a template runs in them can get the credentials of the role ${role}. ${remedy}`,
  );
}

async function metadataRole({ environment, clock, signal }: MetadataSite): Promise<string | undefined> {
  if (environment['AWS_EC2_METADATA_DISABLED']?.toLowerCase() === 'true') return undefined;
  const service = environment['AWS_EC2_METADATA_SERVICE_ENDPOINT'] || SERVICE;
  const noAnswer = (): Error => new Error('no answer');
  return withDeadline(clock, LIMIT_MS, noAnswer, signal, async (until) => {
    const ask = async (path: string, method: string, headers: Record<string, string>): Promise<string | undefined> => {
      const response = await fetch(new URL(path, service), { method, headers, signal: until, redirect: 'error' });
      return response.ok ? await response.text() : undefined;
    };
    // Most instances answer nothing without such a token; one that knows none answers without it.
    const token = await ask('/latest/api/token', 'PUT', { [`${TOKEN}-ttl-seconds`]: '60' });
    const headers: Record<string, string> = token === undefined ? {} : { [TOKEN]: token };
    const role = (await ask('/latest/meta-data/iam/security-credentials/', 'GET', headers))?.trim();
    return role !== undefined && ROLE.test(role) ? role : undefined;
  });
}
