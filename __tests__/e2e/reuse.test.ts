import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startAction } from './support/action.ts';
import { type RunningLocalCloud, startLocalCloud } from './support/local-cloud.ts';
import { cleanEnvironment, cli, expectExit } from './support/programs.ts';
import { ubuntuTemplate } from './support/templates.ts';
import { workspace } from './support/workspace.ts';

let cloud: RunningLocalCloud;
beforeAll(async () => {
  cloud = await startLocalCloud();
}, 60_000);
afterAll(async () => {
  await cloud[Symbol.asyncDispose]();
}, 60_000);

const TEMPLATE = ubuntuTemplate({ name: 'reuse-{{timestamp}}', shell: 'script = "install.sh"' });

describe('baking twice', () => {
  it('makes one image from a terminal, and another one when a script has changed', async () => {
    const folder = workspace({ 'app.pkr.hcl': TEMPLATE, 'install.sh': '#!/bin/sh\ntrue\n' });
    const env = cleanEnvironment(cloud.env);
    const bake = async () => {
      const finished = await cli(['build', '-reuse=if-unchanged', 'app.pkr.hcl'], env, folder).finished;
      expectExit(finished, 0);
      return finished.output;
    };
    const idIn = (output: string) => /^us-east-1: (ami-\w+)$/m.exec(output)?.[1];
    const first = await bake();
    const second = await bake();
    expect(first).toContain('AMIs were created:');
    expect(second).toContain('AMIs were reused:');
    expect(second).not.toContain('Launching');
    expect(idIn(second)).toBe(idIn(first));

    writeFileSync(path.join(folder, 'install.sh'), '#!/bin/sh\nexit 0\n');
    const third = await bake();
    expect(third).toContain(`Since ${idIn(first)} (`);
    expect(third).toContain('was made, this changed: files of provisioner 1 (shell).');
    expect(idIn(third)).not.toBe(idIn(first));
    expect(await cloud.leftovers()).toEqual([]);
  }, 120_000);

  it('gives a job the outputs of the first image, and says in the summary that it is an old one', async () => {
    const folder = workspace({ 'action.pkr.hcl': TEMPLATE.replace('reuse-', 'reuse-action-'), 'install.sh': 'true\n' });
    const bake = async () => {
      const inputs = { template: 'action.pkr.hcl', reuse: 'if-unchanged', provenance: 'provenance.json' };
      const action = startAction(inputs, { workspace: folder, env: cloud.env });
      expectExit(await action.program.finished, 0);
      expectExit(await action.post(), 0);
      return { outputs: action.outputs(), summary: action.summary() };
    };
    const first = await bake();
    const subjects = readFileSync(path.join(folder, 'provenance.subjects.txt'), 'utf8');
    const second = await bake();
    expect(first.outputs['reused']).toBe('false');
    expect(subjects).toContain(`arn:aws:ec2:us-east-1::image/${first.outputs['ami_id']}`);
    expect(second.outputs).toMatchObject({
      reused: 'true',
      ami_id: first.outputs['ami_id'],
      fingerprint: first.outputs['fingerprint'],
    });
    expect(second.summary).toContain('reused');
  }, 120_000);
});
