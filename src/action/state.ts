import { getState, saveState } from '@actions/core';
import type { KnownRun } from '../app/clean-up.ts';
import { mergedPlaces, parsePlaces, type RunPlace } from '../app/run/run-places.ts';

/** What the main step leaves for the post step. It becomes environment variables (`STATE_…`): no secrets. */
export interface ActionState {
  /** The run's folder with the journal; empty when the main step never came to begin a run. */
  readonly runDirectory: string;
  readonly workingDirectory: string;
  /** What is known of the run should its journal be lost. */
  readonly run: KnownRun;
}

/** Before anything is made: after a kill this is all that the post step has. */
export function rememberRun(state: {
  readonly runDirectory: string;
  readonly workingDirectory: string;
  readonly runId: string;
  readonly keepsOnError: boolean;
}): void {
  for (const [name, value] of Object.entries(state)) saveState(name, String(value));
}

/** For `onPlace` of a build: each place is remembered before anything is made there. */
export function placeMemory(): (place: RunPlace) => void {
  let places: readonly RunPlace[] = [];
  return ({ build, accountId, wayIn, regions }) => {
    places = mergedPlaces([...places, { build, accountId, wayIn, regions }]);
    // The last value of a name counts.
    saveState('places', JSON.stringify(places));
  };
}

/** The run came to its own end: it was not killed. */
export function rememberEnd(): void {
  saveState('hasEnded', 'true');
}

export function recallRun(): ActionState {
  return {
    runDirectory: getState('runDirectory'),
    workingDirectory: getState('workingDirectory'),
    run: {
      runId: getState('runId'),
      places: parsePlaces(getState('places')),
      keepsOnError: getState('keepsOnError') !== 'false',
      hasEnded: getState('hasEnded') === 'true',
    },
  };
}
