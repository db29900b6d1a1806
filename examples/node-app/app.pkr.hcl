# Bakes an AMI with a small web application on Canonical's Ubuntu.

packer {
  required_version = ">= 1.6.0"
}

variable "app_version" {
  type        = string
  description = "Which version is baked, for example 1.4.2. Part of the AMI's name and tags."

  validation {
    condition     = length(var.app_version) > 0
    error_message = "The app_version is empty."
  }
}

variable "app_name" {
  type    = string
  default = "node-app"
}

variable "environment" {
  type    = string
  default = "staging"
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "instance_type" {
  type    = string
  default = "t3.micro"
}

variable "port" {
  type    = number
  default = 8080
}

locals {
  uploads = "/tmp/${var.app_name}"

  tags = {
    Application = var.app_name
    Version     = var.app_version
    Environment = var.environment
    BuiltFrom   = "examples/node-app"
  }
}

source "amazon-ebs" "ubuntu" {
  ami_name        = "${var.app_name}-${var.app_version}-{{timestamp}}"
  ami_description = "${var.app_name} ${var.app_version} on Ubuntu 24.04"
  instance_type   = var.instance_type
  region          = var.region
  ssh_username    = "ubuntu"

  source_ami_filter {
    filters = {
      name                = "ubuntu/images/hvm-ssd*/ubuntu-noble-24.04-amd64-server-*"
      root-device-type    = "ebs"
      virtualization-type = "hvm"
    }
    most_recent = true
    owners      = ["099720109477"]
  }

  tags = merge(local.tags, { Name = "${var.app_name}-${var.app_version}" })

  run_tags = {
    Name = "bake ${var.app_name} ${var.app_version}"
  }
}

build {
  name    = "node-app"
  sources = ["source.amazon-ebs.ubuntu"]

  provisioner "shell" {
    inline = [
      "cloud-init status --wait",
      "mkdir -p ${local.uploads}",
    ]
  }

  # The folder itself, since its name has no slash at the end: it becomes <uploads>/app.
  provisioner "file" {
    source      = "${path.root}/app"
    destination = "${local.uploads}"
  }

  provisioner "file" {
    source      = "${path.root}/app.service"
    destination = "${local.uploads}/${var.app_name}.service"
  }

  provisioner "shell" {
    script = "${path.root}/scripts/install.sh"
    environment_vars = [
      "APP_NAME=${var.app_name}",
      "APP_VERSION=${var.app_version}",
      "APP_PORT=${var.port}",
      "UPLOADS=${local.uploads}",
    ]
    execute_command = "chmod +x {{ .Path }}; sudo env {{ .Vars }} {{ .Path }}"
  }

  provisioner "shell" {
    inline = [
      "sudo systemctl daemon-reload",
      "sudo systemctl enable ${var.app_name}",
      "sudo systemctl start ${var.app_name}",
      "/opt/${var.app_name}/check.sh ${var.port}",
    ]
  }

  provisioner "shell" {
    inline = [
      "sudo systemctl stop ${var.app_name}",
      "sudo rm -rf /var/lib/apt/lists/* ${local.uploads}",
      "sudo rm -f /root/.ssh/authorized_keys /home/ubuntu/.ssh/authorized_keys",
    ]
  }

  post-processor "manifest" {
    output     = "manifest.json"
    strip_path = true
    custom_data = {
      app_version = var.app_version
      environment = var.environment
    }
  }
}
