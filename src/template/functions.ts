import { evaluate } from '../hcl/evaluator.ts';
import { env } from '../hcl/functions/env.ts';
import type { FunctionEnvironment } from '../hcl/functions/environment.ts';
import { changeTable, type FunctionTable, loadFunctions } from '../hcl/functions/table.ts';
import { parseTemplate } from '../hcl/parser.ts';
import type { Source } from '../hcl/source.ts';
import { hasErrors } from '../kernel/diagnostics.ts';
import type { TemplatePorts } from './request.ts';

/** The functions of a template: those for expressions, and the one that defaults of variables may call. */
export interface TemplateFunctions {
  readonly standard: FunctionTable;
  readonly defaults: FunctionTable;
}

/** Loads the functions that these texts may call. Both folders are absolute. */
export async function templateFunctions(
  ports: TemplatePorts,
  templateDirectory: string,
  workingDirectory: string,
  texts: readonly Source[],
): Promise<TemplateFunctions> {
  const { fileSystem, clock, startTime, ids, homeDirectory, environment: variables } = ports;
  const environment: FunctionEnvironment = {
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
    renderTemplate(text, filename, given) {
      const parsed = parseTemplate(text, filename);
      if (parsed.value === undefined || hasErrors(parsed.diagnostics)) return { ...parsed, value: undefined };
      const inside = changeTable(standard, { remove: ['templatefile'] });
      return evaluate(parsed.value, { variables: given, functions: inside });
    },
  };
  const standard = await loadFunctions(environment, (name) => texts.some(({ text }) => text.includes(name)));
  return { standard, defaults: { functions: new Map([[env.name, env]]), environment, refused: new Map() } };
}
