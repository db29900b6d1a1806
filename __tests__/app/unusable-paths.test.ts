import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { validate } from '../../src/app/validate.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import type { Diagnostic } from '../../src/kernel/diagnostics.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder('unusable-paths');

/** What the options of the builder, of the provisioner and of the post-processor are told. */
async function told({ builder = '', step = 'provisioner "sleep" {}' }): Promise<readonly Diagnostic[]> {
  const template = `
source "amazon-ebs" "app" {
  ami_name      = "app"
  instance_type = "t3.micro"
  region        = "eu-west-1"
  source_ami    = "ami-12345678"
  ssh_username  = "ubuntu"
  ${builder}
}
build {
  sources = ["source.amazon-ebs.app"]
  ${step}
}
`;
  writeFileSync(path.join(folder, 'app.pkr.hcl'), template);
  const { diagnostics } = await validate({
    template: '.',
    variables: [],
    variableFiles: [],
    only: [],
    except: [],
    workingDirectory: folder,
    clock: systemClock,
    ids: randomIds,
    environment: {},
    reporter: { report: () => undefined },
    secrets: new SecretRegistry(),
    signal: new AbortController().signal,
    syntaxOnly: false,
  });
  return diagnostics;
}

const OPTIONS: readonly (readonly [string, (path: string) => Parameters<typeof told>[0]])[] = [
  ['user_data_file', (bad) => ({ builder: `user_data_file = ${bad}` })],
  ['ssh_private_key_file', (bad) => ({ builder: `ssh_private_key_file = ${bad}` })],
  ['script of shell', (bad) => ({ step: `provisioner "shell" { script = ${bad} }` })],
  ['scripts of powershell', (bad) => ({ step: `provisioner "powershell" { scripts = [${bad}] }` })],
  ['script of shell-local', (bad) => ({ step: `provisioner "shell-local" { script = ${bad} }` })],
  ['source of file', (bad) => ({ step: `provisioner "file" {\n source = ${bad}\n destination = "/tmp/x"\n}` })],
  ['playbook_file of ansible', (bad) => ({ step: `provisioner "ansible" { playbook_file = ${bad} }` })],
  ['playbook_file of ansible-local', (bad) => ({ step: `provisioner "ansible-local" { playbook_file = ${bad} }` })],
  ['script of the post-processor', (bad) => ({ step: `post-processor "shell-local" { script = ${bad} }` })],
];

const PATHS: readonly (readonly [string, string])[] = [
  ['"app.pkr.hcl/below"', 'The path goes through a file as if it were a folder.'],
  ['"circle"', 'The links on its way lead in a circle.'],
  [`"${'n'.repeat(5_000)}"`, 'The path, or a name in it, is longer than the system takes.'],
  ['"a\\u0000b"', 'No path holds a NUL character.'],
];

describe('a path that the system does not take is told at its option, with the reason', () => {
  beforeAll(() => symlinkSync('circle', path.join(folder, 'circle')));

  it.each(OPTIONS)('%s', async (_, at) => {
    for (const [written, why] of PATHS) {
      const errors = (await told(at(written))).filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([expect.objectContaining({ detail: expect.stringContaining(why) })]);
      expect(errors[0]?.subject?.filename).toBe('app.pkr.hcl');
    }
  });
});
