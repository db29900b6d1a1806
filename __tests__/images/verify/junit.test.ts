import { describe, expect, it } from '@jest/globals';
import { junit } from '../../../src/images/verify/junit.ts';
import type { Check } from '../../../src/images/verify/suite.ts';

const same = (text: string): string => text;

function report(checks: readonly Check[], mask = same): string {
  const image = { id: 'ami-1', region: 'eu-west-1', name: 'app "1"' };
  const suite = { build: 'app.amazon-ebs.u', image, startedAt: '2026-01-02T03:04:05.678Z', elapsedMs: 1_500, checks };
  return junit([suite], mask);
}

const failed = (output: string): Check => ({ name: 'lines', outcome: 'failed', elapsedMs: 1, message: 'no', output });

describe('the JUnit report', () => {
  it('has a suite for each image, with its counts', () => {
    expect(
      report([
        { name: 'one', outcome: 'passed', elapsedMs: 1_234, output: 'fine' },
        { name: 'two', outcome: 'failed', elapsedMs: 0, message: 'exit status 1', output: 'not found' },
        { name: 'three', outcome: 'skipped', elapsedMs: 0 },
      ]),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bake-ami" tests="3" failures="1" skipped="1" time="1.500">
  <testsuite name="app.amazon-ebs.u ami-1" tests="3" failures="1" skipped="1" errors="0" time="1.500" timestamp="2026-01-02T03:04:05">
    <properties>
      <property name="image" value="ami-1"/>
      <property name="region" value="eu-west-1"/>
      <property name="name" value="app &quot;1&quot;"/>
    </properties>
    <testcase classname="app.amazon-ebs.u" name="one" time="1.234">
      <system-out>fine</system-out>
    </testcase>
    <testcase classname="app.amazon-ebs.u" name="two" time="0.000">
      <failure message="exit status 1" type="verification">not found</failure>
    </testcase>
    <testcase classname="app.amazon-ebs.u" name="three" time="0.000">
      <skipped/>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it.each([
    ['an element that is closed', '</failure></testcase><script>', '&lt;/failure&gt;&lt;/testcase&gt;&lt;script&gt;'],
    ['an entity', '&lol;', '&amp;lol;'],
    ['the end of a CDATA section', ']]>', ']]&gt;'],
    ['control characters and colours', '\u001b[31mred\u001b[0m\u0000\u0007', 'red\ufffd\ufffd'],
    ['half a character', 'x\ud800y\uffff', 'x\ufffdy\ufffd'],
    ['characters beyond the basic plane', '\u{1f600}', '\u{1f600}'],
  ])('stays well-formed whatever a machine printed: %s', (_what, printed, written) => {
    expect(report([failed(printed)])).toContain(`type="verification">${written}</failure>`);
  });

  it('holds no secret', () => {
    const text = report([failed('the token is hunter2')], (line) => line.replaceAll('hunter2', '***'));
    expect(text).toContain('the token is ***');
  });
});
