import { type Diagnostic, hasErrors } from '../kernel/diagnostics.ts';
import { checkSyntax } from '../template/parse-template-file.ts';
import type { BuildPlan } from '../template/plan.ts';
import { readTemplateFiles } from '../template/template-files.ts';
import { urlPasswords } from '../template/url-passwords.ts';
import type { TemplateRequest } from './build-request.ts';
import { registryForReading } from './registry-for-reading.ts';
import type { Surroundings } from './surroundings.ts';
import { localFileSystem } from './templates/local-file-system.ts';
import { planTemplate } from './templates/plan-template.ts';

export interface ValidateRequest extends TemplateRequest, Surroundings {
  /** Only whether the text can be read. */
  readonly syntaxOnly: boolean;
}

export interface ValidateResult {
  readonly valid: boolean;
  /** In the order of the files; already reported as `diagnostic` events. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined when it is not valid, or with `syntaxOnly`. */
  readonly plan: BuildPlan | undefined;
}

/** Checks a template without running anything: no program, and no call to AWS unless data sources are asked for. */
export async function validate(request: ValidateRequest): Promise<ValidateResult> {
  if (request.syntaxOnly) return validateSyntax(request);
  const { plan, diagnostics } = await planTemplate(
    { ...request, force: false, toBuild: false },
    registryForReading(request),
  );
  return { valid: plan !== undefined, diagnostics, plan };
}

function validateSyntax({
  template,
  workingDirectory,
  configType,
  reporter,
  secrets,
}: ValidateRequest): ValidateResult {
  const files = readTemplateFiles(template, workingDirectory, localFileSystem, configType);
  // Diagnostics quote lines.
  for (const password of files.templates.flatMap(({ text }) => urlPasswords(text))) secrets.register(password);
  const diagnostics = [...files.diagnostics, ...checkSyntax(files)];
  for (const diagnostic of diagnostics) reporter.report({ type: 'diagnostic', diagnostic });
  return { valid: !hasErrors(diagnostics), diagnostics, plan: undefined };
}
