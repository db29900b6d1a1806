import fc from 'fast-check';

/**
 * Random texts that are HCL most of the time, with blanks, line endings and comments wherever the grammar lets them be.
 * No names with a namespace: the formatter that we compare with is older than those.
 */
const blanks = fc.constantFrom('', ' ', '  ', '\t', '/*c*/', ' /* d */ ');
const lineEnd = fc.constantFrom('\n', '\n', '\n\n', ' # x\n', '//y\n', '\n  # z\n');
const gap = fc.constantFrom('', '', '', '\n', '\n  ', ' # q\n');
const name = fc.constantFrom('a', 'bb', 'ccc', 'for', 'in', 'if', 'é', 'x-y', 'null');
const leaf = fc.oneof(name, fc.constantFrom('1', '2.5', '"s"', '"é日"', 'x.y', '-1', '!a', '"$${ x }%%{ y }"'));

/** The parts, one after the other, as one text. */
function text(...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  return fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(''));
}

function rows(row: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.array(row, { maxLength: 3 }).map((all) => all.join(''));
}

const operator = fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||');

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  const item = text(
    fc.constantFrom('a', 'bb', '"k"', '(a)', '"\x24{a}"'),
    blanks,
    fc.constantFrom('=', ':'),
    blanks,
    inner,
  );
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      text(inner, blanks, operator, ' ', inner),
      text(fc.constantFrom('-', '!', '- '), inner),
      text('(', gap, inner, gap, ')'),
      text('[', gap, rows(text(inner, blanks, ',', gap)), inner, gap, ']'),
      text('{', blanks, gap, rows(text(item, fc.constantFrom(',', '\n', ' # z\n', ',\n'))), '}'),
      text('f', fc.constantFrom('', ' '), '(', gap, inner, fc.constantFrom('', ', b', '...'), gap, ')'),
      text(
        name,
        fc.constantFrom('', ' '),
        '[',
        blanks,
        inner,
        blanks,
        ']',
        fc.constantFrom('', '.x', ' .x', '[*]', '.*.y'),
      ),
      text(inner, blanks, '?', blanks, inner, blanks, ':', blanks, inner),
      text('[for a in ', inner, blanks, ':', gap, inner, fc.constantFrom('', ' if b', ' if in[0]'), ']'),
      text('{for a , b in ', inner, ':', inner, blanks, '=>', inner, fc.constantFrom('', '...'), '}'),
      text('"a${', blanks, inner, fc.constantFrom('', '~', ' '), '}%{ if ', inner, ' }y %{else}z%{ endif ~}"'),
    ),
  };
});

const heredoc = text(
  fc.constantFrom('<<E\n', '<<-E\n'),
  rows(
    fc.oneof(
      fc.constantFrom('  text\n', '\n', '\t%{ if a }\n foo\n  %{ endif }\n'),
      text('x ${', gap, leaf, gap, '} y\n'),
    ),
  ),
  fc.constantFrom('', '  '),
  'E',
  // A heredoc ends with its line, here and for everybody else.
  '\n',
);

const { body } = fc.letrec<{ body: string }>((tie) => {
  const argument = text(blanks, name, blanks, '=', blanks, fc.oneof(text(expression, lineEnd), heredoc));
  const block = text('blk', fc.constantFrom(' ', ' "l" ', ' x "y"'), '{', lineEnd, tie('body'), '}', lineEnd);
  const oneLine = text('b ', fc.constantFrom('{}', '{ }', '{a=1}'), lineEnd);
  const comment = fc.constantFrom('# c\n', '  // d  \n', '/* e */\n', ' /* m\n  n */\n', '\n');
  return { body: rows(fc.oneof({ depthSize: 'small' }, argument, argument, oneLine, comment, block)) };
});

/** Texts of whole files, some with CR LF, without a last line ending, or with a byte order mark. */
export const hclTexts: fc.Arbitrary<string> = fc
  .tuple(body, fc.constantFrom('as it is', 'as it is', 'crlf', 'no last line ending', 'byte order mark'))
  .map(([content, variant]) => {
    if (variant === 'crlf') return content.replaceAll('\n', '\r\n');
    // HashiCorp's writes blanks in place of a mark that nothing follows.
    if (variant === 'byte order mark' && content !== '') return `\uFEFF${content}`;
    return variant === 'no last line ending' && !content.endsWith('E\n') ? content.replace(/\n$/, '') : content;
  });
