import { describe, expect, it } from '@jest/globals';
import { machineLine } from '../../src/cli/machine-line.ts';

describe('machineLine', () => {
  it('has the time in seconds, the target, the category and the data', () => {
    expect(machineLine(1_795_690_498_999, 'web.null.app', 'artifact', ['0', 'id', 'Null'])).toBe(
      '1795690498,web.null.app,artifact,0,id,Null\n',
    );
  });

  it('writes commas and line endings in data as Packer does', () => {
    expect(machineLine(1000, '', 'ui', ['say', 'a, b\r\nc'])).toBe('1,,ui,say,a%!(PACKER_COMMA) b\\r\\nc\n');
  });
});
