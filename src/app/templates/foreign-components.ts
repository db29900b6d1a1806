const SHELL_INSTEAD = 'Use a "shell" provisioner that calls the tool on the machine.';
const AMI_ONLY = 'bake-ami makes AWS images only: use the "amazon-ebs" builder, or Packer for other platforms.';

/** Components of Packer's well-known plugins that bake-ami has not: name to what to do instead. */
const REMEDIES: readonly (readonly [remedy: string, ...names: string[]])[] = [
  // Builders
  [AMI_ONLY, 'azure-arm', 'azure-chroot', 'azure-dtl', 'googlecompute', 'docker', 'digitalocean', 'hcloud'],
  [AMI_ONLY, 'qemu', 'virtualbox-iso', 'virtualbox-ovf', 'virtualbox-vm', 'vmware-iso', 'vmware-vmx', 'vagrant'],
  [AMI_ONLY, 'vsphere-iso', 'vsphere-clone', 'proxmox-iso', 'proxmox-clone', 'openstack', 'oracle-oci', 'linode'],
  [AMI_ONLY, 'parallels-iso', 'parallels-pvm', 'hyperv-iso', 'hyperv-vmcx', 'alicloud-ecs', 'tencentcloud-cvm'],
  [AMI_ONLY, 'lxc', 'lxd', 'scaleway', 'vultr', 'yandex', 'ibmcloud-vpc', 'nutanix', 'tart-cli', 'cloudstack'],

  // Provisioners
  ['Windows images are not built yet. Use Packer for this template.', 'windows-update'],
  [SHELL_INSTEAD, 'chef-client', 'chef-solo', 'puppet-masterless', 'puppet-server', 'salt-masterless'],
  [SHELL_INSTEAD, 'converge', 'inspec', 'goss', 'mondoo'],

  // Post-processors
  ['Use "shell-local" with the AWS CLI.', 'amazon-ami-management'],
  [AMI_ONLY, 'docker-import', 'docker-push', 'docker-save', 'docker-tag', 'vagrant-cloud', 'vagrant-registry'],
  [AMI_ONLY, 'vsphere', 'vsphere-template', 'exoscale-import'],
  [AMI_ONLY, 'googlecompute-export', 'googlecompute-import', 'digitalocean-import'],
];

/** For `mergedCatalog`. */
export const foreignComponents: ReadonlyMap<string, string> = new Map(
  REMEDIES.flatMap(([remedy, ...names]) => names.map((name) => [name, remedy] as const)),
);
