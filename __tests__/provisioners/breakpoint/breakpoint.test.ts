import { describe, expect, it } from '@jest/globals';
import {
  type BreakpointOptions,
  breakpointProvisioner,
  breakpointSchema,
} from '../../../src/provisioners/breakpoint/index.ts';
import { communicator } from '../../engine/support/fake-components.ts';
import { decodedOptions, provisionContext } from '../../support/plugin-context.ts';

const decode = (given: Partial<BreakpointOptions>) => decodedOptions<BreakpointOptions>(breakpointSchema, given);
const validate = (decoded = decode({})) =>
  breakpointProvisioner.validate(decoded, { workingDirectory: '/project', force: false });

describe('the breakpoint provisioner', () => {
  it('goes past a disabled breakpoint, and says which', async () => {
    const decoded = decode({ disable: true, note: 'after the upgrade' });
    expect(validate(decoded)).toEqual([]);
    const context = provisionContext(communicator());
    await breakpointProvisioner.provision(decoded, context);
    expect(context.events).toEqual([
      {
        type: 'progress',
        build: 'test.amazon-ebs.machine',
        message: 'Going past the breakpoint "after the upgrade": it is disabled',
      },
    ]);
  });

  it('knows that one would wait for ever, which stops the build, with what to do instead', () => {
    expect(validate()).toMatchObject([
      {
        severity: 'warning',
        stopsBuild: true,
        code: 'breakpoint-enabled',
        detail:
          'Nobody is at the terminal of a job, so the build would wait for ever. Set disable = true, or leave the block out. To look at the machine of a build that fails, keep it with on-error: abort; to wait for a while, use the "sleep" provisioner.',
      },
    ]);
  });

  it('judges no value that is not known yet', () => {
    expect(validate({ ...decode({}), unknown: (path) => path === 'disable' })).toEqual([]);
  });
});
