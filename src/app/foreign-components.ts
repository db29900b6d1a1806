const LATER = 'It is not supported yet.';
const ANSIBLE_INSTEAD = 'Use the "ansible" provisioner, which runs the playbook from this machine.';
const SHELL_INSTEAD = 'Use a "shell" provisioner that calls the tool on the machine.';
const AMI_ONLY = 'bake-ami makes AWS images only: use the "amazon-ebs" builder, or Packer for other platforms.';
const NOT_FOR_AMIS = 'It works on local files, and an AMI has none. Leave it out.';
const WINDOWS = 'Windows images are not supported yet.';

/** Components of Packer's well-known plugins that bake-ami has not: name to what to do instead. */
const REMEDIES: readonly (readonly [remedy: string, ...names: string[]])[] = [
  // Builders
  [`${LATER} Use "amazon-ebs", which makes an image of a running instance's volumes.`, 'amazon-ebssurrogate'],
  [`${LATER} Use "amazon-ebs".`, 'amazon-ebsvolume', 'amazon-chroot', 'amazon-instance'],
  [`${LATER} Use "amazon-ebs" with the communicator "none" where no machine is to be connected to.`, 'null'],
  [AMI_ONLY, 'azure-arm', 'azure-chroot', 'azure-dtl', 'googlecompute', 'docker', 'digitalocean', 'hcloud'],
  [AMI_ONLY, 'qemu', 'virtualbox-iso', 'virtualbox-ovf', 'virtualbox-vm', 'vmware-iso', 'vmware-vmx', 'vagrant'],
  [AMI_ONLY, 'vsphere-iso', 'vsphere-clone', 'proxmox-iso', 'proxmox-clone', 'openstack', 'oracle-oci', 'linode'],
  [AMI_ONLY, 'parallels-iso', 'parallels-pvm', 'hyperv-iso', 'hyperv-vmcx', 'alicloud-ecs', 'tencentcloud-cvm'],
  [AMI_ONLY, 'lxc', 'lxd', 'scaleway', 'vultr', 'yandex', 'ibmcloud-vpc', 'nutanix', 'tart-cli', 'file'],

  // Provisioners
  [`${WINDOWS} Use Packer for this template.`, 'powershell', 'windows-shell', 'windows-restart', 'windows-update'],
  [`${LATER} ${ANSIBLE_INSTEAD}`, 'ansible-local'],
  [`${LATER} Leave it out; HCP Packer's registry is not written to.`, 'hcp-sbom'],
  [`${LATER} ${SHELL_INSTEAD}`, 'chef-client', 'chef-solo', 'puppet-masterless', 'puppet-server', 'salt-masterless'],
  [`${LATER} ${SHELL_INSTEAD}`, 'converge', 'inspec', 'goss'],

  // Post-processors
  [NOT_FOR_AMIS, 'compress', 'checksum', 'artifice'],
  [`${LATER} Use "shell-local" with the AWS CLI.`, 'amazon-import', 'amazon-ami-management'],
  [`${LATER} Attest the image in a step of its own after the bake.`, 'provenance'],
  [AMI_ONLY, 'docker-import', 'docker-push', 'docker-save', 'docker-tag', 'vagrant-cloud', 'vsphere-template'],
  [AMI_ONLY, 'googlecompute-export', 'googlecompute-import', 'digitalocean-import', 'exoscale-import'],
];

/** For `mergedCatalog`. */
export const foreignComponents: ReadonlyMap<string, string> = new Map(
  REMEDIES.flatMap(([remedy, ...names]) => names.map((name) => [name, remedy] as const)),
);
