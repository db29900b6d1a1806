/** What is wrong with the address of a plugin, as the end of a sentence that begins with it; undefined where nothing is. */
export function wrongInPluginSource(source: string): string | undefined {
  const parts = source.split('/');
  const name = parts.at(-1) ?? '';
  if (source.includes('://')) return 'is a URL; leave out what stands before the host';
  if (/[?#]/.test(source)) return 'has a query or a fragment; leave it out';
  if (parts.length < 3 || parts[0] === '' || name === '')
    return 'has no host, owner and name with a slash between them';
  if (!PLUGIN_NAME.test(name))
    return `ends in "${name}", which is no name of a plugin: those have letters, digits and single dashes`;
  if (name.startsWith('packer-'))
    return `ends in "${name}"; leave out "${/^packer-(?:plugin-)?/.exec(name)?.[0]}", which belongs to the repository alone`;
  return undefined;
}

/** As in the name of a host: letters and digits, with single dashes between them. */
export const PLUGIN_NAME = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
