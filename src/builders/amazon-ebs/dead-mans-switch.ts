import { speaksOfShutdown } from '../../engine/mentions-shutdown.ts';
import type { Bake, Site } from './site.ts';

/*
 * The machine switches itself off at the build's deadline, should nobody be left to remove it, and that terminates it.
 *
 * It is a process that sleeps, started by a `#cloud-boothook`: cloud-init runs those at every boot, early, so a reboot
 * does not lose it; no unit, no file and no systemd is needed, and nothing of it is on the disk that becomes the image.
 * The deadline is a moment, so a machine that boots again does not live longer.
 */

/** Where a running machine has the process's id: a file system in memory. */
const PID_FILE = '/run/bake-ami-deadline.pid';

/** Why the switch is not planted; undefined: it is to be, as far as the options say. */
export function reasonNotToArm({ dependencies, options }: Site): string | undefined {
  if (dependencies.deadlineMs === undefined) return 'it is switched off (deadline: 0)';
  if (options.disable_stop_instance) return 'with disable_stop_instance the machine itself says when it goes off';
  return undefined;
}

/** What a machine's own shutdown does to the instance: as the template says, or as the switch needs it. */
export function shutdownBehavior(
  { options, given, context }: Bake,
  { isArmed, userData }: { readonly isArmed: boolean; readonly userData: Buffer | undefined },
): 'stop' | 'terminate' {
  if (given('shutdown_behavior') || !isArmed) return options.shutdown_behavior === 'terminate' ? 'terminate' : 'stop';
  // A template that switches its machine off by itself relies on Packer's default.
  const mayGoOffItself = context.mentionsShutdown || speaksOfShutdown(userData?.toString('utf8') ?? '');
  return mayGoOffItself ? 'stop' : 'terminate';
}

/**
 * The boothook, for a POSIX shell. It does nothing in a machine that was made of the image and runs the user data of its
 * ancestor (cloud-init's `manual_cache_clean`), nor when the clock says that the deadline is over: that is more likely
 * wrong than true, and a sweep is there for the rest.
 *
 * @param deadline milliseconds since the Unix epoch
 * @param longestMs what it can be from now at the most, whatever the machine's clock says
 */
export function bootHook(deadline: number, longestMs: number): string {
  const longest = Math.ceil(longestMs / 1_000);
  return `#cloud-boothook
#!/bin/sh
# bake-ami: switches this machine off at the deadline of its build.
rm -f "$0"
tag=$(cat /sys/devices/virtual/dmi/id/board_asset_tag 2>/dev/null)
case $tag in i-*) [ "$tag" = "\${INSTANCE_ID:-$tag}" ] || exit 0 ;; esac
left=$((${Math.ceil(deadline / 1_000)} - $(date +%s)))
[ "$left" -gt 0 ] || exit 0
[ "$left" -le ${longest} ] || left=${longest}
[ ! -e ${PID_FILE} ] || kill -- "-$(cat ${PID_FILE})" 2>/dev/null
setsid sh -c 'echo $$ >${PID_FILE}; sleep "$1"; shutdown -P now || poweroff || halt -p' bake-ami-deadline "$left" </dev/null >/dev/null 2>&1 &
`;
}

/**
 * Ends the process, for a POSIX shell; does nothing where there is none. Only root can: exit status 77 says that this
 * user can't become root without a password.
 */
export function disarmingCommand(): string {
  const disarm = `kill -- "-$(cat ${PID_FILE})" && rm -f ${PID_FILE}`;
  return (
    `if [ ! -e ${PID_FILE} ]; then :; elif [ "$(id -u)" = 0 ]; then ${disarm}; ` +
    `elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n sh -c '${disarm}'; else exit 77; fi`
  );
}
