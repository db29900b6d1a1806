import type { Provisioner } from '../../engine/ports.ts';
import { notYetDiagnostic } from '../../kernel/diagnostics.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';

/** Options of `provisioner "breakpoint"`; names and meanings are those of Packer's own. */
export const breakpointSchema = {
  note: option.string.optional({ doc: 'What the log says of it.' }),
  disable: option.bool.withDefault(false, { doc: 'Goes past it. It must be true: nobody is there to go on.' }),
} as const;

export type BreakpointOptions = OptionsOf<typeof breakpointSchema>;

/** Waits for a person in Packer. Here there may be none, so only one that is turned off is accepted. */
export const breakpointProvisioner: Provisioner<BreakpointOptions> = {
  type: 'breakpoint',
  isLocal: true,
  schema: breakpointSchema,
  behaviourVersion: 1,
  localInputs: () => [],
  validate(decoded) {
    if (decoded.options.disable || decoded.unknown('disable')) return [];
    return [
      notYetDiagnostic({
        code: 'breakpoint-enabled',
        summary: 'A breakpoint that waits for a person',
        detail:
          'Nobody is at the terminal of a job, so the build would wait for ever. Set disable = true, or leave the block out. To look at the machine of a build that fails, keep it with on-error: abort; to wait for a while, use the "sleep" provisioner.',
        subject: decoded.range('disable'),
      }),
    ];
  },
  async provision({ options: { note } }, { build, emit }) {
    const called = note === undefined || note === '' ? '' : ` "${note}"`;
    emit({ type: 'progress', build, message: `Going past the breakpoint${called}: it is disabled` });
  },
};
