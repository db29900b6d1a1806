# Bakes an AMI for each service of a shop: twenty images of one template.

packer {
  required_version = ">= 1.6.0"
}

variable "services" {
  type        = map(string)
  description = "The version of each service. services.auto.pkrvars.hcl has them."
}

source "amazon-ebs" "ubuntu" {
  instance_type = "t3.micro"
  region        = "eu-central-1"
  ssh_username  = "ubuntu"

  source_ami_filter {
    filters = {
      name                = "ubuntu/images/hvm-ssd*/ubuntu-noble-24.04-amd64-server-*"
      root-device-type    = "ebs"
      virtualization-type = "hvm"
    }
    most_recent = true
    owners      = ["099720109477"]
  }
}

build {
  name = "shop"

  dynamic "source" {
    for_each = var.services
    iterator = service
    labels   = ["amazon-ebs.ubuntu"]
    content {
      name     = service.key
      ami_name = "shop-${service.key}-{{timestamp}}"
    }
  }

  provisioner "shell" {
    script = "${path.root}/install.sh"
    environment_vars = [
      "SERVICE=${source.name}",
      "VERSION=${var.services[source.name]}",
    ]
    execute_command = "chmod +x {{ .Path }}; sudo env {{ .Vars }} {{ .Path }}"
  }
}
