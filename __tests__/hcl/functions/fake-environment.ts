import { EvaluationBudget } from '../../../src/hcl/budget.ts';
import type { FunctionEnvironment, FunctionFiles } from '../../../src/hcl/functions/environment.ts';
import { Value } from '../../../src/hcl/values/value.ts';

/** 2026-11-22T14:03:07Z */
export const NOW = Date.UTC(2026, 10, 22, 14, 3, 7);

/** An environment with a standing clock, counted ids and these files (absolute path to content). */
export function fakeEnvironment(files: Readonly<Record<string, string | Uint8Array>> = {}): FunctionEnvironment {
  let ids = 0;
  return {
    budget: new EvaluationBudget(),
    files: fakeFiles(files),
    clock: { now: () => NOW, monotonic: () => 0, sleep: () => Promise.resolve() },
    startedAt: NOW - 60_000,
    ids: {
      uuid: () => {
        ids += 1;
        return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
      },
      token: (length) => 'x'.repeat(length),
    },
    remote: () => ({ kind: 'unknown', text: '' }),
    env: (name) => (name === 'HOME' ? '/home/ada' : undefined),
    renderTemplate: (text, _, variables) => ({
      value: Value.string(text.replace(/\$\{(\w+)\}/g, (__, name: string) => variables.get(name)?.asString() ?? '?')),
      diagnostics: [],
    }),
  };
}

function fakeFiles(files: Readonly<Record<string, string | Uint8Array>>): FunctionFiles {
  const paths = Object.keys(files);
  return {
    templateDirectory: '/project/templates',
    workingDirectory: '/project',
    homeDirectory: '/home/ada',
    kind(path) {
      if (path in files) return 'file';
      return paths.some((each) => each.startsWith(`${path}/`)) ? 'directory' : undefined;
    },
    read(path) {
      const content = files[path];
      if (content === undefined) throw new Error('ENOENT');
      return typeof content === 'string' ? Buffer.from(content) : content;
    },
    list(path) {
      const inside = paths.filter((each) => each.startsWith(`${path}/`));
      return [...new Set(inside.map((each) => each.slice(path.length + 1).split('/')[0] ?? ''))];
    },
  };
}
