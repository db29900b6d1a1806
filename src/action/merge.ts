import { getInput, setOutput } from '@actions/core';
import { merge, notWhole } from '../app/merge.ts';
import { outputsFilesIn } from '../app/outputs/outputs-files-in.ts';
import { randomIds } from '../kernel/ids.ts';
import { readMergeInputs } from './merge-inputs.ts';
import { fateOf, mergeSummary } from './merge-results.ts';
import { actionOutputs } from './outputs.ts';
import { runStep } from './step.ts';

/** The action `merge`: joins what the legs of a job matrix have baked, as if one job had done it. */
await runStep('Out of time.', async ({ say, fail, summarise }) => {
  const inputs = readMergeInputs(getInput, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
  const files = outputsFilesIn(inputs.path, inputs.workingDirectory);
  const result = merge({ ...inputs, files, ids: randomIds });
  for (const build of Object.keys(result.builds)) say(`${build}: ${fateOf(result, build)}`);
  for (const [name, value] of Object.entries(actionOutputs(result.outputs))) setOutput(name, value);
  if (inputs.summary) await summarise((markdown) => mergeSummary(result, markdown));
  const lack = notWhole(result);
  if (lack !== undefined && !inputs.allowMissing) fail(lack);
  else if (lack !== undefined) say(`${lack.message}.`);
});
