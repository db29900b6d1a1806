import { describe, expect, it } from '@jest/globals';
import { parseParameterLine } from '../../../src/images/publish/parameter-line.ts';
import { problemWithName } from '../../../src/images/publish/parameter-name.ts';

describe('a line of ssm-parameter', () => {
  it.each([
    ['/images/app', { name: '/images/app', region: undefined }],
    [' /images/app = eu-west-1 ', { name: '/images/app', region: 'eu-west-1' }],
    ['app=us-gov-west-1', { name: 'app', region: 'us-gov-west-1' }],
    [
      '/x/{{ index .SourceAMITags "a=b" }}=eu-west-1',
      { name: '/x/{{ index .SourceAMITags "a=b" }}', region: 'eu-west-1' },
    ],
    ['', undefined],
    ['=eu-west-1', undefined],
    ['/app=', undefined],
    ['/app=Frankfurt', undefined],
    ['/app=eu-west-1=x', undefined],
  ])('%j is %j', (line, parsed) => {
    expect(parseParameterLine(line)).toEqual(parsed);
  });
});

describe('the name of a parameter', () => {
  it.each(['app', '/app', '/a.b-c_D/9', `/${'l/'.repeat(14)}x`, 'a'.repeat(1_011), '/x/aws'])('may be %s', (name) => {
    expect(problemWithName(name)).toBeUndefined();
  });

  it.each([
    ['', /is empty/],
    ['a'.repeat(1_012), /1012 characters long/],
    ['/a b', /holds " "/],
    ['/ä', /holds "ä"/],
    ['a/b', /has to begin with "\/"/],
    ['/a//b', /an empty level/],
    ['/a/', /an empty level/],
    [`/${'l/'.repeat(15)}x`, /16 levels, and may have 15/],
    ['/AWS/x', /kept for AWS/],
    ['ssmx', /kept for AWS/],
  ])('may not be %s', (name, problem) => {
    expect(problemWithName(name)).toMatch(problem);
  });
});
