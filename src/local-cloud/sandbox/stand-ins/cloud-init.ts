/** `cloud-init status [--wait]`, `clean` and `--version`, as far as templates use them. */
export const CLOUD_INIT = `#!/bin/sh
# Stand-in for cloud-init in a bake-ami sandbox machine: the host does its work.
finished=/var/lib/cloud/instance/boot-finished
command=\${1:-}
[ $# -eq 0 ] || shift
case $command in
  status)
    for argument in "$@"; do
      case $argument in
        -w | --wait) while [ ! -e "$finished" ]; do sleep 0.2; done ;;
      esac
    done
    if [ -e "$finished" ]; then echo 'status: done'; else echo 'status: running'; fi
    ;;
  clean)
    rm -rf /var/lib/cloud/instance /var/lib/cloud/instances /var/lib/cloud/data /var/lib/cloud/sem
    for argument in "$@"; do
      case $argument in
        -l | --logs) rm -f /var/log/cloud-init.log /var/log/cloud-init-output.log ;;
        --machine-id) : >/etc/machine-id ;;
        -r | --reboot) reboot ;;
      esac
    done
    ;;
  -v | --version) echo 'cloud-init stand-in of bake-ami' ;;
  init | modules | single | query | schema | features) echo "cloud-init $command: nothing to do in a sandbox machine" ;;
  *)
    echo "cloud-init: the stand-in of bake-ami does not know '$command'" >&2
    exit 2
    ;;
esac
`;
