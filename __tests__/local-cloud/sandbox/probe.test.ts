import { describe, expect, it } from '@jest/globals';
import { probeSandbox } from '../../../src/local-cloud/sandbox/probe.ts';

describe('the probe', () => {
  it('finds that this computer can run sandbox machines (the tests of the sandbox need root on Linux)', async () => {
    expect(await probeSandbox()).toEqual({ ok: true, needsSudo: false });
  });
});
