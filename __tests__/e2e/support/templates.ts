/** What is different in the template of one test; each part is HCL text, unless it says otherwise. */
export interface TemplateParts {
  /** The name of the image, as it stands between the quotes. */
  readonly name: string;
  /** The version and kind in the name of Ubuntu's images. Default: one that exists. */
  readonly filter?: string;
  /** What stands at the beginning of the file, from line 2 on. */
  readonly before?: string;
  /** More options of the source; with nothing `before` they begin at line 8, column 3. */
  readonly source?: string;
  /** The body of the shell provisioner. */
  readonly shell: string;
}

/** A template that bakes one Ubuntu image in us-east-1 with one shell provisioner. */
export function ubuntuTemplate({
  name,
  filter = 'jammy-22.04-amd64',
  before = '',
  source = '',
  shell,
}: TemplateParts): string {
  return `
${before}
source "amazon-ebs" "app" {
  ami_name      = "${name}"
  instance_type = "t3.micro"
  region        = "us-east-1"
  ssh_username  = "ubuntu"
  ${source}
  source_ami_filter {
    filters     = { name = "ubuntu/images/*/ubuntu-${filter}-server-*" }
    owners      = ["099720109477"]
    most_recent = true
  }
}

build {
  sources = ["source.amazon-ebs.app"]
  provisioner "shell" {
    ${shell}
  }
}
`;
}

/** The declaration of a sensitive variable. */
export const sensitiveVariable = (name: string): string =>
  `variable "${name}" {\n  type      = string\n  sensitive = true\n}\n`;
