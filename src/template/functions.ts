import { EvaluationBudget } from '../hcl/budget.ts';
import { evaluate } from '../hcl/evaluator.ts';
import { env } from '../hcl/functions/env.ts';
import type { FunctionEnvironment } from '../hcl/functions/environment.ts';
import { changeTable, type FunctionTable, loadFunctions } from '../hcl/functions/table.ts';
import { parseTemplate } from '../hcl/parser.ts';
import type { Source } from '../hcl/source.ts';
import { hasErrors } from '../kernel/diagnostics.ts';
import { NotedSecrets } from './noted-secrets.ts';
import type { RemoteAnswers } from './remote-answers.ts';
import type { TemplatePorts } from './request.ts';

/** The functions of a template: those for expressions, and the one that defaults of variables may call. */
export interface TemplateFunctions {
  readonly standard: FunctionTable;
  readonly defaults: FunctionTable;
  /** What expressions that call them make of sensitive values. */
  readonly noted: NotedSecrets;
}

/** Loads the functions that these texts may call; undefined: all. Both folders are absolute. */
export async function templateFunctions(
  ports: TemplatePorts,
  templateDirectory: string,
  workingDirectory: string,
  texts: readonly Source[] | undefined,
  remote: RemoteAnswers,
): Promise<TemplateFunctions> {
  const { fileSystem, clock, startTime, ids, homeDirectory, environment: variables } = ports;
  const noted = new NotedSecrets();
  const environment: FunctionEnvironment = {
    watch: noted.noteValue,
    budget: new EvaluationBudget(),
    files: {
      templateDirectory,
      workingDirectory,
      homeDirectory,
      kind: (path) => fileSystem.kind(path),
      read: (path) => fileSystem.read(path),
      list: (path) => fileSystem.list(path),
    },
    clock,
    startedAt: startTime,
    ids,
    env: (name) => variables[name],
    remote: remote.lookUp,
    renderTemplate(text, filename, given) {
      const parsed = parseTemplate(text, filename);
      if (parsed.value === undefined || hasErrors(parsed.diagnostics)) return { ...parsed, value: undefined };
      const inside = changeTable(standard, { remove: ['templatefile'] });
      return evaluate(parsed.value, { variables: given, functions: inside });
    },
  };
  const mentions = (name: string): boolean => texts?.some(({ text }) => text.includes(name)) ?? true;
  const standard = await loadFunctions(environment, mentions);
  return { noted, standard, defaults: { functions: new Map([[env.name, env]]), environment, refused: new Map() } };
}
