/**
 * What of the host's root file system a machine must not see. At the top only the folders of the Filesystem Hierarchy
 * Standard are kept; below them, what holds people's data, other programs' state, and secrets is covered.
 */

/** The top-level folders whose contents a machine sees; everything else at the top is hidden. */
export const KEPT_AT_TOP = ['bin', 'boot', 'etc', 'lib', 'lib32', 'lib64', 'libx32', 'sbin', 'usr', 'var'];

/** Made anew at the top: empty, with the modes that a fresh installation has. */
export const FRESH_AT_TOP: Readonly<Record<string, number>> = {
  dev: 0o755,
  home: 0o755,
  media: 0o755,
  mnt: 0o755,
  opt: 0o755,
  proc: 0o555,
  root: 0o700,
  run: 0o755,
  srv: 0o755,
  sys: 0o555,
  tmp: 0o1777,
};

/** Hidden below the kept folders. */
export const HIDDEN = [
  // Secrets of the host itself.
  '/etc/ssl/private',
  '/etc/pki/tls/private',
  '/etc/letsencrypt',
  '/etc/krb5.keytab',
  '/etc/security/opasswd',
  '/etc/passwd-',
  '/etc/shadow-',
  '/etc/group-',
  '/etc/gshadow-',
  '/etc/subuid',
  '/etc/subgid',
  '/etc/NetworkManager/system-connections',
  '/etc/netplan',
  '/etc/wireguard',
  '/etc/openvpn',
  '/etc/wpa_supplicant',
  '/etc/ppp',
  '/etc/cloud',
  // Credentials of programs.
  '/etc/apt/auth.conf',
  '/etc/apt/auth.conf.d',
  '/etc/aws',
  '/etc/boto.cfg',
  '/etc/docker',
  '/etc/containers',
  '/etc/gitconfig',
  '/etc/kubernetes',
  '/etc/rancher',
  '/etc/vault.d',
  '/etc/sudoers.d',
  '/usr/local/etc',
  // What makes this host this host.
  '/etc/crypttab',
  // State of the host's services, and of its cloud's agents.
  '/var/backups',
  '/var/crash',
  '/var/lib/amazon',
  '/var/lib/cloud',
  '/var/lib/containerd',
  '/var/lib/containers',
  '/var/lib/docker',
  '/var/lib/etcd',
  '/var/lib/gitlab-runner',
  '/var/lib/google',
  '/var/lib/jenkins',
  '/var/lib/kubelet',
  '/var/lib/lxd',
  '/var/lib/libvirt',
  '/var/lib/mysql',
  '/var/lib/postgresql',
  '/var/lib/private',
  '/var/lib/snapd',
  '/var/lib/sudo',
  '/var/lib/systemd',
  '/var/lib/waagent',
  '/var/log',
  '/var/mail',
  '/var/spool/cron',
  '/var/spool/mail',
  '/var/snap',
  '/var/tmp',
  '/var/www',
] as const;

/** Host keys: which algorithms a host has differs. */
export const HIDDEN_IN_SSH = /^ssh_host_.*$/;
