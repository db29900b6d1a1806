import { endGroup, getInput, setOutput, startGroup } from '@actions/core';
import { prune } from '../app/prune.ts';
import { pruneHeadline, pruneNotes, pruneTable } from '../app/texts/prune-text.ts';
import { readPruneInputs } from './prune-inputs.ts';
import { pruneOutputs, pruneSummary } from './prune-results.ts';
import { runStep } from './step.ts';

/** Hundreds of images, each with its snapshots. */
const BUDGET_MS = 30 * 60_000;

/** The action `prune`: says which images are too old and used by nobody, and removes them unless it is a dry run. */
await runStep('Out of time: the next prune goes on.', async ({ surroundings, say, fail, summarise }) => {
  const inputs = readPruneInputs(getInput);
  const { dryRun } = inputs;
  const result = await prune({
    ...inputs,
    ...surroundings(process.cwd()),
    budgetMs: BUDGET_MS,
    onPlan: (plan) => {
      startGroup('The plan');
      const { rows } = pruneTable(plan, dryRun || plan.isTooMuch ? 'would be' : 'will be');
      for (const cells of rows) say(cells.filter((cell) => cell !== '').join('  '));
      endGroup();
    },
  });
  if (result.accountId !== undefined) say(pruneHeadline(result, dryRun));
  for (const note of pruneNotes(result)) say(note);
  for (const [name, value] of Object.entries(pruneOutputs(result))) setOutput(name, value);
  if (result.error !== undefined) fail(result.error);
  if (inputs.summary) await summarise((markdown) => pruneSummary(result, dryRun, markdown));
});
