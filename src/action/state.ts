import { getState, saveState } from '@actions/core';

/** What the main step leaves for the post step. It becomes environment variables (`STATE_…`): paths only, no secrets. */
export interface ActionState {
  /** The run's folder with the journal; empty when the main step never came to begin a run. */
  readonly runDirectory: string;
  readonly workingDirectory: string;
}

export function rememberRun({ runDirectory, workingDirectory }: ActionState): void {
  saveState('runDirectory', runDirectory);
  saveState('workingDirectory', workingDirectory);
}

export function recallRun(): ActionState {
  return { runDirectory: getState('runDirectory'), workingDirectory: getState('workingDirectory') };
}
