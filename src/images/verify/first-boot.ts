import { fingerprint } from '../../kernel/ssh-keys.ts';
import { asRootWherePossible, type CheckedMachine } from './machine.ts';
import type { Check } from './suite.ts';

/** cloud-init's own word for the end of a boot (cloud-init documentation, "Boot stages"); without cloud-init, no wait. */
const AWAIT_BOOT =
  'if [ -e /var/lib/cloud/instance ]; then until [ -e /var/lib/cloud/instance/boot-finished ]; do sleep 1; done; fi';

/** Waits until cloud-init has done all of the first boot: what is enabled is started then. */
export async function awaitFirstBoot({ communicator, context }: CheckedMachine): Promise<void> {
  await communicator.exec(AWAIT_BOOT, { signal: context.signal });
}

/**
 * Lists host keys that are older than the machine, and all keys that may log in. When the machine was switched on is the
 * start of its first process (proc(5), /proc/pid/stat, field 22, in clock ticks).
 */
const LIST_KEYS = `
up=$(cut -d. -f1 /proc/uptime); ticks=$(sed "s/.*) //" /proc/1/stat | cut -d" " -f20); hz=$(getconf CLK_TCK 2>/dev/null || echo 100)
age=$((up - ticks / hz)); now=$(date +%s)
for key in /etc/ssh/ssh_host_*_key; do
  [ -f "$key" ] || continue
  [ $((now - $(stat -c %Y "$key"))) -le $((age + 5)) ] || echo "host-key $key"
done
cut -d: -f6 /etc/passwd | sort -u | while read -r home; do
  for file in "$home/.ssh/authorized_keys" "$home/.ssh/authorized_keys2"; do
    [ -f "$file" ] || continue
    while read -r line || [ -n "$line" ]; do echo "authorized-key $file $line"; done <"$file"
  done
done
`;

/** What stands before the key in a line of authorized_keys may be options (sshd(8), "AUTHORIZED_KEYS FILE FORMAT"). */
const PUBLIC_KEY = /(?:^|\s)((?:ssh|ecdsa|sk)-\S+)\s+([A-Za-z0-9+/]{16,}={0,2})/;

/** Keys that the machine did not get when it was made, but has from its image. Nothing of it fails a verification. */
export async function findBakedKeys({ communicator, context, publicKey }: CheckedMachine): Promise<readonly string[]> {
  const lines: string[] = [];
  await communicator.exec(asRootWherePossible(LIST_KEYS.trim()), {
    signal: context.signal,
    onLine: (stream, line) => {
      if (stream === 'stdout' && lines.length < 1_000) lines.push(line);
    },
  });
  const own = publicKey?.split(' ')[1];
  return lines.flatMap((line) => {
    const [, hostKey] = /^host-key (\S+)$/.exec(line) ?? [];
    if (hostKey !== undefined) {
      return [`The host key ${hostKey} came with the image: all machines that are made of it share it`];
    }
    const [, file, rest = ''] = /^authorized-key (\S+) (.*)$/.exec(line) ?? [];
    const [, type, blob] = PUBLIC_KEY.exec(rest) ?? [];
    if (file === undefined || own === undefined || blob === undefined || blob === own) return [];
    return [
      `The key ${fingerprint(Buffer.from(blob, 'base64'))} (${type}) in ${file} came with the image: whoever has it may log in`,
    ];
  });
}

/** The keys as a check that never fails: some images are meant to carry them. */
export function bakedKeysCheck(findings: readonly string[], elapsedMs: number): Check {
  const name = 'keys that came with the image';
  return { name, outcome: 'passed', elapsedMs, ...(findings.length > 0 && { output: findings.join('\n') }) };
}
