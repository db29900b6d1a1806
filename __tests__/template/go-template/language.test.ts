import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GoTemplateProblem } from '../../../src/template/go-template/problem.ts';
import { problem, render } from './support.ts';

const data = {
  Path: '/tmp/script.sh',
  Vars: "A='1' ",
  Port: 22,
  Tags: { Name: 'base', Zone: 'eu' },
  Hosts: ['a', 'b', 'c'],
  None: [],
};

describe('the {{ }} language', () => {
  it.each([
    ['', ''],
    ['no action', 'no action'],
    ['chmod +x {{ .Path }}; {{.Vars}} {{ .Path }}', "chmod +x /tmp/script.sh; A='1'  /tmp/script.sh"],
    ['{{ .Tags.Name }} {{ index .Tags "Zone" }} {{ $.Tags.Name }}', 'base eu base'],
    ['{{ .Missing }} {{ .Missing.Deeper }}', '<no value> <no value>'],
    ['{{ .constructor }} {{ .Tags.toString }}', '<no value> <no value>'],
    ['{{ .Port }} {{ .Hosts }} {{ .Tags }}', '22 [a b c] map[Name:base Zone:eu]'],
    ['{{ "{{" }} and {{ `}}` }}', '{{ and }}'],
    ['{{ "a\\tb\\"\\x41\\u00e9\\101" }}', 'a\tb"AéA'],
    ["{{ `raw\\n` }}{{ 'a' }}", 'raw\\n97'],
    ['{{ 1 }} {{ -2.5 }} {{ 0x1f }} {{ 1e3 }} {{ true }} {{ .5 }}', '1 -2.5 31 1000 true 0.5'],
    ['a {{- "b" -}} c', 'abc'],
    ['a {{- /* gone */ -}} c', 'ac'],
    ['a {{/* gone */}} c', 'a  c'],
    ['a\n  {{- if true }} b {{ end -}}  \nc', 'a b c'],
    ['{{-1}}', '-1'],
    ['{{ 017 }} {{ 1_000 }} {{ 1.5e-7 }} {{ 1234567.5 }}', '15 1000 1.5e-07 1.2345675e+06'],
    ['{{ print .Missing }} {{ println nil "a" }}', '<nil> <nil> a\n'],
    ['}} is only text', '}} is only text'],
    ['{{ "x" | upper | printf "%s-%s" "y" }}', 'y-X'],
    ['{{ upper (lower "AbC") }}{{ (index .Hosts 1) }}', 'ABCb'],
    ['{{ (.Tags).Name }}', 'base'],
    ['{{\n .Path\n}}', '/tmp/script.sh'],
  ])('renders %j', (text, expected) => {
    expect(render(text, data)).toBe(expected);
  });

  it.each([
    ['{{ if .Path }}yes{{ else }}no{{ end }}', 'yes'],
    ['{{ if .Missing }}yes{{ else }}no{{ end }}', 'no'],
    ['{{ if .None }}1{{ else if eq .Port 22 }}2{{ else }}3{{ end }}', '2'],
    ['{{ if not .Path }}1{{ else if .None }}2{{ else }}3{{ end }}!', '3!'],
    ['{{ with .Tags }}{{ .Name }} {{ $.Port }}{{ end }}', 'base 22'],
    ['{{ with .Missing }}a{{ else with .Tags }}{{ .Zone }}{{ end }}', 'eu'],
    ['{{ with $name := .Tags.Name }}{{ $name }}{{ end }}', 'base'],
    ['{{ range .Hosts }}<{{ . }}>{{ end }}', '<a><b><c>'],
    ['{{ range $i, $h := .Hosts }}{{ $i }}{{ $h }}{{ end }}', '0a1b2c'],
    ['{{ range $h := .Hosts }}{{ $h }}{{ end }}', 'abc'],
    ['{{ range $k, $v := .Tags }}{{ $k }}={{ $v }};{{ end }}', 'Name=base;Zone=eu;'],
    ['{{ range .None }}a{{ else }}none{{ end }}', 'none'],
    ['{{ range .Missing }}a{{ else }}none{{ end }}', 'none'],
    ['{{ range 3 }}{{ . }}{{ end }}', '012'],
    ['{{ range .Hosts }}{{ if eq . "b" }}{{ continue }}{{ end }}{{ . }}{{ end }}', 'ac'],
    ['{{ range .Hosts }}{{ if eq . "b" }}{{ break }}{{ end }}{{ . }}{{ end }}', 'a'],
    ['{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }}', '2'],
    ['{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ end }}{{ $x }}', '1'],
  ])('branches in %j', (text, expected) => {
    expect(render(text, data)).toBe(expected);
  });

  it.each([
    ['{{ and 1 0 (index .None 5) }} {{ or 0 "x" (index .None 5) }}', '0 x'],
    ['{{ and true "last" }} {{ or false "" }}|{{ 1 | and 2 }}', 'last |1'],
    ['{{ len "é" }} {{ len .Hosts }} {{ len .Tags }}', '2 3 2'],
    ['{{ slice "hello" 1 3 }} {{ slice .Hosts 1 }}', 'el [b c]'],
    [
      '{{ eq 1 1 }} {{ eq "a" "b" "a" }} {{ ne 1 2 }} {{ lt 1 2 }} {{ le "b" "a" }} {{ gt 2 1 }} {{ ge 1 1 }}',
      'true true true true false true true',
    ],
    [
      '{{ print 1 2 "a" 3 }}|{{ println "a" 1 }}|{{ urlquery "a b&é" }}{{ html "<a>" }}',
      '1 2a3|a 1\n|a+b%26%C3%A9&lt;a&gt;',
    ],
    [
      '{{ printf "%s %d %v %q %x %X %05d|%-4s|%4s|%.1f|%t|%%" "a" 7 .Hosts "q" 255 255 42 "l" "r" 2.25 true }}',
      'a 7 [a b c] "q" ff FF 00042|l   |   r|2.3|true|%',
    ],
    ['{{ printf "%d %s" "a" }}', '%!d(string=a) %!s(MISSING)'],
    ['{{ printf "%s" "a" 1 }}', 'a%!(EXTRA int=1)'],
    ['{{ .None | len | printf "%03d" }}', '000'],
  ])('knows the functions in %j', (text, expected) => {
    expect(render(text, data)).toBe(expected);
  });

  it.each([
    ['a {{ .Path', 'unclosed-action <{{>: "{{" has no "}}"'],
    ["docker inspect -f '{{", 'unclosed-action <{{>: "{{" has no "}}"'],
    ['{{ }}', 'missing-value <}}>: A value is missing here'],
    ['{{ upper | }}', 'missing-value <}}>: A value is missing here'],
    ['x {{ uper "a" }}', 'unknown-template-function <uper>: There is no function "uper" in {{ }}'],
    ['{{ "abc }}', 'unclosed-string <">: The text that begins with " has no end'],
    ['{{ "\\d" }}', 'invalid-string <"\\d">: "\\d" holds a "\\" that begins no escape'],
    ["{{ 'ab' }}", "invalid-string <'ab'>: 'ab' is not one character"],
    ['{{/* x }}', 'unclosed-comment <{{>: The comment has no end; a comment is written {{/* like this */}}'],
    ['{{ if true }}x', 'missing-end <if>: This action has no {{ end }}'],
    ['x{{ end }}', 'stray-end <end>: {{ end }} without an {{ if }}, {{ with }} or {{ range }}'],
    ['{{ if 1 }}{{ else }}{{ else }}{{ end }}', 'stray-else <else>: A second {{ else }}'],
    ['{{ break }}', 'stray-loop-control <break>: {{ break }} outside a {{ range }}'],
    ['{{ template "x" }}', 'unknown-template <"x">: There is no template "x" in this text'],
    ['{{ (upper "a" }}', 'unclosed-parenthesis <(>: "(" has no ")"'],
    ['{{ upper "a") }}', 'unexpected-token <)>: Unexpected ")" in a {{ }} action'],
    ['{{ "a"upper }}', 'unexpected-token <upper>: Unexpected "upper" in a {{ }} action'],
    ['{{ .Path "a" }}', "not-a-function <.Path>: Only a function can be given arguments, and this isn't one"],
    ['{{ $x }}', 'unknown-template-variable <$x>: There is no variable $x here'],
    ['{{ if $x := 1 }}{{ end }}{{ $x }}', 'unknown-template-variable <$x>: There is no variable $x here'],
    ['{{ 08 }}', 'invalid-number <08>: "08" is not a number'],
    ['{{ $a, $b := 1 }}', 'unknown-template-variable <$a>: There is no variable $a here'],
    ['{{ 12ab }}', 'invalid-number <12ab>: "12ab" is not a number'],
    ['{{ # }}', 'unexpected-character <#>: Unexpected "#" in a {{ }} action'],
    ['{{ nil }}', 'nil-command <nil>: nil is not a command'],
    ['{{ "a".b }}', 'unexpected-token <.b>: Unexpected "b" in a {{ }} action'],
    ['{{ .Path.Name }}', 'template-field <.Path.Name>: a text has no field ".Name"'],
    [
      '{{ upper 1 }}',
      'template-function-arguments <upper 1>: Argument 1 of the function upper has to be a text, not a number',
    ],
    [
      '{{ upper .Missing }}',
      'template-function-arguments <upper .Missing>: Argument 1 of the function upper has to be a text, not no value',
    ],
    ['{{ upper "a" "b" }}', 'template-function-arguments <upper "a" "b">: The function upper takes 1 argument, not 2'],
    ['{{ index .Hosts 3 }}', 'template-index <index .Hosts 3>: The index 3 is out of range'],
    ['{{ eq 1 "a" }}', 'template-comparison <eq 1 "a">: a number can\'t be compared with a text'],
    ['{{ range .Path }}{{ end }}', "template-range <.Path>: {{ range }} can't go over a text"],
    [
      '{{ range 100001 }}{{ end }}',
      'template-iteration-limit <range>: More than 100000 rounds of {{ range }} and uses of {{ template }}',
    ],
    ['{{ 1e999999999 }}', 'invalid-number <1e999999999>: "1e999999999" is not a number'],
    ['{{ "\\ud800" }}', 'invalid-string <"\\ud800">: "\\ud800" holds a "\\" that begins no escape'],
    ['{{ "\\400" }}', 'invalid-string <"\\400">: "\\400" holds a "\\" that begins no escape'],
    [`{{ ${'.a'.repeat(10_000)} }}`, 'chain-too-long <.a>: More than 30 fields in one chain'],
    [`${'{{ if 1 }}'.repeat(101)}`, 'nested-too-deep <if>: Actions are nested more than 100 deep'],
    [`{{ ${'('.repeat(101)} }}`, 'nested-too-deep <(>: Actions are nested more than 100 deep'],
  ])('points at what is wrong in %j', (text, expected) => {
    expect(problem(text, data)).toBe(expected);
  });

  it('evaluates what is as deep as can be without running out of stack', () => {
    const chain = '.a'.repeat(29);
    const groups = `${'('.repeat(99)}.a${chain}${`)${chain}`.repeat(99)}`;
    expect(problem(`{{ if ${groups} }}{{ end }}`)).toBe('no problem: ');
    const branches = (inside: string): string => `${'{{ if 1 }}'.repeat(98)}${inside}${'{{ end }}'.repeat(98)}`;
    expect(problem(`{{ define "a" }}${branches('{{ template "a" }}')}{{ end }}{{ template "a" }}`)).toContain(
      'template-depth-limit',
    );
  });

  it('does not let a text grow without end', () => {
    const doubling = '{{ $x := "0123456789" }}{{ range 30 }}{{ $x = print $x $x }}{{ end }}{{ $x }}';
    expect(problem(doubling)).toContain('template-output-limit');
  });

  it('ends with a text or a problem inside the text, whatever it is given', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{{',
        '}}',
        '{{-',
        '-}}',
        'if',
        'range',
        'end',
        'else',
        '.',
        '$x',
        ':=',
        '|',
        '(',
        ')',
        '"',
        '`',
        "'",
      ),
      fc.constantFrom('upper', 'printf', '%d', '/*', '*/', ' ', '\n', '\\', '1', '-1', '.a', 'é', '😀'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        try {
          return typeof render(text, data) === 'string';
        } catch (thrown) {
          if (!(thrown instanceof GoTemplateProblem) || thrown.span === undefined) throw thrown;
          return 0 <= thrown.span.start && thrown.span.start <= thrown.span.end && thrown.span.end <= text.length;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
