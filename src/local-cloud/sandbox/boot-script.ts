import { shellWord } from '../../kernel/posix-shell.ts';
import { GUEST_TOOLS, OLD_ROOT } from './guest/protocol.ts';
import type { HostTools } from './host-tools.ts';

/**
 * What root keeps inside a machine: what apt, dpkg, useradd, chown and daemons need. Above all not SYS_ADMIN (mounts),
 * MKNOD and SYS_RAWIO (devices), SYS_MODULE, SYS_PTRACE, SYS_BOOT, SYS_TIME, DAC_READ_SEARCH (files by handle),
 * NET_ADMIN, BPF, SYSLOG.
 */
const CAPABILITIES = [
  'chown',
  'dac_override',
  'fowner',
  'fsetid',
  'kill',
  'setgid',
  'setuid',
  'setpcap',
  'net_bind_service',
  'sys_chroot',
  'audit_write',
  'setfcap',
] as const;

/** Only in a network of the machine's own: with the host's, its root could listen to what the host's programs say. */
const CAPABILITIES_OF_OWN_NETWORK = ['net_raw'] as const;

/** Parts of /proc through which root, whatever its capabilities, could change or read the host's kernel. */
const PROC_READ_ONLY = ['sys', 'sysrq-trigger', 'irq', 'bus', 'fs', 'acpi', 'scsi', 'driver'];
const PROC_HIDDEN = ['kcore', 'keys', 'key-users', 'kmsg', 'kallsyms', 'timer_list', 'sched_debug', 'latency_stats'];

const DEVICES = ['null', 'zero', 'full', 'random', 'urandom', 'tty'];

export interface BootPlan {
  /** The machine's folder on the host; the script works with paths relative to it. */
  readonly machineFolder: string;
  /** What is mounted over the base root to hide and to add: see `base-layers.ts`. */
  readonly baseLayers: string;
  /** Where the base root file system is. */
  readonly rootFolder: string;
  /** The machine's own writable layer and the frozen ones below it, newest first, relative to the machine's folder. */
  readonly upper: string;
  readonly frozen: readonly string[];
  /**
   * Two overlays, one upon the other: needed where the writable layer lies somewhere below the base root, which one
   * overlay refuses. Not possible where the base root is an overlay itself (the kernel stacks no more than two).
   */
  readonly nested: boolean;
  readonly hostName: string;
  readonly isolatedNetwork: boolean;
}

/**
 * The script that process 1 of a machine starts as, in namespaces of its own but with the host's root still in sight.
 * It builds the machine's root, moves into it, lets go of the host's, drops the capabilities, and then becomes a
 * process that only waits. Written for any POSIX shell.
 */
