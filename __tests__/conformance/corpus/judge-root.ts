import { readFileSync } from 'node:fs';
import path from 'node:path';
import { validate } from '../../../src/app/validate.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import type { Diagnostic } from '../../../src/kernel/diagnostics.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { SecretRegistry } from '../../../src/kernel/secrets.ts';
import { type CorpusRoot, templateFiles, workingDirectories } from './roots.ts';
import { sampleFor, sampleText, valuesFor } from './sample-values.ts';

/** What came of a root where it did best. */
export interface Verdict {
  /** Empty where the template is valid. */
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

interface Attempt {
  readonly template: string;
  readonly workingDirectory: string;
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Validates a root from each folder where a user of it may stand, and with a value made up for each variable that
 * needs one: first with nothing else, then with all that the template could ask for. The verdict with the fewest errors counts.
 */
export async function judgeRoot(root: CorpusRoot): Promise<Verdict> {
  let best: Verdict | undefined;
  for (const more of [NOTHING, surroundingsFor(root)]) {
    for (const workingDirectory of workingDirectories(root)) {
      const template = path.relative(workingDirectory, path.join(root.folder, root.template)) || '.';
      const given = { ...more.variables, ...valuesFor(root.repository, root.template) };
      const variables = Object.entries(given).map(([name, value]) => ({ name, value }));
      const { environment } = more;
      const verdict = await withEveryVariable({ template, workingDirectory, variables, environment });
      if (best === undefined || verdict.errors.length < best.errors.length) best = verdict;
      if (verdict.errors.length === 0) return verdict;
    }
  }
  if (best === undefined) throw new Error(`No folder holds the template of root ${root.id}`);
  return best;
}

interface Surroundings {
  readonly environment: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

const NOTHING: Surroundings = { environment: {}, variables: {} };

/** Everything that the template asks of its surroundings: with `env`, and of an older template with `user`. */
function surroundingsFor(root: CorpusRoot): Surroundings {
  const text = templateFiles(root)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  return {
    environment: samplesOf(text, /\benv\("(\w+)"\)|\benv `(\w+)`/g),
    variables: root.kind === 'legacy-json' ? samplesOf(text, /\buser `(\w+)`/g) : {},
  };
}

function samplesOf(text: string, asked: RegExp): Readonly<Record<string, string>> {
  const names = Array.from(text.matchAll(asked), (match) => match[1] ?? match[2] ?? '');
  return Object.fromEntries(names.map((name) => [name, sampleText(name)]));
}

async function withEveryVariable(attempt: Attempt): Promise<Verdict> {
  const first = await judge(attempt);
  const unset = first.errors.flatMap((each) => unsetVariable(each, attempt.workingDirectory));
  return unset.length === 0 ? first : judge({ ...attempt, variables: [...attempt.variables, ...unset] });
}

function unsetVariable({ code, summary, subject }: Diagnostic, workingDirectory: string): Attempt['variables'] {
  const name = code === 'unset-variable' ? /"(.+)"/.exec(summary)?.[1] : undefined;
  if (name === undefined) return [];
  const text = subject === undefined ? '' : readFileSync(path.resolve(workingDirectory, subject.filename), 'utf8');
  return [{ name, value: sampleFor(name, subject, text) }];
}

async function judge(attempt: Attempt): Promise<Verdict> {
  const { diagnostics } = await validate({
    ...attempt,
    variableFiles: [],
    only: [],
    except: [],
    clock: systemClock,
    ids: randomIds,
    reporter: { report: () => undefined },
    secrets: new SecretRegistry(),
    signal: new AbortController().signal,
    syntaxOnly: false,
  });
  const ofSeverity = (wanted: Diagnostic['severity']) => diagnostics.filter(({ severity }) => severity === wanted);
  return { errors: ofSeverity('error'), warnings: ofSeverity('warning') };
}
