import { describe, expect, it } from '@jest/globals';
import { SerialConsole } from '../../../src/local-cloud/sandbox/cloud-init/console.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

describe('a serial console', () => {
  it('keeps its last 64 KiB, whatever was printed before', () => {
    const console = new SerialConsole(new VirtualClock());
    let all = '';
    for (let line = 0; line < 20_000; line += 1) {
      console.print(`line ${line}`);
      all += `line ${line}\r\n`;
      if (line % 1_000 === 0) expect(console.text()).toBe(all.slice(-64 * 1_024));
    }
    expect(console.text()).toBe(all.slice(-64 * 1_024));
  });
});
