import { describe, expect, it } from '@jest/globals';
import { problem, render } from './support.ts';

describe("Packer's functions in {{ }}", () => {
  it.each([
    ['{{ build_name }}-{{ build_type }}', 'ubuntu-amazon-ebs'],
    ['app-{{timestamp}}', 'app-1772895849'],
    ['{{ isotime }}', '2026-03-07T15:04:09Z'],
    ['{{isotime "2006-01-02-1504"}} {{ isotime `20060102` | printf "v%s" }}', '2026-03-07-1504 v20260307'],
    ['{{ strftime "%Y%m%d%H%M" }}', '202603071504'],
    ['{{ uuid }}', '69ac3e69-1111-4222-8333-444444444444'],
    ['{{ packer_version }} {{ pwd }} {{ template_dir }}', '1.16.0 /project /project/images'],
    ['{{ split "foo-bar-baz" "-" 1 }}', 'bar'],
    ['{{ replace "o" "0" 1 "foo" }} {{ replace "o" "0" -1 "foo" }} {{ replace "" "-" 2 "abc" }}', 'f0o f00 -a-bc'],
    ['{{ replace_all "." "-" "1.2.3" }} {{ replace_all "" "-" "ab" }}', '1-2-3 -a-b-'],
    ['{{ upper "aé" }}{{ lower "AÉ" }}', 'AÉaé'],
    ['{{ clean_resource_name "a:b+c é (x)[y] ./-\'@_" }}', "a-b-c -- (x)[y] ./-'@_"],
    ['{{ isotime | clean_resource_name }}', '2026-03-07T15-04-09Z'],
  ])('renders %s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });

  it('looks up what the run generated', () => {
    const generated = { ID: 'i-1', Port: 22 };
    expect(render('{{ build `ID` }}:{{ build "Port" }}', {}, { generated })).toBe('i-1:22');
    expect(problem('{{ build "Nope" }}', {}, { generated })).toBe(
      'unknown-build-data <build "Nope">: {{ build "Nope" }}: "Nope" is not among the data of this build',
    );
  });

  it.each([
    ['{{ build `ID` }}', 'unknown-build-data <build `ID`>: {{ build "ID" }}: "ID" is not known before the build runs'],
    ['{{ env "HOME" }}', 'refused-template-function <env "HOME">: The environment can\'t be read with {{ env }} here'],
    ['{{ user `x` }}', 'refused-template-function <user `x`>: {{ user }} belongs to the older JSON templates'],
    [
      '{{ vault "a" "b" }}',
      'refused-template-function <vault "a" "b">: {{ vault }} only works in the variables of the older JSON templates',
    ],
    ['{{ sed "a" }}', 'refused-template-function <sed "a">: {{ sed }} was taken out of Packer'],
    [
      '{{ split "a-b" "-" 2 }}',
      'template-index <split "a-b" "-" 2>: split makes 2 parts of "a-b", and part 2 is not among them',
    ],
    [
      '{{ isotime "a" "b" }}',
      'template-function-arguments <isotime "a" "b">: The function isotime takes 0 to 1 arguments, not 2',
    ],
    [
      '{{ split "a" "b" "c" }}',
      'template-function-arguments <split "a" "b" "c">: Argument 3 of the function split has to be a whole number, not a text',
    ],
  ])('refuses %s', (text, expected) => {
    expect(problem(text)).toBe(expected);
  });

  it('does not know a build outside one', () => {
    expect(problem('{{ build_name }}', {}, { buildName: undefined })).toBe(
      'template-function-context <build_name>: {{ build_name }} is only known inside a build',
    );
  });
});
