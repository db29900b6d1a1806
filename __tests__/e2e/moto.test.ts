import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startAction } from './support/action.ts';
import { cleanEnvironment, expectExit, run, stranger } from './support/programs.ts';
import { sshdPath, startMoto, startSshd } from './support/strangers.ts';
import { workspace } from './support/workspace.ts';

const moto = stranger('moto_server');
const aws = stranger('aws');
const sshd = sshdPath();

/** moto applies no user data and plants no key: the machine is a real OpenSSH server elsewhere, its first key is pinned. */
const template = (sshPort: number, marker: string): string => `
source "amazon-ebs" "app" {
  ami_name      = "app-{{timestamp}}"
  instance_type = "t3.micro"
  ssh_username  = "root"
  ssh_host      = "127.0.0.1"
  ssh_port      = ${sshPort}
  # moto answers 500 to a tag specification for snapshots, as no EC2 does: no need to be patient with it.
  max_retries   = 2
  tags          = { Name = "app", Base = "{{ .SourceAMIName }}" }
  run_tags      = { Purpose = "test" }

  # Its machine is this computer: nothing of it may be changed.
  ssh_clear_authorized_keys = false

  source_ami_filter {
    filters     = { name = "ubuntu/images/hvm-ssd/ubuntu-xenial-16.04-amd64-server-*" }
    owners      = ["099720109477"]
    most_recent = true
  }
}

build {
  sources = ["source.amazon-ebs.app"]

  provisioner "shell" {
    environment_vars = ["GREETING=it's me"]
    inline           = ["echo \\"$GREETING\\" > ${marker}"]
  }

  provisioner "file" {
    content     = "from bake-ami"
    destination = "${marker}.content"
  }

  post-processor "manifest" {
    custom_data = { instance = build.ID }
  }
}
`;

(moto && sshd && aws ? describe : describe.skip)('the action against moto and OpenSSH', () => {
  it('bakes, publishes, and leaves nothing but the image', async () => {
    await using emulator = await startMoto(moto ?? '');
    await using machine = await startSshd(sshd ?? '');
    const folder = workspace();
    const marker = path.join(folder, 'marker');
    const action = startAction(
      { template: 'app.pkr.hcl', 'ssh-host-key': 'first' },
      { workspace: workspace({ 'app.pkr.hcl': template(machine.port, marker) }), env: emulator.env },
    );
    const finished = await action.program.finished;
    expectExit(finished, 0);
    expect(readFileSync(marker, 'utf8')).toBe("it's me\n");
    expect(readFileSync(`${marker}.content`, 'utf8')).toBe('from bake-ami');

    const outputs = action.outputs();
    expect(outputs['ami_id']).toMatch(/^ami-[0-9a-f]+$/);
    expect(outputs['ami_ids']).toBe(JSON.stringify({ 'us-east-1': outputs['ami_id'] }));
    const manifest = JSON.parse(readFileSync(outputs['manifest'] ?? '', 'utf8'));
    expect(manifest.builds[0].artifact_id).toBe(`us-east-1:${outputs['ami_id']}`);
    expect(manifest.builds[0].custom_data.instance).toMatch(/^i-[0-9a-f]+$/);

    expectExit(await action.post(), 0);

    const ask = async (...words: string[]): Promise<unknown> => {
      const answer = await run(aws ?? '', ['ec2', ...words, '--output', 'json'], cleanEnvironment(emulator.env));
      return JSON.parse(answer.stdout);
    };
    expect(await ask('describe-instances', '--query', 'Reservations[].Instances[].State.Name')).toEqual(['terminated']);
    expect(await ask('describe-key-pairs', '--query', 'KeyPairs')).toEqual([]);
    expect(await ask('describe-security-groups', '--query', 'SecurityGroups[].GroupName')).toEqual(['default']);
    const images = await ask(
      'describe-images',
      '--owners',
      'self',
      '--query',
      'Images[].[ImageId,Tags[?Key==`Base`]|[0].Value]',
    );
    expect(images).toEqual([[outputs['ami_id'], 'ubuntu/images/hvm-ssd/ubuntu-xenial-16.04-amd64-server-20170721']]);
  }, 120_000);
});
