import { getInput, setOutput } from '@actions/core';
import { matrixOf } from '../app/matrix.ts';
import { TemplateError } from '../kernel/errors.ts';
import { planOutputs, planSummary, readPlanInputs } from './plan-results.ts';
import { runStep } from './step.ts';

/** The action `plan`: the builds of a template as a job matrix; needs no credentials. */
await runStep('Out of time.', async ({ surroundings, say, fail, summarise }) => {
  const inputs = readPlanInputs(getInput, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
  const { legs, diagnostics } = await matrixOf({ ...surroundings(inputs.workingDirectory), ...inputs });
  if (legs === undefined) {
    fail(new TemplateError(diagnostics));
    return;
  }
  for (const { id, build } of legs) say(`${build} (${id})`);
  for (const [name, value] of Object.entries(planOutputs(legs))) setOutput(name, value);
  if (inputs.summary) await summarise((markdown) => planSummary(legs, markdown));
});
