import { describe, expect, it } from '@jest/globals';
import { imageConsoleLink } from '../../../src/app/texts/console-link.ts';

describe('the page of an image in the console', () => {
  it.each([
    [
      'eu-central-1',
      'https://eu-central-1.console.aws.amazon.com/ec2/home?region=eu-central-1#ImageDetails:imageId=ami-0a',
    ],
    ['cn-north-1', 'https://cn-north-1.console.amazonaws.cn/ec2/home?region=cn-north-1#ImageDetails:imageId=ami-0a'],
    [
      'us-gov-west-1',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/ec2/home?region=us-gov-west-1#ImageDetails:imageId=ami-0a',
    ],
    [
      'eusc-de-east-1',
      'https://eusc-de-east-1.console.amazonaws-eusc.eu/ec2/home?region=eusc-de-east-1#ImageDetails:imageId=ami-0a',
    ],
  ])('is in the partition of %s', (region, link) => {
    expect(imageConsoleLink(region, 'ami-0a')).toBe(link);
  });

  it.each([
    ['us-iso-east-1', 'ami-0a'],
    ['evil.example/"><img src=x>', 'ami-0a'],
    ['eu-central-1', '"onmouseover=alert(1)'],
    ['moto', 'ami-0a'],
  ])('is not made up for %s, %s', (region, id) => {
    expect(imageConsoleLink(region, id)).toBeUndefined();
  });
});
