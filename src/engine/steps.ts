import type { Clock } from '../kernel/clock.ts';
import { toBakeError } from '../kernel/errors.ts';
import type { Emit, Outcome } from '../kernel/events.ts';
import type { BuildContext } from './ports.ts';
import type { StepReport } from './run-report.ts';

export interface StepLog extends Pick<BuildContext, 'step'> {
  readonly reports: readonly StepReport[];
}

export interface StepSurroundings {
  readonly clock: Clock;
  readonly emit: Emit;
  readonly signal: AbortSignal;
  /** When the run began, by the monotonic clock. */
  readonly start: number;
}

/** Tells of each step's start and end, and remembers how long it took. */
export function stepLog(build: string, { clock, emit, signal, start }: StepSurroundings): StepLog {
  const reports: StepReport[] = [];
  return {
    reports,
    async step(name, title, run, { time = 'own', at } = {}) {
      const began = clock.monotonic();
      const finish = (outcome: Outcome): void => {
        const report: StepReport = {
          name,
          title,
          outcome,
          startMs: began - start,
          elapsedMs: clock.monotonic() - began,
          time,
        };
        reports.push(report);
        emit({
          type: 'step-finished',
          build,
          step: name,
          title,
          outcome,
          elapsedMs: report.elapsedMs,
          ...(at && { at }),
        });
      };
      emit({ type: 'step-started', build, step: name, title });
      try {
        const result = await run();
        finish('succeeded');
        return result;
      } catch (thrown) {
        finish(signal.aborted || toBakeError(thrown).category === 'cancelled' ? 'cancelled' : 'failed');
        throw thrown;
      }
    },
  };
}
