/** Prefixes of regions, and where their consoles are ("Service endpoints" of each partition's own user guide). */
const CONSOLES: readonly (readonly [RegExp, (region: string) => string])[] = [
  [/^cn-/, (region) => `${region}.console.amazonaws.cn`],
  [/^us-gov-/, (region) => `${region}.console.amazonaws-us-gov.com`],
  [/^eusc-/, (region) => `${region}.console.amazonaws-eusc.eu`],
  // What else there is has parts before its number (us-iso-east-1): partitions that are reached in other ways.
  [/^[a-z]{2}-[a-z]+-\d+$/, (region) => `${region}.console.aws.amazon.com`],
];

/** The page of an image in the AWS console; undefined in partitions whose console is not on the internet. */
export function imageConsoleLink(region: string, imageId: string): string | undefined {
  if (!/^[a-z]+(-[a-z]+)+-\d+$/.test(region) || !/^ami-[0-9a-f]+$/.test(imageId)) return undefined;
  const host = CONSOLES.find(([pattern]) => pattern.test(region))?.[1](region);
  return host === undefined ? undefined : `https://${host}/ec2/home?region=${region}#ImageDetails:imageId=${imageId}`;
}
