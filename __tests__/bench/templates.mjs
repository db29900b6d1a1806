// Templates of a given size, which bake-ami and Packer 1.6.6 both find valid.

/** Sources of one build, each with the options that most templates set. */
export function manySources(count) {
  const sources = Array.from(
    { length: count },
    (_, index) => `source "amazon-ebs" "machine_${index}" {
  ami_name                    = "\${local.prefix}-${index}-{{timestamp}}"
  ami_description             = "Machine ${index} of \${var.project}"
  instance_type               = "t3.micro"
  region                      = var.region
  associate_public_ip_address = true
  ssh_username                = "ubuntu"
  source_ami_filter {
    filters = {
      name                = "ubuntu/images/*ubuntu-noble-24.04-amd64-server-*"
      root-device-type    = "ebs"
      virtualization-type = "hvm"
    }
    most_recent = true
    owners      = ["099720109477"]
  }
  launch_block_device_mappings {
    device_name           = "/dev/sda1"
    volume_size           = ${8 + index}
    volume_type           = "gp2"
    delete_on_termination = true
  }
  tags = merge(local.tags, { Name = "machine-${index}" })
}
`,
  );
  const references = Array.from({ length: count }, (_, index) => `    "source.amazon-ebs.machine_${index}",`);
  return `${HEAD}${sources.join('')}
build {
  sources = [
${references.join('\n')}
  ]
  provisioner "shell" {
    inline           = ["echo \${source.name} > /tmp/name"]
    environment_vars = ["PROJECT=\${var.project}"]
  }
  provisioner "shell" {
    only   = ["amazon-ebs.machine_0"]
    inline = ["sudo apt-get update"]
  }
  post-processor "manifest" {
    output = "manifest.json"
  }
}
`;
}

/** Locals in chains of ten, each built from the one before. */
export function manyLocals(count) {
  const locals = Array.from({ length: count }, (_, index) =>
    index % 10 === 0
      ? `  value_${index} = "\${var.project}-${index}"`
      : `  value_${index} = upper("\${local.value_${index - 1}}/${index}")`,
  );
  return `${manySources(1)}
locals {
${locals.join('\n')}
}
`;
}

/** One source whose user data is as long as that, each line with an interpolation. */
export function longText(bytes) {
  const line = `echo "a line of user data for \${var.project}" >> /var/log/setup.log\n`;
  const text = line.repeat(Math.ceil(bytes / line.length));
  return `${manySources(1)}
locals {
  script = <<-EOF
${text}  EOF
}
`;
}

const HEAD = `variable "region" {
  type    = string
  default = "eu-central-1"
}
variable "project" {
  type    = string
  default = "bench"
}
locals {
  prefix = "\${var.project}-\${var.region}"
  tags = {
    Project = var.project
    Region  = var.region
  }
}
`;
