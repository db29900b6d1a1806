import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startAction } from './support/action.ts';
import { CLI, cleanEnvironment, expectExit, Program, ROOT } from './support/programs.ts';
import { sensitiveVariable, ubuntuTemplate } from './support/templates.ts';
import { exampleWorkspace, workspace } from './support/workspace.ts';

describe('the demo', () => {
  it('bakes the example, launches the image, finds the app in it, and leaves nothing', async () => {
    // Nothing but what a user clones and runs: no node_modules, no network proxy, no AWS.
    const clone = workspace();
    for (const part of ['dist', 'examples', 'package.json'])
      cpSync(path.join(ROOT, part), path.join(clone, part), { recursive: true });
    const demo = new Program(process.execPath, ['dist/cli.js', 'demo'], { env: cleanEnvironment(), cwd: clone });
    const finished = await demo.finished;
    expectExit(finished, 0);
    const { output } = finished;
    expect(output).toMatch(/Created image ami-[0-9a-f]{17}/);
    expect(output).toMatch(/The application answers: \{"status":"ok"/);
    expect(output).toMatch(/ami-[0-9a-f]{17}/);
    expect(output).toMatch(
      /The demo is over after .*: ami-[0-9a-f]{17} was baked, launched, looked into and removed\./,
    );
  }, 180_000);
});

describe('the local cloud', () => {
  it('closes what was left open for it, so that no machine inherits a way to the host', async () => {
    const command = `exec 99</; exec "${process.execPath}" "${CLI}" local-cloud -port=0`;
    const cloud = new Program('bash', ['-c', command], { env: cleanEnvironment() });
    await cloud.until(/export AWS_DEFAULT_REGION=/);
    const open = readdirSync(`/proc/${cloud.child.pid}/fd`);
    await cloud.stop();
    expect(open).toContain('2');
    expect(open).not.toContain('99');
  }, 30_000);
});

describe('the action on the local cloud', () => {
  it('bakes the example, writes outputs, summary and manifest, and its post step ends clean', async () => {
    const action = startAction(
      { template: 'node-app', 'working-directory': '.', vars: 'app_version=1.2.3', cloud: 'local' },
      { workspace: exampleWorkspace() },
    );
    const finished = await action.program.finished;
    expectExit(finished, 0);
    const { output } = finished;

    const outputs = action.outputs();
    expect(outputs['ami_id']).toMatch(/^ami-[0-9a-f]{17}$/);
    expect(Object.values(JSON.parse(outputs['ami_ids'] ?? '{}'))).toEqual([outputs['ami_id']]);
    expect(JSON.parse(outputs['snapshot_ids'] ?? '[]')).toEqual([expect.stringMatching(/^snap-[0-9a-f]{17}$/)]);
    expect(outputs['source_ami_id']).toMatch(/^ami-[0-9a-f]{17}$/);
    const manifest = JSON.parse(readFileSync(outputs['manifest'] ?? '', 'utf8'));
    expect(manifest.builds[0]).toMatchObject({ builder_type: 'amazon-ebs', files: null });
    expect(manifest.builds[0].artifact_id).toMatch(new RegExp(`^[a-z0-9-]+:${outputs['ami_id']}$`));
    expect(action.summary()).toContain(`<code>${outputs['ami_id']}</code>`);
    expect(output).toMatch(/^::group::/m);

    expectExit(await action.post(), 0);
  }, 180_000);

  it('keeps a sensitive variable out of everything that it writes', async () => {
    const secret = 'correct-horse-battery';
    const folder = workspace({
      'app.pkr.hcl': ubuntuTemplate({
        name: 'secret-{{timestamp}}',
        before: sensitiveVariable('token'),
        shell: 'env = { TOKEN = var.token }\n    inline = ["echo the token is $TOKEN", "exit 4"]',
      }),
    });
    const action = startAction({ vars: `token=${secret}`, cloud: 'local' }, { workspace: folder });
    const { exitCode, stdout, output } = await action.program.finished;
    expect(exitCode).toBe(1);
    expect(output).toMatch(/the token is \*\*\*/);
    // The runner is told once, in the command that makes it mask the value; that line is never shown.
    expect(stdout.split('\n').filter((line) => line.includes(secret) && !line.startsWith('::add-mask::'))).toEqual([]);
    const { runDirectory = '' } = action.state();
    expect(JSON.stringify([action.outputs(), action.state(), action.summary()])).not.toContain(secret);
    expect(readFileSync(path.join(runDirectory, 'journal.jsonl'), 'utf8')).not.toContain(secret);
    expectExit(await action.post(), 0);
  }, 180_000);
});
