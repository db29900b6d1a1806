import { describe, expect, it } from '@jest/globals';
import { MarkdownWriter } from '../../src/action/markdown.ts';
import { jobSummary } from '../../src/action/summary.ts';
import type { BuildResult } from '../../src/app/build-request.ts';
import { NO_OUTPUTS } from '../../src/app/run/run-report.ts';
import { NO_STORY } from '../../src/app/run/run-watch.ts';
import type { Check, Suite } from '../../src/app/run/verification.ts';
import type { BuildReport, RunReport, StepReport } from '../../src/engine/run-report.ts';
import { errorDiagnostic } from '../../src/kernel/diagnostics.ts';
import { BakeError, TemplateError } from '../../src/kernel/errors.ts';
import type { ArtifactSummary } from '../../src/kernel/events.ts';
import { startOf } from '../../src/kernel/source-range.ts';

const nothing: BuildResult = {
  outcome: 'succeeded',
  diagnostics: [],
  error: undefined,
  report: undefined,
  outputs: NO_OUTPUTS,
  story: NO_STORY,
};

const PLAIN = new MarkdownWriter((text) => text);

const artifact: ArtifactSummary = {
  builderId: 'b',
  id: 'eu-central-1:ami-01',
  description: '',
  images: [{ region: 'eu-central-1', id: 'ami-01', name: 'app-1', snapshotIds: ['snap-1'], sizeGib: 8 }],
  sourceImageId: 'ami-00',
  sourceImageName: 'ubuntu',
};

function step(title: string, startMs: number, elapsedMs: number, more: Partial<StepReport> = {}): StepReport {
  return { name: 'x', title, outcome: 'succeeded', startMs, elapsedMs, time: 'own', ...more };
}

function build(name: string, more: Partial<BuildReport> = {}): BuildReport {
  return {
    build: name,
    source: { type: 'amazon-ebs', name: 'x', localName: 'x' },
    outcome: 'succeeded',
    startMs: 0,
    elapsedMs: 10_000,
    region: 'eu-central-1',
    artifact: undefined,
    artifacts: [],
    error: undefined,
    furtherErrors: [],
    launched: undefined,
    steps: [],
    left: [],
    ...more,
  };
}

function resultOf(builds: readonly BuildReport[], more: Partial<BuildResult> = {}): BuildResult {
  const report: RunReport = {
    runId: 'run1',
    runUuid: 'uuid',
    startedAt: '2026-01-02T03:04:05.000Z',
    elapsedMs: 10_000,
    outcome: more.outcome ?? 'succeeded',
    builds,
  };
  const artifacts = Object.fromEntries(builds.map((each) => [each.build, each.artifacts]));
  return { ...nothing, report, outputs: { ...NO_OUTPUTS, artifacts }, ...more };
}

const baked = build('amazon-ebs.x', {
  artifact,
  artifacts: [artifact],
  launched: { id: 'i-1', type: 't3.micro', market: 'spot', availabilityZone: 'eu-central-1b' },
});

const PASSED = { name: 'the lines of verify', outcome: 'passed', elapsedMs: 1_500 } as const;
const SKIPPED = { name: 'User: app: exists', outcome: 'skipped', elapsedMs: 2 } as const;

function suite(...checks: readonly Check[]): Suite {
  const image = { id: 'ami-01', region: 'eu-central-1', name: 'app-1' };
  return { build: 'amazon-ebs.x', image, startedAt: '2026-01-02T03:04:05.000Z', elapsedMs: 4_200, checks };
}

