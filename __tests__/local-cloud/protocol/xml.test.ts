import { describe, expect, it } from '@jest/globals';
import { escapeXml, writeXml } from '../../../src/local-cloud/protocol/xml.ts';

describe('writing XML', () => {
  it('writes lists with the element name of the protocol, and leaves out what is undefined', () => {
    const fields = { set: [{ id: 'a', gone: undefined }, { id: 'b' }], empty: [], yes: true, at: new Date(0) };
    expect(writeXml(fields, 'item')).toBe(
      '<set><item><id>a</id></item><item><id>b</id></item></set><empty/><yes>true</yes><at>1970-01-01T00:00:00.000Z</at>',
    );
    expect(writeXml({ set: ['x', 1] }, 'member')).toBe('<set><member>x</member><member>1</member></set>');
  });

  it('escapes markup and drops what XML 1.0 can not hold', () => {
    expect(escapeXml('a<b> & "c"\r\n\tü😀\u0000\u001b[0m')).toBe('a&lt;b&gt; &amp; &quot;c&quot;&#13;\n\tü😀[0m');
    expect(escapeXml('\ud800x')).toBe('\ufffdx');
  });
});
