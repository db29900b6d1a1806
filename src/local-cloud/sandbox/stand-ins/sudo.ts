/** The program by which the stand-in for sudo becomes another user: setuid root, for the group `sudo` only. */
export const BECOME = '/usr/lib/bake-ami/become';

/**
 * sudo(8) for users who may do anything without a password, as cloud images let their default user. The program that
 * it becomes another user by is a setuid copy of setpriv(1) which only the group `sudo` can start, so nobody else gains
 * anything by this script.
 */
export const SUDO = `#!/bin/sh
# Stand-in for sudo in a bake-ami sandbox machine: members of the group sudo may do anything without a password.
become=${BECOME}
user=root
group=
keep=
keep_list=
home=
login=
shell=
directory=
background=
status_only=

fail() {
  echo "sudo: $*" >&2
  exit 1
}

usage() {
  echo 'usage: sudo [-AbEHknPSVlvis] [-C num] [-D directory] [-g group] [-p prompt] [-u user] [VAR=value] [command [arg ...]]' >&2
  exit 1
}

while [ $# -gt 0 ]; do
  case $1 in
    --) shift; break ;;
    --user=*) user=\${1#*=} ;;
    --group=*) group=\${1#*=} ;;
    --chdir=*) directory=\${1#*=} ;;
    --preserve-env=*) keep_list=$(echo "\${1#*=}" | tr , ' ') ;;
    --prompt=* | --close-from=* | --host=* | --command-timeout=* | --role=* | --type=*) ;;
    --preserve-env) keep=yes ;;
    --set-home) home=yes ;;
    --login) login=yes ;;
    --shell) shell=yes ;;
    --background) background=yes ;;
    --list | --validate | --reset-timestamp | --remove-timestamp) status_only=\${1#--} ;;
    --version) echo 'sudo stand-in of bake-ami'; exit 0 ;;
    --help) usage ;;
    --user) [ $# -gt 1 ] || usage; user=$2; shift ;;
    --group) [ $# -gt 1 ] || usage; group=$2; shift ;;
    --chdir) [ $# -gt 1 ] || usage; directory=$2; shift ;;
    --prompt | --close-from | --host | --command-timeout) [ $# -gt 1 ] || usage; shift ;;
    --non-interactive | --stdin | --askpass | --preserve-groups | --bell) ;;
    --*) fail "unrecognized option '$1'" ;;
    -[!-]*)
      letters=\${1#-}
      while [ -n "$letters" ]; do
        letter=\${letters%"\${letters#?}"}
        letters=\${letters#?}
        case $letter in
          E) keep=yes ;;
          H) home=yes ;;
          i) login=yes ;;
          s) shell=yes ;;
          b) background=yes ;;
          A | B | N | n | P | S) ;;
          V) echo 'sudo stand-in of bake-ami'; exit 0 ;;
          h) usage ;;
          k | K) status_only=\${status_only:-reset-timestamp} ;;
          l) status_only=list ;;
          v) status_only=validate ;;
          u | g | p | C | D | T | r | t)
            if [ -n "$letters" ]; then value=$letters; letters=; else [ $# -gt 1 ] || usage; value=$2; shift; fi
            case $letter in
              u) user=$value ;;
              g) group=$value ;;
              D) directory=$value ;;
            esac
            ;;
          *) fail "invalid option -- '$letter'" ;;
        esac
      done
      ;;
    *) break ;;
  esac
  shift
done

me=$(id -un)
my_uid=$(id -u)
my_gid=$(id -g)
if [ "$my_uid" != 0 ] && [ ! -x "$become" ]; then
  fail "a password is required ($me is not in the group sudo)"
fi

if [ -n "$status_only" ] && { [ $# -eq 0 ] || [ "$status_only" = list ]; }; then
  [ "$status_only" != list ] || printf 'User %s may run the following commands on %s:\\n    (ALL : ALL) NOPASSWD: ALL\\n' "$me" "$(uname -n)"
  exit 0
fi

case $user in
  \\#*) entry=$(getent passwd "\${user#?}") ;;
  *) entry=$(getent passwd "$user") ;;
esac || fail "unknown user $user"
IFS=: read -r name _ uid gid _ target_home target_shell <<ENTRY
$entry
ENTRY
[ -z "$group" ] || case $group in
  \\#*) gid=\${group#?} ;;
  *) gid=$(getent group "$group" | cut -d: -f3); [ -n "$gid" ] || fail "unknown group $group" ;;
esac
[ -n "$target_shell" ] || target_shell=/bin/sh

# VAR=value words come before the command.
assigned=0
for word in "$@"; do
  case $word in
    [A-Za-z_]*=*) case \${word%%=*} in *[!A-Za-z0-9_]*) break ;; esac ;;
    *) break ;;
  esac
  assigned=$((assigned + 1))
done
if [ $# -eq "$assigned" ] && [ -z "$login$shell" ]; then usage; fi

# The words after the assignments become: the command, or a shell for it.
total=$#
if [ -n "$login$shell" ]; then
  if [ -n "$login" ]; then run_shell=$target_shell; else run_shell=\${SHELL:-$target_shell}; fi
  if [ "$total" -gt "$assigned" ]; then
    line=
    index=0
    for word in "$@"; do
      index=$((index + 1))
      [ "$index" -gt "$assigned" ] || continue
      # As sudo does: everything but letters, digits, _ - and $ is escaped.
      line="$line $(printf '%s' "$word" | sed 's/[^A-Za-z0-9_$-]/\\\\&/g')"
    done
    shell_words=2
  else
    shell_words=0
  fi
fi

index=0
while [ "$index" -lt "$total" ]; do
  word=$1
  shift
  index=$((index + 1))
  if [ "$index" -le "$assigned" ] || [ -z "$login$shell" ]; then set -- "$@" "$word"; fi
done
if [ -n "$login$shell" ]; then
  set -- "$@" "$run_shell"
  [ -z "$login" ] || set -- "$@" -l
  if [ "$shell_words" -eq 2 ]; then set -- "$@" -c "\${line# }"; fi
fi

path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
caller_path=$PATH
if [ -n "$keep" ] && [ -z "$login" ]; then
  [ -z "$home" ] || export HOME="$target_home"
  set -- env PATH="$path" USER="$name" LOGNAME="$name" \\
    SUDO_USER="$me" SUDO_UID="$my_uid" SUDO_GID="$my_gid" SUDO_COMMAND="$*" "$@"
else
  for variable in TERM LANG LANGUAGE LC_ALL LC_CTYPE LC_MESSAGES COLORTERM DISPLAY XAUTHORITY LS_COLORS SSH_AUTH_SOCK $keep_list; do
    case $variable in *[!A-Za-z0-9_]* | '' | PATH) continue ;; esac
    eval "value=\\\${$variable-} present=\\\${$variable+yes}"
    [ -z "$present" ] || set -- "$variable=$value" "$@"
  done
  case " $keep_list " in
    *' HOME '*) [ -z "$home" ] || target_home_entry=yes ;;
    *) target_home_entry=yes ;;
  esac
  [ -z "\${target_home_entry:-}" ] || set -- HOME="$target_home" "$@"
  [ -z "$login" ] && [ -z "\${SHELL:-}" ] || set -- SHELL="$target_shell" "$@"
  set -- env -i PATH="$path" USER="$name" LOGNAME="$name" MAIL="/var/mail/$name" \\
    SUDO_USER="$me" SUDO_UID="$my_uid" SUDO_GID="$my_gid" SUDO_COMMAND="$*" "$@"
fi
export PATH="$path"

# Only the target user may be able to enter its home folder.
[ -z "$login" ] || directory=\${directory:-$target_home}
[ -z "$directory" ] || set -- /bin/sh -c 'cd "$0" || exit 1; exec "$@"' "$directory" "$@"
if [ "$my_uid" = 0 ]; then become=$(command -v setpriv); fi
if [ -n "$background" ]; then
  "$become" --reuid="$uid" --regid="$gid" --init-groups -- "$@" &
  exit 0
fi
exec "$become" --reuid="$uid" --regid="$gid" --init-groups -- "$@"
`;