describe('the job summary', () => {
  it('has a table of the images with their pages in the console, and of the machines that they were built on', () => {
    expect(jobSummary(resultOf([baked]), 'aws', PLAIN)).toBe(
      [
        '## Baked 1 image in 10.0 s',
        '',
        '<code>amazon-ebs.x</code>',
        '',
        '| Region | AMI | Size | Built on |',
        '| --- | --- | --- | --- |',
        '| eu-central-1 | <a href="https://eu-central-1.console.aws.amazon.com/ec2/home?region=eu-central-1#ImageDetails:imageId=ami-01"><code>ami-01</code></a><br><sub>app-1</sub> | 8\u00a0GiB | spot t3.micro in eu-central-1b |',
        '',
        '<sub>Source AMI: <a href="https://eu-central-1.console.aws.amazon.com/ec2/home?region=eu-central-1#ImageDetails:imageId=ami-00"><code>ami-00</code></a> ubuntu</sub>',
        '',
      ].join('\n'),
    );
  });

  it('names the build in each row where there are several, and says how many failed', () => {
    const error = new BakeError('No', { code: 'x', category: 'cloud' });
    const failed = build('amazon-ebs.y', { outcome: 'failed', error });
    const text = jobSummary(resultOf([baked, failed], { outcome: 'failed' }), 'local', PLAIN);
    expect(text).toMatch(/^## 1 of 2 builds failed after 10\.0 s\n/);
    expect(text).toContain('\n- **amazon-ebs.y**: No\n');
    expect(text).toContain('\n| amazon-ebs.x | eu-central-1 | <code>ami-01</code><br>');
  });

  it('leads to no console from a rehearsal, and says what it is', () => {
    const text = jobSummary(resultOf([baked]), 'local', PLAIN);
    expect(text).not.toContain('<a ');
    expect(text).toContain('nothing was made in AWS, and these images are gone after the job.');
  });

  it('draws the time of each build, and sums it up against the time of the cloud', () => {
    const steps = [
      step('Launching', 0, 1_000, { time: 'boot' }),
      step('Provisioner shell', 1_000, 3_000, { time: 'template' }),
      step('Stopping', 4_000, 1_000, { time: 'stop' }),
      step('Waiting for ami-01', 5_000, 2_000, { time: 'image' }),
      step('Setting attributes', 7_000, 1_000),
      step('Too short to be seen', 8_000, 10),
    ];
    const text = jobSummary(resultOf([{ ...baked, steps }]), 'aws', PLAIN);
    const drawn = /```mermaid\n%%\{init: \{[^\n]+\}%%\n([^`]+)\n```/.exec(text)?.[1];
    expect(drawn?.split('\n').map((line) => line.trim())).toEqual([
      'gantt',
      'dateFormat YYYY-MM-DD HH:mm:ss.SSS',
      'axisFormat %M:%S',
      'section amazon-ebs.x',
      'Launching 1.0 s :2000-01-01 00:00:00.000, 2000-01-01 00:00:01.000',
      'Provisioner shell 3.0 s :crit, 2000-01-01 00:00:01.000, 2000-01-01 00:00:04.000',
      'Stopping 1.0 s :2000-01-01 00:00:04.000, 2000-01-01 00:00:05.000',
      'Waiting for ami-01 2.0 s :2000-01-01 00:00:05.000, 2000-01-01 00:00:07.000',
      'Setting attributes 1.0 s :done, 2000-01-01 00:00:07.000, 2000-01-01 00:00:08.000',
      'Cleaning up 2.0 s :done, 2000-01-01 00:00:08.010, 2000-01-01 00:00:10.000',
    ]);
    const cells = ['10.0 s', '1.0 s', '1.0 s', '2.0 s', '3.0 s', '1.0 s', '2.0 s'];
    const parts = ['40 % cloud', '10 %', '10 %', '20 %', '30 %', '10 %', '20 %'];
    const row = cells.map((cell, index) => `${cell}<br><sub>${parts[index]}</sub>`).join(' | ');
    expect(text.replaceAll('\u00a0', ' ')).toContain(`| ${row} |`);
    expect(text.replaceAll('\u00a0', ' ')).toContain('| Too short to be seen | succeeded | +8.0 s | 10 ms |');
  });

  it('names the steps in the picture without ids, which the table of all steps has', () => {
    const titles = [
      'Launching a t3.micro from ami-2a5666f0b9d6d07ee (ubuntu/images/jammy)',
      'Stopping the instance i-1edeae3e12c82d5ba',
      'Copying the AMI ami-2a5666f0b9d6d07ee to eu-west-1',
      'Provisioner shell (2 of 6)',
    ];
    const steps = titles.map((title, index) => step(title, index * 1_000, 1_000));
    const text = jobSummary(resultOf([{ ...baked, steps }]), 'aws', PLAIN);
    expect(text.match(/^ {2}(.+) 1\.0 s :/gm)).toEqual([
      '  Launching a t3.micro from the AMI 1.0 s :',
      '  Stopping the instance 1.0 s :',
      '  Copying the AMI to eu-west-1 1.0 s :',
      '  Provisioner shell (2 of 6) 1.0 s :',
    ]);
    expect(text).toContain('| Stopping the instance i-1edeae3e12c82d5ba | succeeded |');
  });

  it('says what went wrong, with the remedy, even when no build began', () => {
    const error = new BakeError('No credentials', {
      code: 'no-credentials',
      category: 'auth',
      hint: 'Configure them.',
    });
    expect(jobSummary({ ...nothing, outcome: 'failed', error }, 'aws', PLAIN)).toBe(
      '## Failed\n\n### What went wrong\n\n- No credentials<br>➜ Configure them.\n\n<sub>Error code <a href="https://github.com/bake-ami/bake-ami/blob/main/docs/troubleshooting.md#no-credentials"><code>no-credentials</code></a></sub>\n',
    );
  });

  it('says of a template what is wrong and where, with the values, and links its code and those of builds once each', () => {
    const subject = startOf('app.pkr.hcl');
    const values = [{ expression: 'var.size', value: '"t9.micro"' }];
    const wrong = errorDiagnostic({ code: 'bad-size', summary: 'Bad size', detail: 'Take another.', subject, values });
    const error = new TemplateError([wrong]);
    const text = jobSummary({ ...nothing, outcome: 'failed', error, diagnostics: [wrong] }, 'aws', PLAIN);
    expect(text).toContain(
      '- **Bad size** in <code>app.pkr.hcl:1</code><br>Take another.<br>with var.size as "t9.micro"\n\n<sub>Error code <a href="',
    );
    expect(text).toContain('#template"><code>bad-size</code></a></sub>\n');

    const failure = (code: string) => new BakeError('No', { code, category: 'provision' });
    const builds = ['script-failed', 'ssh-timeout', 'script-failed'].map((code, index) =>
      build(`b${index}`, { outcome: 'failed', error: failure(code) }),
    );
    const several = jobSummary(resultOf(builds, { outcome: 'failed', error: failure('script-failed') }), 'aws', PLAIN);
    expect(several.match(/#[a-z-]+"><code>[a-z-]+<\/code>/g)).toEqual([
      '#script-failed"><code>script-failed</code>',
      '#ssh-timeout"><code>ssh-timeout</code>',
    ]);
    expect(several).toContain('<sub>Error codes <a ');
  });

  it('shows what a machine printed before its provisioner failed, which can not end the block that it is in', () => {
    const error = new BakeError('It failed', { code: 'x', category: 'provision' });
    const failed = build('b', { outcome: 'failed', error });
    const lines = ['E: no such package', '```` ![x](http://evil)', '\u001b[31mred\u001b[0m'];
    const story = { ...NO_STORY, tails: new Map([['b', { step: 'Provisioner shell', lines }]]) };
    const text = jobSummary(resultOf([failed], { outcome: 'failed', story }), 'aws', PLAIN);
    expect(text).toContain(
      '- **b**: It failed\n\n  Provisioner shell printed last:\n\n  `````text\n  E: no such package\n  ```` ![x](http://evil)\n  red\n  `````\n',
    );
  });

  it('lists warnings of the template and of the run', () => {
    const diagnostic = {
      ...errorDiagnostic({ code: 'x', summary: 'Old', detail: 'Use the new.' }),
      severity: 'warning',
    } as const;
    const story = { ...NO_STORY, warnings: [{ build: 'b', text: 'It is late' }], moreWarnings: 2 };
    const text = jobSummary({ ...nothing, diagnostics: [diagnostic], story }, 'aws', PLAIN);
    expect(text).toContain('### Warnings\n\n- **Old**<br>Use the new.\n- **b**: It is late\n- and 2 more\n');
  });

  it('tells what was removed and what was kept, but not that results were', () => {
    const removed = ['i-1', 'i-2'].map((id) => ({ build: 'b', resource: { kind: 'instance', id, region: 'r' } }));
    const kept = [
      { build: 'b', resource: { kind: 'image', id: 'ami-01', region: 'r' }, reason: 'it is the result' },
      { build: 'b', resource: { kind: 'key-pair', id: 'key-1', region: 'r' }, reason: 'on-error is "abort"' },
    ];
    const text = jobSummary(resultOf([baked], { story: { ...NO_STORY, removed, kept } }), 'aws', PLAIN);
    expect(text).toContain('### Kept\n\n- key pair key-1 in r: on-error is "abort"\n\n<details>');
    expect(text).toContain('<summary>Cleaned up: 2 instances</summary>\n\n- instance i-1 in r\n- instance i-2 in r\n');
  });

  it('folds the checks of an image away that all passed, below what they come to', () => {
    const text = jobSummary(resultOf([baked], { verification: [suite(PASSED, SKIPPED)] }), 'aws', PLAIN);
    expect(text.replaceAll('\u00a0', ' ')).toContain(
      [
        '### Verification',
        '',
        '<details><summary>✅ 1 check passed, 1 skipped in 4.2 s: <code>ami-01</code> in eu-central-1</summary>',
        '',
        '| Check | Result | Took |',
        '| --- | --- | --- |',
        '| the lines of verify | ✅ passed | 1.5 s |',
        '| User: app: exists | ⚪ skipped | 2 ms |',
        '',
        '</details>',
      ].join('\n'),
    );
    expect(jobSummary(resultOf([baked], { verification: [] }), 'aws', PLAIN)).not.toContain('Verification');
  });

  it('shows the checks that failed, with one line of what is wrong that holds nothing but text', () => {
    const message = 'File: /etc/app: <b>missing</b> \u001b[2J| @org\nexpected: true';
    const failed = { name: 'File: /etc/app', outcome: 'failed', elapsedMs: 3, message } as const;
    const build2 = { ...suite(PASSED), build: 'amazon-ebs.y' };
    const text = jobSummary(resultOf([baked], { verification: [suite(PASSED, failed), build2] }), 'aws', PLAIN);
    expect(text.replaceAll('\u00a0', ' ')).toContain(
      [
        '❌ 1 of 2 checks failed in 4.2 s, amazon-ebs.x: <code>ami-01</code> in eu-central-1',
        '',
        '| Check | Result | Took | What is wrong |',
        '| --- | --- | --- | --- |',
        '| File: /etc/app | ❌ failed | 3 ms | File: /etc/app: &lt;b&gt;missing&lt;/b&gt; \\| @&#8203;org |',
        '',
        '<details><summary>The other checks</summary>',
      ].join('\n'),
    );
    expect(text).toContain('<summary>✅ 1 check passed in 4.2 s, amazon-ebs.y: <code>ami-01</code>');
  });

  it('lists the verified images in the order of their builds', () => {
    const builds = [baked, build('amazon-ebs.y')];
    const text = jobSummary(
      resultOf(builds, { verification: [{ ...suite(PASSED), build: 'amazon-ebs.y' }, suite(PASSED)] }),
      'aws',
      PLAIN,
    );
    expect(text.match(/passed in 4\.2 s, [^:]+:/g)).toEqual([
      'passed in 4.2 s, amazon-ebs.x:',
      'passed in 4.2 s, amazon-ebs.y:',
    ]);
  });

  it('masks a secret in what a check says before it cuts it', () => {
    const masking = new MarkdownWriter((text) => text.replaceAll('p\u001b[31mss', 'SECRET').replaceAll('hunter2', '*'));
    const failed = {
      name: 'a p\u001b[31mss',
      outcome: 'failed',
      elapsedMs: 3,
      message: `${'x'.repeat(296)}hunter2`,
    } as const;
    const text = jobSummary(resultOf([baked], { verification: [suite(failed)] }), 'aws', masking);
    expect(text).toContain('| a SECRET | ❌ failed |');
    expect(text).toContain(`${'x'.repeat(296)}\\* |`);
  });

  it('says which builds have which source image, where it is not the same for all', () => {
    const own = build('amazon-ebs.y', { artifact, artifacts: [artifact] });
    const other = { ...artifact, sourceImageId: 'ami-10', sourceImageName: 'debian' };
    const third = build('amazon-ebs.z', { artifact: other, artifacts: [other] });
    expect(jobSummary(resultOf([baked, own]), 'local', PLAIN)).toContain(
      '\n<sub>Source AMI: <code>ami-00</code> ubuntu</sub>\n',
    );
    expect(jobSummary(resultOf([baked, own, third]), 'local', PLAIN)).toContain(
      '<sub>Source AMI of amazon-ebs.x, amazon-ebs.y: <code>ami-00</code> ubuntu</sub><br>\n<sub>Source AMI of amazon-ebs.z: <code>ami-10</code> debian</sub>\n',
    );
  });

  it('leads from an image that is reused to the run that made it, and draws no time of it', () => {
    const reused = (runUrl: string) => {
      const madeBy = { commit: '0123456789abcdef', runUrl };
      const again = { ...artifact, isReused: true, madeBy };
      const steps = [step('Looking', 0, 1_000)];
      const done = build('amazon-ebs.x', { artifact: again, artifacts: [again], steps });
      return jobSummary(resultOf([done]), 'aws', PLAIN);
    };
    const text = reused('https://github.com/o/r/actions/runs/1');
    expect(text).toContain(
      '| <a href="https://github.com/o/r/actions/runs/1">reused</a><br><sub>of commit 0123456789ab</sub> |',
    );
    expect(text).not.toContain('Where the time went');
    expect(reused('https://x/"><img src=x>')).toContain('| reused<br><sub>');
    expect(reused('javascript:alert(1)')).toContain('| reused<br><sub>');
  });

  it('says what is different from the image before', () => {
    const previous = { id: 'ami-0f', changes: ['scripts/install.sh has changed'] };
    const after = { ...artifact, previous };
    const text = jobSummary(resultOf([{ ...baked, artifact: after, artifacts: [after] }]), 'aws', PLAIN);
    expect(text).toContain(
      '### What is different\n\n- Since <code>ami-0f</code>\n  - scripts/install.sh has changed\n',
    );
  });

  it('does not let a name become markup', () => {
    const error = new BakeError('<img src=x> ![a](http://evil) @org | `x`\n## forged', {
      code: 'x',
      category: 'cloud',
    });
    const text = jobSummary({ ...nothing, outcome: 'failed', error }, 'aws', PLAIN);
    expect(text).toContain('&lt;img src=x&gt; \\!\\[a\\]\\(http://evil\\) @&#8203;org \\| \\`x\\` \\#\\# forged');
  });

  it('calls nobody, and refers to no issue, by what a machine has printed', () => {
    // GitHub looks for these in the finished HTML, where a backslash or an entity is gone already.
    expect(PLAIN.text('ask @org/team, see #12 and octo/app#7')).toBe(
      'ask @&#8203;org/team, see #&#8203;12 and octo/app#&#8203;7',
    );
  });

  it('masks a secret whose characters Markdown escapes', () => {
    const error = new BakeError('No such user: p_a*ss<w>', { code: 'x', category: 'cloud' });
    const masking = new MarkdownWriter((text) => text.replaceAll('p_a*ss<w>', 'SECRET'));
    expect(jobSummary({ ...nothing, outcome: 'failed', error }, 'aws', masking)).toContain('- No such user: SECRET');
  });

  it('stays below what the runner takes', () => {
    const image = { region: 'r', id: 'ami-1', name: 'n'.repeat(1000), snapshotIds: [] };
    const long = { builderId: 'b', id: 'x', description: '', images: Array.from({ length: 2000 }, () => image) };
    const text = jobSummary({ ...nothing, outputs: { ...nothing.outputs, artifacts: { a: [long] } } }, 'aws', PLAIN);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/\|\n\nThe rest was cut off: a summary may have 1 MiB\. The log has all of it\.\n$/);
  });
});
