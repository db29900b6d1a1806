import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { cleanEnvironment, expectExit, type Finished, ROOT, run } from './programs.ts';

/**
 * What other people's actions of the examples do, as far as it matters here: they would be fetched from GitHub. Each is a
 * composite action; `SHARED` is a folder that all jobs see, as GitHub's artifacts.
 */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  'aws-actions/configure-aws-credentials@v5': [
    'echo "AWS_REGION=${{ inputs.aws-region }}" >> "$GITHUB_ENV"',
    'echo "AWS_DEFAULT_REGION=${{ inputs.aws-region }}" >> "$GITHUB_ENV"',
  ],
  // A Terraform that knows one thing: to launch the image that it is given.
  'hashicorp/setup-terraform@v3': [
    'mkdir -p "$RUNNER_TEMP/terraform"',
    'cp "$SHARED/terraform" "$RUNNER_TEMP/terraform/terraform"',
    'echo "$RUNNER_TEMP/terraform" >> "$GITHUB_PATH"',
  ],
  'actions/upload-artifact@v5': [
    '[ -e "${{ inputs.path }}" ] || exit 0',
    'mkdir -p "$SHARED/artifacts/${{ inputs.name }}"',
    'cp -r "${{ inputs.path }}/." "$SHARED/artifacts/${{ inputs.name }}"',
  ],
  // It refuses what it can't read; what it would have signed is kept.
  'actions/attest@v4': [
    'grep -qE "^[0-9a-f]{64}  arn:aws:ec2:" "${{ inputs.subject-checksums }}"',
    'cp "${{ inputs.subject-checksums }}" "$SHARED/subjects"',
    'cp "${{ inputs.predicate-path }}" "$SHARED/predicate"',
  ],
  'actions/download-artifact@v6': [
    'mkdir -p "${{ inputs.path }}"',
    'cp -r "$SHARED"/artifacts/${{ inputs.pattern }} "${{ inputs.path }}"',
  ],
};

const INPUTS = [
  'role-to-assume',
  'role-duration-seconds',
  'aws-region',
  'name',
  'path',
  'pattern',
  'if-no-files-found',
  'overwrite',
  'subject-checksums',
  'predicate-type',
  'predicate-path',
];

/** A repository that has one of our example workflows, and beside it what `files` says. */
export class ExampleRepository {
  readonly folder = temporaryFolder('act');
  readonly shared = temporaryFolder('act-shared');
  readonly #workflow: string;
  readonly #replacements: string[];

  private constructor(workflow: string) {
    this.#workflow = workflow;
    const ours = path.join(temporaryFolder('act-ours'));
    for (const name of readdirSync(ROOT)) {
      if (/^(action\.yml|dist|merge|plan|prune|sweep|validate)$/.test(name)) {
        cpSync(path.join(ROOT, name), path.join(ours, name), { recursive: true });
      }
    }
    this.#replacements = [`bake-ami/bake-ami@v1=${ours}`];
    for (const [name, lines] of Object.entries(STAND_INS)) {
      const folder = temporaryFolder('act-stand-in');
      writeFileSync(path.join(folder, 'action.yml'), standIn(lines));
      this.#replacements.push(`${name}=${folder}`);
    }
  }

  /** @param files name in the repository to what it is a copy of, absolute */
  static async make(workflow: string, files: Readonly<Record<string, string>>): Promise<ExampleRepository> {
    const repository = new ExampleRepository(workflow);
    const { folder } = repository;
    mkdirSync(path.join(folder, '.github', 'workflows'), { recursive: true });
    cpSync(path.join(ROOT, 'examples', 'workflows', workflow), path.join(folder, '.github', 'workflows', workflow));
    for (const [name, original] of Object.entries(files)) {
      cpSync(original, path.join(folder, name), { recursive: true });
    }
    const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    for (const args of [
      ['init', '-q', '-b', 'main'],
      ['add', '-A'],
      [...author, 'commit', '-q', '-m', 'All'],
    ]) {
      expectExit(await run('git', args, cleanEnvironment(), folder), 0);
    }
    return repository;
  }

  /** Runs the whole workflow in act's host mode, offline, as that event would. It is a run of its own, without artifacts. */
  async trigger(
    act: string,
    env: Readonly<Record<string, string>>,
    event: 'push' | 'pull_request' = 'push',
  ): Promise<Finished> {
    rmSync(path.join(this.shared, 'artifacts'), { recursive: true, force: true });
    const variables = Object.entries({ ...env, SHARED: this.shared }).flatMap(([name, value]) => [
      '--env',
      `${name}=${value}`,
    ]);
    return run(
      act,
      [
        event,
        '--workflows',
        path.join('.github', 'workflows', this.#workflow),
        '--platform',
        'ubuntu-24.04=-self-hosted',
        '--action-offline-mode',
        ...this.#replacements.flatMap((replacement) => ['--local-repository', replacement]),
        ...variables,
      ],
      cleanEnvironment({ ...env, XDG_CACHE_HOME: temporaryFolder('act-cache') }),
      this.folder,
    );
  }
}

function standIn(lines: readonly string[]): string {
  const inputs = INPUTS.map((name) => `  ${name}: { description: given by the example, default: "" }`);
  const script = lines.map((line) => `        ${line}`);
  return `name: Stand-in
description: What the action of this name does, as far as an example needs it
inputs:
${inputs.join('\n')}
runs:
  using: composite
  steps:
    - shell: bash
      run: |
${script.join('\n')}
`;
}
