/** Tests that show the effect of options, beside the rows of `option-effects.ts`: by file, by title, the options. */
export const SHOWN_ELSEWHERE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'aws/access-options.test.ts': {
    'takes the role on with all that is written, and signs as that': ['assume_role'],
    'access_key, secret_key, token: sign, and are secrets': ['access_key', 'secret_key', 'token'],
    'profile, shared_credentials_file: name where the keys are': ['profile', 'shared_credentials_file'],
    'keeps the metadata service of the instance from being asked for credentials': ['skip_metadata_api_check'],
    '%s decides whether certificates are checked': ['insecure_skip_tls_verify'],
    // What the connection makes of these is shown in connections.test.ts, decode-denial.test.ts, polling-settings.test.ts.
    '%s reaches the connection': ['region', 'max_retries', 'custom_endpoint_ec2', 'decode_authorization_messages'],
  },
  'aws/profiles.test.ts': {
    'goes to STS with the serial number of the device that the profile names, and is a secret': ['mfa_code'],
  },
  'builders/amazon-ebs/bake.test.ts': {
    'goes on without the account when STS is %s and the credentials need no check': ['skip_credential_validation'],
    'makes no image with skip_create_ami': ['skip_create_ami'],
    'takes the temporary key out of authorized_keys, unless the template says not to': ['ssh_clear_authorized_keys'],
    'stops nothing with disable_stop_instance, but waits until the machine has stopped by itself': [
      'disable_stop_instance',
    ],
  },
  'builders/amazon-ebs/images.test.ts': {
    'must be free: otherwise the build ends before anything is made': ['ami_name'],
    'is taken over with %j or -force: the older image goes right before, its snapshots stay': ['force_deregister'],
    'takes the snapshots of the older image too with force_delete_snapshot, once the new one is available': [
      'force_delete_snapshot',
    ],
    'is only in the others afterwards': ['skip_save_build_region'],
    'mark everything from the create call on; run_tags go to the image, and tags before them': [
      'run_tags',
      'run_volume_tags',
    ],
    'of the run stay off the image with skip_ami_run_tags; the instance is a "Packer Builder" by default': [
      'skip_ami_run_tags',
    ],
  },
  'builders/amazon-ebs/fast-launch.test.ts': {
    'is enabled in every region with what the template says, and waited for': ['fast_launch'],
    'takes the launch templates by region; regions without an entry get the defaults of AWS': ['fast_launch'],
  },
  'builders/amazon-ebs/launch-request.test.ts': {
    'with %j on a %s says so': [
      'instance_type',
      'enable_unlimited_credits',
      'enable_t2_unlimited',
      'ebs_optimized',
      'shutdown_behavior',
      'enable_nitro_enclave',
      'tenancy',
      'placement',
      'capacity_reservation_preference',
      'capacity_reservation_id',
      'capacity_reservation_group_arn',
      'license_specifications',
      'metadata_options',
      'no_ephemeral',
      'availability_zone',
      'iam_instance_profile',
      'associate_public_ip_address',
      'subnet_filter',
      'security_group_filter',
    ],
    'takes user data %s': ['user_data'],
    'with %j is that VPC: %s': ['vpc_filter'],
    'has the groups of the template, all of them': ['security_group_id', 'security_group_ids'],
  },
  'builders/amazon-ebs/machine.test.ts': {
    'lets in what the template says, and nothing else': ['temporary_security_group_source_cidrs'],
    'is not opened for others when only the public address may come in, and that is not known': [
      'temporary_security_group_source_public_ip',
    ],
    'is chosen by %j': ['ssh_interface'],
    'is not asked for when the template fixes the host': ['ssh_host'],
    'waits until the machine runs, and lets only what stays on this side work with it': ['communicator'],
    'must be the only one unless the newest is asked for': ['source_ami_filter'],
  },
  'builders/amazon-ebs/session-manager.test.ts': {
    'waits for pause_before_ssm from the moment that the instance runs': ['pause_before_ssm'],
    'begins at session_manager_port for programs that connect by themselves': ['session_manager_port'],
  },
  'builders/amazon-ebs/instance-profile.test.ts': {
    'has a role with the policy of the template, which EC2 may take on': [
      'temporary_iam_instance_profile_policy_document',
    ],
  },
  'builders/amazon-ebs/spot.test.ts': {
    'is asked for by spot_price = %s: %s': ['spot_price'],
    'may be of several types, by the strategy of the template and in its order': [
      'spot_instance_types',
      'spot_allocation_strategy',
    ],
    'tags its request and its launch template as spot_tags says, and its fleet as fleet_tags': [
      'spot_tags',
      'spot_tag',
      'fleet_tags',
      'fleet_tag',
    ],
  },
  'builders/amazon-ebs/validate.test.ts': {
    // It is only there to judge ena_support and sriov_support by, in Packer too.
    'judges %j': ['ami_virtualization_type'],
  },
  'builders/amazon-ebs/waits.test.ts': {
    'ends where it stands still for as long as aws_polling says, and keeps what may still grow': ['aws_polling'],
  },
  'communicators/ssh/faults.test.ts': {
    'tries on until ssh_timeout where that is written': ['ssh_timeout'],
    'logs in with a password, also where the server asks for it in a dialogue': ['ssh_password'],
    'says when it has no way of encrypting in common with the machine': ['ssh_ciphers'],
    'pauses after the first login where the template says so': ['pause_before_connecting'],
    'has a terminal when asked for, by the call or by the template': ['ssh_pty'],
    'on which nothing comes or goes for too long is lost, where the template says how long': ['ssh_read_write_timeout'],
  },
  'communicators/ssh/openssh.test.ts': {
    'logs in with an RSA key too': ['temporary_key_pair_type'],
    'ssh_local_tunnels, ssh_remote_tunnels: lead through the connection, both ways, and go with it': [
      'ssh_local_tunnels',
      'ssh_remote_tunnels',
    ],
    'goes through a jump host': ['ssh_bastion_host', 'ssh_bastion_port', 'ssh_bastion_private_key_file'],
  },
  'communicators/ssh/option-effects.test.ts': {
    'ssh_private_key_file: with the key of that file, and no temporary one is made': ['ssh_private_key_file'],
    'ssh_agent_auth: with the key that the agent at SSH_AUTH_SOCK holds': ['ssh_agent_auth'],
    'ssh_username: as that user': ['ssh_username'],
    'ssh_port: at that port': ['ssh_port'],
    'ssh_handshake_attempts: no more often than that': ['ssh_handshake_attempts'],
    'ssh_wait_timeout: no longer than that, whatever ssh_timeout says': ['ssh_wait_timeout'],
    'ssh_key_exchange_algorithms: offers these and no others': ['ssh_key_exchange_algorithms'],
    'ssh_keep_alive_interval: is asked so often whether it still is alive, or never': ['ssh_keep_alive_interval'],
    "ssh_file_transfer_method: leaves the shell's names in remote paths to the machine, or takes them as they are": [
      'ssh_file_transfer_method',
    ],
    'ssh_bastion_username, ssh_bastion_password: is logged in to with these': [
      'ssh_bastion_username',
      'ssh_bastion_password',
    ],
    'ssh_bastion_agent_auth: is logged in to with the keys of the agent': ['ssh_bastion_agent_auth'],
  },
};

/** Options that do nothing, and why; each says so itself, where it is written or in the reference. */
export const DEAD: Readonly<Record<string, string>> = {
  block_duration_minutes: 'AWS no longer has spot blocks; Packer checks it and never sends it',
  spot_price_auto_product: 'dead in Packer too: a fleet needs no product to find the price by',
  temporary_key_pair_bits:
    'dead in Packer too: EC2 fixes the lengths of its keys, and ours is ed25519 or RSA with 3072 bits',
  ssh_disable_agent_forwarding: 'the agent is never forwarded; `false` is told that',
};

/** Options that only say more about another one, which is refused by name (`notYet`, or a choice that is). */
export const UNDER_A_REFUSED_OPTION: Readonly<Record<string, string>> = {
  ssh_proxy_port: 'ssh_proxy_host',
  ssh_proxy_username: 'ssh_proxy_host',
  ssh_proxy_password: 'ssh_proxy_host',
};

/** Options of a communicator that is refused by name as a whole, beside those that begin with `winrm_`. */
export const OF_WINRM: readonly string[] = ['windows_password_timeout'];
