import { describe, expect, it } from '@jest/globals';
import { startLocalCloud } from './support/local-cloud.ts';
import { cleanEnvironment, cli, expectExit, run, stranger } from './support/programs.ts';
import { workspace } from './support/workspace.ts';

const packer = stranger('packer', '/usr/bin/packer');
const aws = stranger('aws');

/** The same template for both: Debian's Packer is 1.6.6, with amazon-ebs built in. */
const template = (endpoint: string): string => `
variable "by" {
  type = string
}

source "amazon-ebs" "app" {
  ami_name      = "app-by-\${var.by}"
  instance_type = "t3.micro"
  region        = "us-east-1"
  ssh_username  = "ubuntu"
  tags          = { By = var.by }

  custom_endpoint_ec2         = "${endpoint}"
  skip_region_validation      = true
  skip_metadata_api_check     = true
  skip_credential_validation  = true
  associate_public_ip_address = true

  source_ami_filter {
    filters     = { name = "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*" }
    owners      = ["099720109477"]
    most_recent = true
  }
}

build {
  sources = ["source.amazon-ebs.app"]

  provisioner "shell" {
    inline = ["echo by \${var.by} | sudo tee /etc/baked-by"]
  }
}
`;

(packer && aws ? describe : describe.skip)('the local cloud for other programs', () => {
  it('lets real Packer bake, and the AWS CLI list, launch and deregister what Packer and bake-ami made', async () => {
    await using cloud = await startLocalCloud();
    // Packer polls less and less often, unless it is told.
    const env = cleanEnvironment({ ...cloud.env, AWS_POLL_DELAY_SECONDS: '1', AWS_MAX_ATTEMPTS: '120' });
    const folder = workspace({ 'app.pkr.hcl': template(cloud.endpoint) });

    const theirs = await run(packer ?? '', ['build', '-color=false', '-var', 'by=packer', 'app.pkr.hcl'], env, folder);
    expectExit(theirs, 0);
    const ours = await cli(['build', '-var', 'by=bake-ami', 'app.pkr.hcl'], env, folder).finished;
    expectExit(ours, 0);

    const ask = async (...words: string[]): Promise<unknown> => {
      const answer = await run(aws ?? '', ['ec2', ...words, '--output', 'json'], env);
      if (answer.exitCode !== 0) throw new Error(answer.output);
      return answer.stdout.trim() === '' ? undefined : JSON.parse(answer.stdout);
    };
    const listed = (await ask(
      'describe-images',
      '--owners',
      'self',
      '--query',
      'sort_by(Images,&Name)[].[Name,ImageId]',
    )) as string[][];
    expect(listed.map(([name]) => name)).toEqual(['app-by-bake-ami', 'app-by-packer']);

    for (const [, image = ''] of listed) {
      const [instance] = (await ask(
        'run-instances',
        '--image-id',
        image,
        '--instance-type',
        't3.micro',
        '--query',
        'Instances[].InstanceId',
      )) as string[];
      await ask('wait', 'instance-running', '--instance-ids', instance ?? '');
      await ask('terminate-instances', '--instance-ids', instance ?? '');
      await ask('deregister-image', '--image-id', image);
    }
    expect(await ask('describe-images', '--owners', 'self', '--query', 'Images')).toEqual([]);
  }, 180_000);
});
