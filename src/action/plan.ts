import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getInput } from '@actions/core';
import { matrixOf } from '../app/matrix.ts';
import { TemplateError } from '../kernel/errors.ts';
import { failureSummary } from './failure-summary.ts';
import { planOutputs, planSummary, readPlanInputs } from './plan-results.ts';
import { publishOutputs } from './publish-outputs.ts';
import { runnerLog } from './runner-log.ts';
import { runStep } from './step.ts';

/** The action `plan`: the builds of a template as a job matrix; without `reuse` it needs no credentials. */
await runStep('Out of time.', async ({ surroundings, say, fail, summarise }) => {
  const inputs = readPlanInputs(getInput, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
  const runDirectory = mkdtempSync(path.join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'bake-ami-'));
  const look = inputs.look && { ...inputs.look, runDirectory };
  const world = surroundings(inputs.workingDirectory);
  const { legs, diagnostics, error } = await matrixOf({ ...world, ...inputs }, look);
  if (legs === undefined) {
    const failure = error ?? new TemplateError(diagnostics);
    fail(failure);
    if (inputs.summary) await summarise((markdown) => failureSummary('There is no plan', failure, markdown));
    return;
  }
  for (const { id, build, ami_id: ami } of legs) {
    const there = look === undefined ? '' : ami === '' ? ': to be baked' : `: ${ami} is there already`;
    say(`${build} (${id})${there}`);
  }
  publishOutputs(planOutputs(legs), world.secrets, runnerLog);
  if (inputs.summary) await summarise((markdown) => planSummary(legs, look !== undefined, markdown));
});
