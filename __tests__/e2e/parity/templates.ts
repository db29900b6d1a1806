/** What both programs bake, each on a cloud of its own: lines of a source "amazon-ebs" that both understand. */
export const templates = {
  plain: '',
  shared: `
  ami_description = "for others"
  ami_regions     = ["eu-west-1", "us-west-2"]
  ami_users       = ["210987654321"]
  snapshot_users  = ["210987654321"]
  tags            = { Role = "web" }
  snapshot_tags   = { Kind = "root" }
  run_tags        = { Owner = "team" }
  run_volume_tags = { Cost = "low" }`,
  encrypted: `
  encrypt_boot = true
  tags         = { Role = "vault" }`,
  'encrypted copies': `
  encrypt_boot       = true
  ami_regions        = ["eu-west-1"]
  region_kms_key_ids = { eu-west-1 = "" }
  ami_description    = "of {{ .SourceAMI }}"
  tags               = { Role = "vault" }
  snapshot_tags      = { Kind = "root" }
  run_tags           = { Owner = "team" }`,
  'own doors': `
  security_group_id           = "\${var.group}"
  ssh_keypair_name            = "\${var.key}"
  ssh_private_key_file        = "\${var.key_file}"
  associate_public_ip_address = true`,
  'own disks': `
  iam_instance_profile                  = "bake-ami"
  ebs_optimized                         = true
  ena_support                           = true
  sriov_support                         = true
  temporary_security_group_source_cidrs = ["127.0.0.0/8"]
  launch_block_device_mappings {
    device_name           = "/dev/sdf"
    volume_size           = 9
    volume_type           = "gp2"
    delete_on_termination = true
  }
  ami_block_device_mappings {
    device_name  = "/dev/sdg"
    virtual_name = "ephemeral0"
  }`,
} as const;

/** The whole template, for the machines of a loopback cloud. */
export function completed(source: string, endpoint: string, port: number): string {
  return `
variable "group" { default = "" }
variable "key" { default = "" }
variable "key_file" { default = "" }

source "amazon-ebs" "app" {
  ami_name                   = "app"
  instance_type              = "t3.micro"
  region                     = "us-east-1"
  ssh_username               = "ubuntu"
  ssh_port                   = ${port}
  custom_endpoint_ec2        = "${endpoint}"
  skip_region_validation     = true
  skip_metadata_api_check    = true
  skip_credential_validation = true
  source_ami_filter {
    filters     = { name = "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*" }
    owners      = ["099720109477"]
    most_recent = true
  }
${source}
}

build {
  sources = ["source.amazon-ebs.app"]
}
`;
}
