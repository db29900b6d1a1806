import type { RegionState } from '../state/region-state.ts';

/** Public parameters, by pattern, and how the name of the image they point to starts and ends. */
const FAMILIES: readonly {
  readonly path: RegExp;
  image(...groups: readonly string[]): RegExp;
}[] = [
  {
    // Canonical: by version or codename (documentation.ubuntu.com/aws, "Find Ubuntu images with the SSM Parameter Store").
    path: /^\/aws\/service\/canonical\/ubuntu\/(server|server-minimal)\/([a-z0-9.]+)\/stable\/current\/(amd64|arm64)\/hvm\/ebs-gp[23]\/ami-id$/,
    image: (flavour, release, architecture) =>
      new RegExp(
        `^ubuntu(-minimal)?/images/.*-(?:${literal(release)}-[0-9.]+|[a-z]+-${literal(release)})-${architecture}-` +
          `${flavour === 'server' ? 'server' : 'minimal'}-\\d+$`,
      ),
  },
  {
    path: /^\/aws\/service\/ami-amazon-linux-latest\/al2023-ami(-minimal)?-kernel-(?:default|6\.1)-(x86_64|arm64)$/,
    image: (minimal, architecture) => new RegExp(`^al2023-ami${literal(minimal)}-2023\\..*-${architecture}$`),
  },
  {
    path: /^\/aws\/service\/ami-amazon-linux-latest\/amzn2-ami-(kernel-5\.10-)?hvm-(x86_64|arm64)-gp2$/,
    image: (kernel, architecture) =>
      new RegExp(`^amzn2-ami-${literal(kernel)}hvm-2\\.0\\.\\d+\\.0-${architecture}-gp2$`),
  },
  {
    path: /^\/aws\/service\/debian\/release\/(\d+)\/latest\/(amd64|arm64)$/,
    image: (release, architecture) => new RegExp(`^debian-${release}-${architecture}-\\d+-\\d+$`),
  },
  {
    path: /^\/aws\/service\/ami-windows-latest\/(Windows_Server-\d{4}-English-Full-Base)$/,
    image: (name) => new RegExp(`^${literal(name)}-`),
  },
];

function literal(text: string | undefined): string {
  return (text ?? '').replace(/[.\\+*?()[\]{}|^$]/g, '\\$&');
}

/** The id of the newest image that a public parameter points to; undefined for other names. */
export function publicParameter(region: RegionState, accountId: string, name: string): string | undefined {
  for (const family of FAMILIES) {
    const match = family.path.exec(name);
    if (match === null) continue;
    const pattern = family.image(...match.slice(1).map((group) => group ?? ''));
    const [newest] = region.images
      .all()
      // An image of one's own may have the same name, and be public.
      .filter((image) => image.ownerId !== accountId && pattern.test(image.name))
      .sort((a, b) => b.createdAt - a.createdAt);
    return newest?.id;
  }
  return undefined;
}
