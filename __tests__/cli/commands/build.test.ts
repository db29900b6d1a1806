import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { localCloudEnvironment } from '../../../src/app/local-cloud/local-cloud-handle.ts';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { buildCommand } from '../../../src/cli/commands/build.ts';
import { type ServedCloud, servedCloud } from '../../support/served-cloud.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { fakeTerminal } from '../support/fake-terminal.ts';
import { runOnTemplate } from '../support/run-on-template.ts';

const template = (name: string, postProcessor = '') => `
source "amazon-ebs" "app" {
  ami_name      = "${name}"
  instance_type = "t3.micro"
  communicator  = "none"
  source_ami_filter {
    filters     = { name = "ubuntu/images/*/ubuntu-jammy-22.04-amd64-server-*" }
    owners      = ["099720109477"]
    most_recent = true
  }
}
build {
  name    = "web"
  sources = ["source.amazon-ebs.app"]
  ${postProcessor}
}
`;

let served: ServedCloud;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  served = await servedCloud();
  environment = { PATH: process.env['PATH'] ?? '', ...localCloudEnvironment(served.handle) };
});
afterAll(() => served.close());
afterEach(() => {
  expect(served.cloud.leftovers()).toEqual([]);
});

const run = (text: string, ...words: readonly string[]) => runOnTemplate(buildCommand, text, words, { environment });

