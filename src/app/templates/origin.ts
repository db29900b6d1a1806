import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { BakeError } from '../../kernel/errors.ts';

/** Tags that say where a run comes from, when it runs in GitHub Actions (DESIGN.md section 8). */
export function originTags(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const {
    GITHUB_SHA: commit,
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: run,
  } = environment;
  return {
    ...(commit && { 'bake-ami:commit': commit }),
    ...(server && repository && run && { 'bake-ami:run-url': `${server}/${repository}/actions/runs/${run}` }),
  };
}

/** Addresses of this machine's network interfaces, loopback ones left out. */
export function localAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter(({ internal }) => !internal).map(({ address }) => address),
  );
}

/** AWS's own service for the question; it answers with the bare address. */
const WHAT_IS_MY_ADDRESS = 'https://checkip.amazonaws.com/';

/** The address that this machine has on the internet. Rejects with `public-address-unknown`. */
export async function publicAddress(signal: AbortSignal): Promise<string> {
  let cause: unknown;
  try {
    const response = await fetch(WHAT_IS_MY_ADDRESS, { signal, redirect: 'error' });
    const address = (await response.text()).trim();
    if (response.ok && isIP(address) !== 0) return address;
  } catch (thrown) {
    cause = thrown;
  }
  throw new BakeError(`${WHAT_IS_MY_ADDRESS} did not tell this machine's public address`, {
    code: 'public-address-unknown',
    category: 'connection',
    hint: 'Write "temporary_security_group_source_cidrs", or "security_group_id" with a group of your own.',
    cause,
  });
}
