import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { cleanEnvironment, type Finished, Program, ROOT } from './programs.ts';

export interface ActionRun {
  readonly program: Program;
  readonly workspace: string;
  /** Reads what the step has written so far; the runner reads these files even after a kill. */
  outputs(): Record<string, string>;
  state(): Record<string, string>;
  /** The journal of the run, as long as its folder is there. */
  readonly journal: string;
  summary(): string;
  /** Runs the post step as the runner does, with the state of this one; `env` as an earlier step may have changed it. */
  post(env?: Readonly<Record<string, string>>): Promise<Finished>;
}

/** Starts the main step of the committed action as the runner starts it. */
export function startAction(
  inputs: Readonly<Record<string, string>>,
  options: { readonly workspace: string; readonly env?: Readonly<Record<string, string>> },
): ActionRun {
  const runner = temporaryFolder('runner');
  const file = (name: string): string => {
    const target = path.join(runner, name);
    writeFileSync(target, '');
    return target;
  };
  const files = { output: file('output'), state: file('state'), summary: file('summary') };
  const env = cleanEnvironment({
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: options.workspace,
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: runner,
    ...options.env,
  });
  const withInputs = { ...env };
  for (const [name, value] of Object.entries(inputs)) withInputs[`INPUT_${name.toUpperCase()}`] = value;
  const state = () => readFileCommands(files.state);
  return {
    program: new Program(process.execPath, [path.join(ROOT, 'dist', 'main.js')], {
      env: withInputs,
      cwd: options.workspace,
    }),
    workspace: options.workspace,
    outputs: () => readFileCommands(files.output),
    state,
    get journal() {
      return path.join(state()['runDirectory'] ?? '', 'journal.jsonl');
    },
    summary: () => readFileSync(files.summary, 'utf8'),
    post: (changed = {}) => {
      const withState = { ...withInputs, ...changed };
      for (const [name, value] of Object.entries(state())) withState[`STATE_${name}`] = value;
      return new Program(process.execPath, [path.join(ROOT, 'dist', 'post.js')], {
        env: withState,
        cwd: options.workspace,
      }).finished;
    },
  };
}

/** The runner's file commands: `name<<delimiter`, the value's lines, `delimiter` (actions/runner, FileCommandManager.cs). */
function readFileCommands(file: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [, name = '', , value = ''] of readFileSync(file, 'utf8').matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm)) {
    values[name] = value;
  }
  return values;
}