describe('bake-ami build', () => {
  it('launches what -fallback-instance-types names when there is no room for the template’s own', async () => {
    const takeBack = served.cloud.addFault({
      action: 'RunInstances',
      when: ({ parameters }) => parameters['InstanceType'] !== 'm5.large',
      fault: { error: 'VcpuLimitExceeded', status: 400 },
    });
    const { exitCode, output } = await run(template('fallback'), '-fallback-instance-types=t3.small,m5.large');
    takeBack();
    expect(exitCode).toBe(0);
    expect(output).toMatch(/EC2 has no on-demand t3\.small in eu-west-1 \(VcpuLimitExceeded\)/);
    expect(output).toMatch(/Building on the m5\.large i-[0-9a-f]{17} in eu-west-1a/);
  });

  it('refuses a -fallback-instance-types that is none', async () => {
    const parsed = () => run(template('fallback'), '-fallback-instance-types=t3.small,huge');
    await expect(parsed()).rejects.toMatchObject({ message: 'The flag -fallback-instance-types holds "huge".' });
  });

  it('ends with the artifacts, in Packer’s words', async () => {
    const { exitCode, output } = await run(template('plain'));
    expect(exitCode).toBe(0);
    expect(output).toMatch(
      /\n==> Builds finished\. The artifacts of successful builds are:\n--> web\.amazon-ebs\.app: AMIs were created:\neu-west-1: ami-[0-9a-f]{17}\n/,
    );
  });

  it('tells programs the artifact in the lines that scripts look for', async () => {
    const { exitCode, lines } = await run(template('machine'), '-machine-readable');
    expect(exitCode).toBe(0);
    // grep 'artifact,0,id' build.log | cut -d, -f6 | cut -d: -f2
    const [id] = lines
      .filter((line) => line.includes('artifact,0,id'))
      .map((line) => line.split(',')[5]?.split(':')[1]);
    expect(id).toMatch(/^ami-[0-9a-f]{17}$/);
    expect(
      lines.filter((line) => line.includes(',web.amazon-ebs.app,')).map((line) => line.replace(/^\d+,/, '')),
    ).toEqual([
      'web.amazon-ebs.app,artifact-count,1',
      'web.amazon-ebs.app,artifact,0,builder-id,mitchellh.amazonebs',
      `web.amazon-ebs.app,artifact,0,id,eu-west-1:${id}`,
      expect.stringMatching(/^web\.amazon-ebs\.app,artifact,0,string,AMIs were created:\\neu-west-1: ami-/),
      'web.amazon-ebs.app,artifact,0,files-count,0',
      'web.amazon-ebs.app,artifact,0,end',
    ]);
    expect(lines.every((line) => /^\d{10},[^,]*,[a-z-]+,/.test(line))).toBe(true);
  });

  it('tells programs of the builds that failed, and ends with 1', async () => {
    const { exitCode, lines } = await run(
      template('failing', 'post-processor "shell-local" {\n inline = ["exit 3"]\n}'),
      '-machine-readable',
    );
    expect(exitCode).toBe(1);
    expect(lines.filter((line) => /,error(-count)?,/.test(line) && !line.includes(',ui,'))).toEqual([
      expect.stringMatching(/^\d+,,error-count,1$/),
      expect.stringMatching(/^\d+,web\.amazon-ebs\.app,error,.*3/),
    ]);
  });

  it('ends a failed run with the code of its error and the page that explains it, and tells programs the code', async () => {
    const failing = template('explained', 'post-processor "shell-local" {\n inline = ["exit 3"]\n}');
    const page = 'https://github.com/bake-ami/bake-ami/blob/main/docs/troubleshooting.md';
    const { lines } = await run(failing);
    expect(lines.findLast((line) => line !== '')).toBe(`Error code script-failed: ${page}#script-failed`);

    const inJson = await run(
      template('explained-2', 'post-processor "shell-local" {\n inline = ["exit 3"]\n}'),
      '-json',
    );
    const events = inJson.lines.filter((line) => line !== '').map((line): object => JSON.parse(line));
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'build-finished', error: expect.objectContaining({ code: 'script-failed' }) }),
    );

    const wrong = await run(template('wrong').replace('ami_name ', 'ami_nam '));
    expect(wrong.lines.findLast((line) => line !== '')).toBe(`Error code unknown-option: ${page}#template`);
  });

  it('knows at each moment what would be left, the run that it is of, and how it is removed, for whoever does not wait', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'app.pkr.hcl'), template('hurried'));
    const terminal = fakeTerminal(folder, { environment });
    expect(terminal.lastWords()).toBe('');
    let inTheMiddle = '';
    const takeBack = served.cloud.addFault({
      action: 'CreateImage',
      when: () => {
        inTheMiddle = terminal.lastWords();
        return false;
      },
      fault: { delay: 0 },
    });
    const exitCode = await buildCommand.run(parseArguments('build', ['app.pkr.hcl'], buildCommand.flags), terminal);
    takeBack();
    expect(exitCode).toBe(0);
    const runOf = served.cloud.calls.findLast(({ action }) => action === 'CreateImage')?.parameters;
    const runId = Object.values(runOf ?? {}).find((_, index, all) => all[index - 1] === 'bake-ami:run');
    const [first, group, instance, ...others] = inTheMiddle.split('\n');
    expect(first).toBe(`The run ${runId} was ended before it had cleaned up. It may have left:`);
    expect(group).toMatch(/^ {2}security group sg-[0-9a-f]{17} in eu-west-1$/);
    expect(instance).toMatch(/^ {2}instance i-[0-9a-f]{17} in eu-west-1$/);
    expect(others).toEqual([
      'This shows what is there, and when it expires; with -dry-run=false it removes what has expired:',
      `  bake-ami sweep -runs=${runId} -regions=eu-west-1`,
    ]);
    // The image is meant to stay, and nothing else is there any more.
    expect(terminal.lastWords()).toBe('');
  });

  it('says of flags that change nothing that they change nothing', async () => {
    const { exitCode, output } = await run('', '-skip-enforcement', '-ignore-prerelease-plugins=true');
    expect(exitCode).toBe(1);
    expect(output).toContain('-skip-enforcement changes nothing here: nothing is asked of HCP Packer');
    expect(output).toContain('-ignore-prerelease-plugins changes nothing here');
    expect(output).not.toContain('-use-sequential-evaluation');
  });

  it.each([
    ['-on-error=ask', 'With -on-error=abort the machine stays'],
    ['-debug', 'use -on-error=abort'],
    ['-on-error=retry', 'It takes cleanup, abort or run-cleanup-provisioner.'],
    ['-parallel-builds=many', 'It takes a whole number from -1 to 999999.'],
  ])('refuses %s as wrong usage, with what to use', async (flag, hint) => {
    const parsed = parseArguments('build', [flag, 'app.pkr.hcl'], buildCommand.flags);
    await expect(buildCommand.run(parsed, fakeTerminal('/nowhere'))).rejects.toMatchObject({
      code: 'usage',
      hint: expect.stringContaining(hint),
    });
  });

  it.each([
    [[], false],
    [['-warn-on-undeclared-var'], true],
  ])('with %j warns or not of values that nobody declared', async (words, warns) => {
    const given = ['-var-file=v.pkrvars.hcl', ...words];
    const { output } = await runOnTemplate(buildCommand, 'build {}', given, { files: { 'v.pkrvars.hcl': 'a = 1\n' } });
    expect(output.includes('Value for undeclared variable "a"')).toBe(warns);
  });
});
