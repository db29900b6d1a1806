import { describe, expect, it } from '@jest/globals';
import { formatHcl } from '../../../src/hcl/format/format.ts';

describe('the formatter', () => {
  it('aligns the equals signs of consecutive arguments, and the comments behind them', () => {
    expect(formatHcl('b {\na=1 # one\nlonger   =[1,2,\t3]#list\n\nz=2\n}\n')).toBe(
      'b {\n  a      = 1         # one\n  longer = [1, 2, 3] #list\n\n  z = 2\n}\n',
    );
  });

  it('starts anew after a value of several lines, a comment, or an empty line', () => {
    expect(formatHcl('a=1\nbbb=[\n1\n]\ncc=2\n# c\nddddd=3\n\ne=4\n')).toBe(
      'a = 1\nbbb = [\n  1\n]\ncc = 2\n# c\nddddd = 3\n\ne = 4\n',
    );
  });

  it.each([
    ['a=f( x )[0 ] .foo', 'a = f(x)[0].foo'],
    ['a=1 -1', 'a = 1 - 1'],
    ['a=b-1', 'a = b-1'],
    ['a= - x', 'a = -x'],
    ['a=!x&&-y||z', 'a = !x && -y || z'],
    ['a=x?y:z', 'a = x ? y : z'],
    ['a=[for x in[1] : in [0]]', 'a = [for x in [1] : in[0]]'],
    ['a={for k,v in m:k=>v... if v!=""}', 'a = { for k, v in m : k => v... if v != "" }'],
    ['a="x \x24{ foo+1 } %{ if in }$\x24{ z }%{ endif }"', 'a = "x \x24{foo + 1} %{if in }$\x24{ z }%{endif}"'],
    ['a="\x24{ {b=1} }\x24{ [ ] }"', 'a = "\x24{ { b = 1 } }\x24{[]}"'],
    ['a=p :: f(1)', 'a = p::f(1)'],
    ['b   "x"y{}', 'b "x" y {}'],
    ['b{a=1}', 'b { a = 1 }'],
    ['a=[1,]', 'a = [1, ]'],
    ['a/*x*/=/*y*/1', 'a /*x*/ = /*y*/ 1'],
  ])('writes %s as %s', (text, expected) => {
    expect(formatHcl(text)).toBe(expected);
  });

  it('indents by one level per line that opens brackets, however many', () => {
    expect(formatHcl('a=f([{\nb=1\n},{\nc=2\n}],\n3)\n')).toBe('a = f([{\n  b = 1\n  }, {\n  c = 2\n  }],\n3)\n');
  });

  it('leaves heredocs where they are', () => {
    const heredoc = '<<-EOT\n   x   \x24{a}\n\t$\x24{ y }\n\n      EOT  \n';
    expect(formatHcl(`b {\nx=${heredoc}yyy=2\n}\n`)).toBe(`b {\n  x   = ${heredoc}  yyy = 2\n}\n`);
  });

  it('keeps what is blank behind the end of a heredoc', () => {
    expect(formatHcl('a=<<E\nE\u00a0\t\nb=1\n')).toBe('a = <<E\nE\u00a0\t\nb = 1\n');
  });

  it('keeps line endings, a missing last one, and blanks at the very end; a byte order mark goes', () => {
    expect(formatHcl('a=1  # x\r\nbb=2\r\n')).toBe('a  = 1 # x\r\nbb = 2\r\n');
    expect(formatHcl('a=1 ')).toBe('a = 1 ');
    expect(formatHcl('\uFEFFa=1\n')).toBe('a = 1\n');
    expect(formatHcl('')).toBe('');
    expect(formatHcl('a=1\n\t \t')).toBe('a = 1\n   ');
  });

  it('counts columns in characters as readers see them', () => {
    expect(formatHcl('a="👨‍👩‍👧日e\u0301" # x\nbbbbbb=1 # y\n')).toBe(
      'a      = "👨‍👩‍👧日e\u0301" # x\nbbbbbb = 1     # y\n',
    );
  });

  it('keeps the blank without which two indexes would read as one number', () => {
    expect(formatHcl('a=x.0 .1')).toBe('a = x.0. 1');
  });

  it('gives back as it is what is too long to be read', () => {
    const text = 'a=[\n'.concat('1,\n'.repeat(90_000), ']\n');
    expect(formatHcl(text)).toBe(text);
  });

  it('takes time in proportion to the length of the text', () => {
    const item = 'block "x" {\n  a=[1,2,{b="\x24{ c }"}] # comment\n  long_name = f(x, y)\n}\n';
    const measure = (count: number): number => {
      const text = item.repeat(count);
      const start = performance.now();
      formatHcl(text);
      return performance.now() - start;
    };
    // The machine may do something else meanwhile.
    const best = (count: number): number => Math.min(...[1, 2, 3].map(() => measure(count)));
    measure(500);
    // Eight times the text, in far less than sixty-four times the time.
    expect(best(4_800)).toBeLessThan(Math.max(best(600), 5) * 40);
  });
});
