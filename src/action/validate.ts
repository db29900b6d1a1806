import { getInput, setOutput } from '@actions/core';
import { unformatted } from '../app/templates/unformatted.ts';
import { validate } from '../app/validate.ts';
import { TemplateError } from '../kernel/errors.ts';
import { runStep } from './step.ts';
import { readValidateInputs } from './validate-inputs.ts';
import { notFormatted, validateOutputs, validateSummary } from './validate-results.ts';

/** The action `validate`: says all that is wrong with a template, on its lines; needs no credentials. */
await runStep('Out of time.', async ({ surroundings, say, fail, summarise }) => {
  const inputs = readValidateInputs(getInput, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
  const context = surroundings(inputs.workingDirectory);
  const result = await validate({ ...context, ...inputs });
  const files = inputs.format ? unformatted(inputs, context) : [];
  for (const [name, value] of Object.entries(validateOutputs(result, files))) setOutput(name, value);
  if (inputs.summary) await summarise((markdown) => validateSummary(result, files, markdown));
  if (!result.valid) fail(new TemplateError(result.diagnostics));
  else if (files.length > 0) fail(notFormatted(files));
  else say(inputs.syntaxOnly ? 'The text of the template can be read.' : 'The template is valid.');
});
