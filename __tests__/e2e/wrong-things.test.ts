import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startAction } from './support/action.ts';
import { type RunningLocalCloud, startLocalCloud } from './support/local-cloud.ts';
import { cleanEnvironment, cli, expectExit } from './support/programs.ts';
import { sensitiveVariable, type TemplateParts, ubuntuTemplate } from './support/templates.ts';
import { workspace } from './support/workspace.ts';

type Parts = Partial<Omit<TemplateParts, 'shell'>> & { readonly script?: string };

const template = ({ script = 'true', ...parts }: Parts): string =>
  ubuntuTemplate({ name: 'wrong-{{timestamp}}', shell: `inline = ["${script}"]`, ...parts });

describe('what goes wrong is told clearly, ends with exit code 1 and leaves nothing', () => {
  let cloud: RunningLocalCloud;
  beforeAll(async () => {
    cloud = await startLocalCloud();
  }, 60_000);
  afterAll(async () => {
    await cloud[Symbol.asyncDispose]();
  }, 60_000);

  const build = async (parts: Parts, env: Record<string, string> = cleanEnvironment(cloud.env)) => {
    const { exitCode, output } = await cli(['build', 'app.pkr.hcl'], env, workspace({ 'app.pkr.hcl': template(parts) }))
      .finished;
    expect(await cloud.leftovers()).toEqual([]);
    return { exitCode, output };
  };

  it('an unset variable', async () => {
    const { exitCode, output } = await build({ before: 'variable "app_version" {\n  type = string\n}\n' });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/Unset variable/);
    expect(output).toMatch(/app\.pkr\.hcl:2:1/);
    expect(output).toMatch(/-var app_version=|PKR_VAR_app_version/);
  });

  it('a syntax error', async () => {
    const { exitCode, output } = await build({ source: 'tags = { Name = "x"' });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/app\.pkr\.hcl:\d+:\d+/);
    expect(output).toMatch(/\^/);
  });

  it('an unknown option, with the name that was meant', async () => {
    const { exitCode, output } = await build({ source: 'instance_typ = "t3.micro"' });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/app\.pkr\.hcl:8:3/);
    expect(output).toMatch(/Did you mean\s+"instance_type"\?/);
  });

  it('no image that matches', async () => {
    const { exitCode, output } = await build({ filter: 'nothing-99.99' });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/nothing-99\.99/);
    expect(output).toMatch(/source_ami_filter/);
  });

  it('an SSH server that never answers', async () => {
    const { exitCode, output } = await build({ source: 'ssh_port = 2\n  ssh_timeout = "3s"' });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/127\.\d+\.\d+\.\d+:2\b/);
    expect(output).toMatch(/ssh_timeout/);
  }, 60_000);

  it('a script that exits with 3', async () => {
    const { exitCode, output } = await build({ script: 'echo before; exit 3' });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/before/);
    expect(output).toMatch(/non-zero exit status: 3/);
  }, 60_000);

  it('missing credentials', async () => {
    const { exitCode, output } = await build(
      {},
      cleanEnvironment({ AWS_ENDPOINT_URL: cloud.endpoint, HOME: workspace() }),
    );
    expect(exitCode).toBe(1);
    expect(output).toMatch(/credentials/i);
  });

  it('a name that is taken, before anything is launched', async () => {
    const first = await build({ name: 'taken' });
    expect(first).toMatchObject({ exitCode: 0 });
    const { exitCode, output } = await build({ name: 'taken' });
    expect(exitCode).toBe(1);
    expect(output).toMatch(/taken/);
    expect(output).toMatch(/ami-[0-9a-f]{17}/);
    expect(output).toMatch(/force_deregister/);
    expect(output).not.toMatch(/Created instance/);
  }, 90_000);

  it('annotates the line of the template, and says it in the summary', async () => {
    const folder = workspace({ 'app.pkr.hcl': template({ source: 'instance_typ = "t3.micro"' }) });
    const action = startAction({ template: '.' }, { workspace: folder, env: cloud.env });
    const { exitCode, stdout } = await action.program.finished;
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^::error title=[^,]+,file=.*app\.pkr\.hcl,line=8,endLine=8,col=3,endColumn=15::/m);
    expect(action.outputs()['ami_id']).toBe('');
    expect(action.summary()).toMatch(/app\.pkr\.hcl:8/);
    expectExit(await action.post(), 0);
  });

  it('keeps a sensitive variable out of what it says about a template that can not be planned', async () => {
    const secret = 'correct-horse-battery';
    const folder = workspace({
      'app.pkr.hcl': ubuntuTemplate({
        name: 'wrong',
        before: sensitiveVariable('token'),
        shell: 'pause_before = var.token\n    inline = ["true"]',
      }),
    });
    const action = startAction({ vars: `token=${secret}` }, { workspace: folder, env: cloud.env });
    const { exitCode, stdout, output } = await action.program.finished;
    expect(exitCode).toBe(1);
    expect(output).toMatch(/"\*\*\*" is no duration/);
    expect(stdout).toContain(`::add-mask::${secret}`);
    // The runner is told once, in the command that makes it mask the value; that line is never shown.
    expect(output.split('\n').filter((line) => line.includes(secret) && !line.startsWith('::add-mask::'))).toEqual([]);
    expect(JSON.stringify([action.outputs(), action.state(), action.summary()])).not.toContain(secret);
    expectExit(await action.post(), 0);
  });
});
