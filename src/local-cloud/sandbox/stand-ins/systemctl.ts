/** Where the stand-in remembers what a boot has to start; in /etc, so that it is part of an image. */
export const ENABLED_UNITS = '/etc/bake-ami/enabled-units';

/**
 * A modest systemctl(1): it reads a service unit's [Service] section and starts its ExecStart= lines as a background
 * process (ExecStartPre=, User=, Group=, WorkingDirectory=, Environment=, EnvironmentFile=, Type=simple, exec, oneshot,
 * forking, notify taken as simple). There are no dependencies, restarts, sockets or timers. `enable` remembers the unit,
 * and the next boot starts it.
 */
export const SYSTEMCTL = `#!/bin/sh
# Stand-in for systemctl in a bake-ami sandbox machine, where systemd does not run. It starts and stops simple services.
enabled=${ENABLED_UNITS}
state=/run/bake-ami/units
now=
quiet=
command=

note() {
  [ -n "$quiet" ] || echo "systemctl (stand-in): $*" >&2
}

unit_file() {
  for folder in /etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system /usr/lib/systemd/system /lib/systemd/system; do
    [ ! -f "$folder/$1" ] || { echo "$folder/$1"; return; }
    case $1 in *@*.*)
      template="\${1%%@*}@.\${1##*.}"
      [ ! -f "$folder/$template" ] || { echo "$folder/$template"; return; }
      ;;
    esac
  done
  return 1
}

# All values of one key of the [Service] section; an empty value forgets the ones before it.
setting() {
  instance=\${unit#*@}
  instance=\${instance%.*}
  for file in "$unit_path" "/etc/systemd/system/$unit.d"/*.conf; do [ ! -f "$file" ] || cat "$file"; echo; done |
    awk -v key="$1" '
      /\\\\$/ { sub(/\\\\$/, ""); held = held $0 " "; next }
      { line = held $0; held = "" }
      line ~ /^\\[/ { inside = (line ~ /^\\[Service\\]/); next }
      inside && index(line, key "=") == 1 {
        value = substr(line, length(key) + 2); gsub(/^[ \\t]+|[ \\t]+$/, "", value)
        if (value == "") count = 0; else values[++count] = value
      }
      END { for (i = 1; i <= count; i++) print values[i] }' |
    sed -e "s|%i|$instance|g" -e "s|%n|$unit|g" -e "s|%N|\${unit%.*}|g" -e 's|%%|%|g'
}

# Anybody may ask, so not by a signal.
running() {
  [ -f "$state/$unit.pid" ] && grep -q '^State:[[:space:]]*[^ZX]' "/proc/$(cat "$state/$unit.pid")/status" 2>/dev/null
}

start() {
  unit_path=$(unit_file "$unit") || { echo "Failed to start $unit: Unit $unit not found." >&2; return 5; }
  case $unit in *.service) ;; *) note "$unit is no service, nothing is started"; return 0 ;; esac
  if running; then return 0; fi
  mkdir -p "$state" /var/log/bake-ami-units
  log=/var/log/bake-ami-units/$unit.log
  type=$(setting Type | tail -n 1)
  user=$(setting User | tail -n 1)
  group=$(setting Group | tail -n 1)
  folder=$(setting WorkingDirectory | tail -n 1)
  script=$state/$unit.sh
  {
    echo 'set -a'
    setting EnvironmentFile | while read -r file; do
      case $file in -*) file=\${file#-}; [ -r "$file" ] || continue ;; esac
      echo ". '$file' || exit 1"
    done
    setting Environment | awk '{
      while (length($0)) {
        sub(/^[ \\t]+/, "")
        if (match($0, /^"[^"]*"/)) { word = substr($0, 2, RLENGTH - 2) } else { match($0, /^[^ \\t]+/); word = substr($0, 1, RLENGTH) }
        $0 = substr($0, RLENGTH + 1)
        equals = index(word, "="); value = substr(word, equals + 1); gsub(/"/, "", value)
        if (equals) printf "%s=\\"%s\\"\\n", substr(word, 1, equals - 1), value
      }
    }'
    echo 'set +a'
    [ -z "$folder" ] || case $folder in
      -*) echo "cd '\${folder#-}' 2>/dev/null" ;;
      '~') echo 'cd ~' ;;
      *) echo "cd '$folder' || exit 200" ;;
    esac
    setting ExecStartPre | while read -r line; do
      case $line in -*) echo "\${line#-} || true" ;; *) echo "\${line#[+!@:]} || exit 1" ;; esac
    done
    if [ "$type" = oneshot ]; then
      setting ExecStart | while read -r line; do
        case $line in -*) echo "\${line#-} || true" ;; *) echo "\${line#[+!@:]} || exit 1" ;; esac
      done
    else
      setting ExecStart | tail -n 1 | sed -e 's/^[-+!@:]*/exec /'
    fi
  } >"$script"
  chmod 644 "$script"
  : >>"$log"
  set -- sh "$script"
  if [ -n "$user" ] && [ "$user" != root ]; then
    uid=$(id -u "$user" 2>/dev/null) || { echo "Failed to start $unit: there is no user $user." >&2; return 217; }
    gid=$(id -g "$user")
    [ -z "$group" ] || gid=$(getent group "$group" | cut -d: -f3)
    home=$(getent passwd "$user" | cut -d: -f6)
    set -- env HOME="$home" USER="$user" LOGNAME="$user" setpriv --reuid="$uid" --regid="$gid" --init-groups -- "$@"
  fi
  case $type in
    oneshot | forking)
      (cd / && setsid "$@" </dev/null >>"$log" 2>&1) || { echo "Job for $unit failed. See $log." >&2; return 1; }
      [ "$type" != oneshot ] || return 0
      pid_file=$(setting PIDFile | tail -n 1)
      [ -z "$pid_file" ] || cp "$pid_file" "$state/$unit.pid" 2>/dev/null
      ;;
    *)
      cd /
      setsid "$@" </dev/null >>"$log" 2>&1 &
      echo $! >"$state/$unit.pid"
      sleep 0.1
      running || { echo "Job for $unit failed. See $log." >&2; return 1; }
      ;;
  esac
}

stop() {
  unit_path=$(unit_file "$unit") || { echo "Failed to stop $unit: Unit $unit not loaded." >&2; return 5; }
  running || return 0
  pid=$(cat "$state/$unit.pid")
  MAINPID=$pid
  export MAINPID
  setting ExecStop | while read -r line; do sh -c "\${line#-}" >/dev/null 2>&1; done
  kill -s TERM -- "-$pid" 2>/dev/null || kill "$pid" 2>/dev/null
  tries=0
  while running && [ "$tries" -lt 50 ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
  ! running || kill -s KILL -- "-$pid" 2>/dev/null || kill -s KILL "$pid" 2>/dev/null
  rm -f "$state/$unit.pid"
}

for argument in "$@"; do
  shift
  case $argument in
    --now) now=yes ;;
    -q | --quiet) quiet=yes ;;
    --version) echo 'systemctl stand-in of bake-ami'; exit 0 ;;
    --*=* | --*) ;;
    -?*) ;;
    *) if [ -z "$command" ]; then command=$argument; else set -- "$@" "$argument"; fi ;;
  esac
done

case $command in
  start | stop | restart | reload | try-restart | reload-or-restart | enable | disable | reenable | mask | unmask | kill | reset-failed)
    if [ "$(id -u)" != 0 ]; then
      echo "Failed to $command \${1:-}: Access denied" >&2
      exit 4
    fi
    ;;
  daemon-reload | daemon-reexec | preset | preset-all | set-default | set-property | import-environment | set-environment)
    note "$command: nothing to do without systemd"
    exit 0
    ;;
  is-system-running) echo running; exit 0 ;;
  get-default) echo multi-user.target; exit 0 ;;
  '' | list-units | list-unit-files | list-timers) ls "$state" 2>/dev/null | sed -n 's/\\.pid$//p'; exit 0 ;;
  poweroff | reboot | halt) exec "/usr/sbin/$command" ;;
esac

status=0
for unit in "$@"; do
  case $unit in *.*) ;; *) unit=$unit.service ;; esac
  case $command in
    start) start ;;
    stop | kill) stop ;;
    restart | reload | reload-or-restart) stop 2>/dev/null; start ;;
    try-restart) if running; then stop; start; fi ;;
    enable | reenable)
      if unit_file "$unit" >/dev/null; then
        mkdir -p "\${enabled%/*}"
        touch "$enabled"
        grep -qxF "$unit" "$enabled" || echo "$unit" >>"$enabled"
        note "$unit is started at every boot from now on"
        if [ -n "$now" ]; then start; fi
      else
        echo "Failed to enable unit: Unit file $unit does not exist." >&2
        false
      fi
      ;;
    disable | mask)
      if [ -f "$enabled" ]; then
        rest=$(grep -vxF "$unit" "$enabled")
        if [ -n "$rest" ]; then printf '%s\\n' "$rest" >"$enabled"; else rm -f "$enabled"; fi
      fi
      if [ -n "$now" ]; then stop; fi
      true
      ;;
    unmask | reset-failed) true ;;
    is-active) if running; then [ -n "$quiet" ] || echo active; else [ -n "$quiet" ] || echo inactive; status=3; fi; true ;;
    is-failed) [ -n "$quiet" ] || echo inactive; status=1; true ;;
    is-enabled)
      if grep -qxF "$unit" "$enabled" 2>/dev/null; then [ -n "$quiet" ] || echo enabled; else [ -n "$quiet" ] || echo disabled; status=1; fi
      true
      ;;
    status)
      if running; then echo "$unit: active (running), process $(cat "$state/$unit.pid")"; else echo "$unit: inactive (dead)"; status=3; fi
      tail -n 10 "/var/log/bake-ami-units/$unit.log" 2>/dev/null
      true
      ;;
    cat) unit_path=$(unit_file "$unit") && cat "$unit_path" ;;
    show) if running; then echo ActiveState=active; else echo ActiveState=inactive; fi ;;
    *) echo "Unknown command verb $command in this stand-in for systemctl." >&2; exit 1 ;;
  esac || status=$?
done
exit $status
`;
