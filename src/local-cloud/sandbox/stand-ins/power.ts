import { AGENT_PID_FILE } from '../guest/protocol.ts';

/** What may be called to switch a machine off. */
export const POWER_NAMES = ['shutdown', 'poweroff', 'halt', 'reboot'] as const;

/**
 * One script for all four names (shutdown(8), halt(8)). It tells the agent by a signal, which only root may send, and
 * the host ends the machine from outside.
 */
export const POWER = `#!/bin/sh
# Stand-in for shutdown, poweroff, halt and reboot in a bake-ami sandbox machine.
pending=/run/bake-ami/shutdown.pid
name=\${0##*/}
signal=USR2
[ "$name" != reboot ] || signal=TERM
when=
cancel=

while [ $# -gt 0 ]; do
  case $1 in
    -r | --reboot) signal=TERM ;;
    -c) cancel=yes ;;
    -h | -H | -P | -p | --poweroff | --halt) signal=USR2 ;;
    -k) exit 0 ;;
    --help) echo "Usage: $name [OPTIONS...] [TIME]"; exit 0 ;;
    -t) shift ;;
    -*) ;;
    *)
      # What follows the time is a message to users.
      when=$1
      break
      ;;
  esac
  shift
done

if [ "$(id -u)" != 0 ]; then
  echo "$name: must be superuser." >&2
  exit 1
fi

if [ -e "$pending" ]; then
  kill -s TERM -- "-$(cat "$pending")" 2>/dev/null
  rm -f "$pending"
fi
[ -z "$cancel" ] || exit 0

# Without a time, shutdown waits for a minute and the others do not wait.
[ -n "$when" ] || if [ "$name" = shutdown ]; then when=+1; else when=now; fi
case $when in
  now | +0 | 0) delay=0 ;;
  *:*)
    hours=\${when%%:*}
    minutes=\${when#*:}
    at=$((\${hours#0} * 3600 + \${minutes#0} * 60))
    hours=$(date +%H)
    minutes=$(date +%M)
    delay=$(((at - \${hours#0} * 3600 - \${minutes#0} * 60 + 86400) % 86400))
    ;;
  *)
    when=\${when#+}
    case $when in
      '' | *[!0-9]*)
        echo "$name: Failed to parse time specification: $when" >&2
        exit 1
        ;;
    esac
    delay=$((when * 60))
    ;;
esac

agent=$(cat ${AGENT_PID_FILE})
[ "$delay" -gt 0 ] || exec kill -s "$signal" "$agent"
echo "Shutdown scheduled, in $delay seconds, use 'shutdown -c' to cancel." >&2
setsid sh -c 'sleep "$1" && kill -s "$2" "$3"' shutdown "$delay" "$signal" "$agent" </dev/null >/dev/null 2>&1 &
echo $! >"$pending"
`;
