import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { damaged, expectToMakeSense } from './support/damaged.ts';
import { load } from './support/load.ts';

/** A folder as teams keep it: one file each for plugins, variables, locals, sources and the build. */
const FOLDER = {
  'packer/plugins.pkr.hcl': `packer {
  required_version = ">= 1.7.0"
  required_plugins {
    amazon = {
      source  = "github.com/hashicorp/amazon"
      version = "~> 1"
    }
  }
}
`,
  'packer/variables.pkr.hcl': `variable "region" {
  type    = string
  default = env("AWS_REGION")
}
variable "release" {
  type        = string
  description = "What is baked."
  validation {
    condition     = can(regex("^v[0-9]+$", var.release))
    error_message = "The release must look like v12."
  }
}
variable "accounts" {
  type    = list(string)
  default = []
}
variable "disks" {
  type = map(object({
    size = number
    kind = optional(string, "gp3")
  }))
  default = {
    "/dev/sda1" = { size = 16 }
  }
}
`,
  'packer/locals.pkr.hcl': `locals {
  stamp = regex_replace(timestamp(), "[- TZ:]", "")
  name  = "\${local.prefix}-\${local.stamp}"
  tags = merge(
    { Name = local.name, Release = var.release },
    length(var.accounts) > 0 ? { Shared = join(",", var.accounts) } : {},
  )
}
local "prefix" {
  expression = lower(format("%s-%s", "Web", var.release))
}
`,
  'packer/sources.pkr.hcl': `source "amazon-ebs" "base" {
  region       = var.region
  ami_name     = "\${local.name}-\${source.name}"
  ami_regions  = [for zone in ["eu-west-1", "us-east-1"] : zone if zone != var.region]
  ssh_username = "ubuntu"
  ssh_timeout  = "10m"
  tags         = merge(local.tags, { Base = "{{ .SourceAMIName }}" })
  dynamic "launch_block_device_mappings" {
    for_each = var.disks
    content {
      device_name = launch_block_device_mappings.key
      volume_size = launch_block_device_mappings.value.size
    }
  }
}
`,
  'packer/build.pkr.hcl': `build {
  name = "web"
  source "source.amazon-ebs.base" {
    name          = "amd64"
    instance_type = "t3.small"
    source_ami_filter {
      filters = {
        name                = "ubuntu/images/*/ubuntu-jammy-22.04-amd64-server-*"
        virtualization-type = "hvm"
      }
      owners      = ["099720109477"]
      most_recent = true
    }
  }
  source "source.amazon-ebs.base" {
    name          = "arm64"
    instance_type = "t4g.small"
    source_ami    = "ami-arm"
  }
  provisioner "file" {
    content     = templatefile("motd.tpl", { release = var.release })
    destination = "/tmp/motd"
  }
  provisioner "shell" {
    environment_vars = ["RELEASE=\${var.release}", "HOST=\${build.Host}"]
    execute_command  = "chmod +x {{ .Path }}; {{ .Vars }} sudo -E bash '{{ .Path }}'"
    inline = [
      "cloud-init status --wait",
      <<-EOT
        echo "$$(uname -m) \${source.name}"
      EOT
    ]
    max_retries = 2
  }
  provisioner "shell" {
    only   = ["amazon-ebs.arm64"]
    inline = ["true"]
  }
  post-processor "manifest" {
    output      = "manifest.json"
    strip_path  = true
    custom_data = { release = var.release, source = build.SourceAMI }
  }
}
`,
  'packer/motd.tpl': `%{ for word in ["Release", release] ~}\n\${word}\n%{ endfor ~}\n`,
  'packer/prod.auto.pkrvars.hcl': 'accounts = ["111111111111", "222222222222"]\n',
};

describe('a template in a folder', () => {
  it('comes to the plan that Packer would run', async () => {
    const { plan, messages } = await load('', {
      template: './packer',
      files: FOLDER,
      variables: [{ name: 'release', value: 'v12' }],
      environment: { AWS_REGION: 'eu-west-1' },
    });
    expect(messages).toEqual([]);
    expect(plan?.builds.map(({ name }) => name)).toEqual(['web.amazon-ebs.amd64', 'web.amazon-ebs.arm64']);
    const [amd64, arm64] = plan?.builds ?? [];
    expect(amd64?.builder.decoded.options).toMatchObject({
      region: 'eu-west-1',
      ami_name: 'web-v12-20260102030405-amd64',
      ami_regions: ['us-east-1'],
      instance_type: 't3.small',
      ssh_timeout: 600_000,
      tags: {
        Name: 'web-v12-20260102030405',
        Release: 'v12',
        Shared: '111111111111,222222222222',
        Base: '{{ .SourceAMIName }}',
      },
      source_ami_filter: { owners: ['099720109477'], most_recent: true },
      launch_block_device_mappings: [{ device_name: '/dev/sda1', volume_size: 16 }],
    });
    expect(arm64?.builder.decoded.options).toMatchObject({ source_ami: 'ami-arm', source_ami_filter: undefined });
    expect([amd64?.provisioners.length, arm64?.provisioners.length]).toEqual([2, 3]);
    expect(amd64?.provisioners[0]?.decoded.options).toMatchObject({ content: 'Release\nv12\n' });
    const atRun = await amd64?.provisioners[1]?.atRun({ Host: '10.1.2.3' });
    expect(atRun?.value?.options).toMatchObject({
      environment_vars: ['RELEASE=v12', 'HOST=10.1.2.3'],
      inline: ['cloud-init status --wait', 'echo "$$(uname -m) amd64"\n'],
    });
  });

  it('tells all that is wrong with it at once, in the order of the files', async () => {
    const { messages } = await load('', {
      template: 'packer',
      files: FOLDER,
      variables: [{ name: 'release', value: '12' }],
    });
    expect(messages.map((each) => each.slice(0, each.indexOf(' |')))).toEqual([
      'error packer/variables.pkr.hcl 5:1-5:19 invalid-variable-value: Invalid value for variable "release"',
    ]);
  });
});

describe('whatever the text is', () => {
  const texts = Object.entries(FOLDER).filter(([name]) => name.endsWith('.pkr.hcl'));
  const whole = texts.map(([, text]) => text).join('');

  it('there is a plan or an error, and every place is in the text', async () => {
    const pieces = ['"', '{', '}', '${', '{{', '}}', '\n', 'var.x', '= 1', 'build "a" {', '#', '[', '<<E\n', 'é'];
    await fc.assert(
      fc.asyncProperty(damaged(whole, pieces), async (text) => {
        expectToMakeSense(await load(text, { variables: [{ name: 'release', value: 'v1' }] }), text);
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