export function bootScript(plan: BootPlan, tools: HostTools): string {
  const tool = (name: Parameters<HostTools['command']>[0]): string => tools.command(name).map(shellWord).join(' ');
  const capabilities = [...CAPABILITIES, ...(plan.isolatedNetwork ? CAPABILITIES_OF_OWN_NETWORK : [])];
  const bounding = `-all,${capabilities.map((name) => `+${name}`).join(',')}`;
  const guest = `${tool('node')} ${GUEST_TOOLS}/guest.mjs agent`;
  // While it waits for the agent, the shell also reaps the orphans that process 1 inherits. The agent ends when the
  // host's process does, and with process 1 everything in the machine ends.
  const init = `${guest} & wait $!`;
  return `set -eu
cd ${shellWord(plan.machineFolder)}
umask 022
mkdir -p mask base root rootfs
mount --bind ${shellWord(plan.rootFolder)} rootfs
mount -t tmpfs -o mode=755,nodev bake-ami mask
cp -a ${shellWord(`${plan.baseLayers}/.`)} mask/
${overlayMounts(plan)}
cd root
# The disk is whatever an earlier root of this machine has made of it: no mount may follow its links, and the programs
# that run before the capabilities are dropped load nothing of its choice.
for part in etc proc sys dev run; do
  if [ -L "$part" ] || [ ! -d "$part" ]; then
    echo "/$part of the machine's disk is no folder" >&2
    exit 1
  fi
done
rm -rf etc/ld.so.preload
mount -t proc -o nosuid,nodev,noexec proc proc
for part in ${PROC_READ_ONLY.join(' ')}; do
  [ -e "proc/$part" ] || continue
  mount --bind "proc/$part" "proc/$part"
  mount -o remount,bind,ro,nosuid,nodev,noexec "proc/$part"
done
for part in ${PROC_HIDDEN.join(' ')}; do
  [ -e "proc/$part" ] || continue
  mount --bind /dev/null "proc/$part"
  mount -o remount,bind,ro "proc/$part"
done
${plan.isolatedNetwork ? 'mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys' : 'mount --bind /sys sys; mount -o remount,bind,ro,nosuid,nodev,noexec sys'}
[ ! -d sys/firmware ] || mount -t tmpfs -o ro,mode=755 firmware sys/firmware
# Which computer this is; on EC2 even which instance.
[ ! -d sys/devices/virtual/dmi/id ] || mount -t tmpfs -o ro,mode=755 dmi sys/devices/virtual/dmi/id
mount -t tmpfs -o mode=755,nosuid,noexec,size=64k dev dev
mkdir dev/pts dev/shm dev/mqueue
for device in ${DEVICES.join(' ')}; do
  : >"dev/$device"
  mount --bind "/dev/$device" "dev/$device"
  mount -o remount,bind,ro,nosuid,noexec "dev/$device"
done
mount -t devpts -o newinstance,ptmxmode=666,mode=620,gid=5,nosuid,noexec devpts dev/pts
mount -t tmpfs -o mode=1777,nosuid,nodev shm dev/shm
ln -s pts/ptmx dev/ptmx
ln -s null dev/console
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
mount -t tmpfs -o mode=755,nosuid,nodev run run
mkdir -p run/lock run/bake-ami/tools run/bake-ami/channel run/user ${OLD_ROOT.slice(1)}
chmod 1777 run/lock
chmod 700 ${OLD_ROOT.slice(1)}
mount --bind ${shellWord(tools.folder)} run/bake-ami/tools
mount -o remount,bind,ro,nosuid,nodev run/bake-ami/tools
mount --bind ../channel run/bake-ami/channel
mount -o remount,bind,ro,nosuid,nodev,noexec run/bake-ami/channel
printf '%s\\n' ${shellWord(plan.hostName)} >/proc/sys/kernel/hostname
${plan.isolatedNetwork ? LOOPBACK_UP : ''}
pivot_root . ${OLD_ROOT.slice(1)}
cd /
${tool('umount')} -i -l ${OLD_ROOT}
exec ${tool('setpriv')} --bounding-set=${bounding} --inh-caps=-all --ambient-caps=-all ${tool('sh')} -c ${shellWord(init)}
`;
}

/** A new network namespace has its loopback interface down; `perl` is there where the ip tools are not (slim Debian). */
const LOOPBACK_UP = `ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || perl -e '
  socket(S, 2, 2, 0) or exit 1; my $request = pack("a16 s x22", "lo", 0x41); ioctl(S, 0x8914, $request) or exit 1;'`;

function overlayMounts(plan: BootPlan): string {
  const base = ['mask/fresh', 'mask/hidden', 'rootfs'];
  const lower = (layers: readonly string[]): string => layers.join(':');
  const writable = (layers: readonly string[]): string => {
    const options = `lowerdir=${lower([...plan.frozen, ...layers])},upperdir=${plan.upper},workdir=work`;
    // Nothing has to survive the loss of power, so writes need not wait for the disk; kernels before 5.10 can't.
    return `mount -t overlay -o nodev,${options},volatile bake-ami root 2>/dev/null ||
  mount -t overlay -o nodev,${options} bake-ami root`;
  };
  if (!plan.nested) return writable(base);
  return `mount -t overlay -o ro,nodev,lowerdir=${lower(base)} bake-ami base
${writable(['base'])}`;
}
