import type { SourceName } from './plan.ts';

/**
 * Reads what a build block calls a source: `source.amazon-ebs.ubuntu` or `amazon-ebs.ubuntu`; of three parts the first
 * one does not count. Undefined when it is no such name.
 */
export function parseSourceReference(text: string): { readonly type: string; readonly name: string } | undefined {
  const parts = text.split('.');
  const [type, name, ...rest] = parts.length === 3 ? parts.slice(1) : parts;
  if (type === undefined || name === undefined || type === '' || name === '' || rest.length > 0) return undefined;
  return { type, name };
}

/** Packer's full build name. */
export function fullBuildName(buildName: string, { type, localName }: SourceName): string {
  return buildName === '' ? `${type}.${localName}` : `${buildName}.${type}.${localName}`;
}
