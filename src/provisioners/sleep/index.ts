import type { Provisioner } from '../../engine/ports.ts';
import { describeDuration } from '../../kernel/duration.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';

/** Options of `provisioner "sleep"`; name and meaning are those of Packer's own. */
export const sleepSchema = {
  duration: option.duration.withDefault(0, { doc: 'How long to wait.', decides: 'run' }),
} as const;

export type SleepOptions = OptionsOf<typeof sleepSchema>;

/** Waits, so that something on the machine has time to finish. */
export const sleepProvisioner: Provisioner<SleepOptions> = {
  type: 'sleep',
  isLocal: true,
  schema: sleepSchema,
  behaviourVersion: 1,
  localInputs: () => [],
  validate: () => [],
  async provision({ options: { duration } }, { build, clock, emit, signal }) {
    emit({ type: 'progress', build, message: `Sleeping for ${describeDuration(duration)}` });
    await clock.sleep(duration, signal);
  },
};
