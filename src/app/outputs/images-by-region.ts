interface RegionalImage {
  readonly region: string;
  readonly id: string;
}

/** Region to image id, for the regions in which there is exactly one: of several, none is the one that is meant. */
export function imagesByRegion(images: readonly RegionalImage[]): Readonly<Record<string, string>> {
  const alone = images.filter(({ region }) => images.filter((other) => other.region === region).length === 1);
  return Object.fromEntries(alone.map(({ region, id }) => [region, id]));
}
