/**
 * Names that people call and that are not in the table: functions of Terraform that Packer never had, and `env`. To each a
 * sentence with what to use in its place.
 */
export const REFUSED_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ...['string', 'number', 'bool'].map(
    (type) => [`to${type}`, `Packer has no function "to${type}": use convert(value, ${type}).`] as const,
  ),
  ...['list', 'set', 'map'].map(
    (kind) =>
      [
        `to${kind}`,
        `Packer has no function "to${kind}": use convert(value, ${kind}(string)), or another type.`,
      ] as const,
  ),
  ...['sensitive', 'nonsensitive'].map(
    (name) =>
      [
        name,
        `Packer has no function "${name}": a variable or local is made sensitive by "sensitive = true" in it.`,
      ] as const,
  ),
  ...['md5', 'sha1', 'sha256', 'sha512'].map(
    (digest) =>
      [`file${digest}`, `Packer has no function "file${digest}": use ${digest}(file(path)) for text files.`] as const,
  ),
  ['one', 'Packer has no function "one": use element(list, 0), or try(list[0], null).'],
  ['plantimestamp', 'Packer has no function "plantimestamp": use timestamp().'],
  ['env', 'The function "env" can be called only in the default of a variable: declare one, and use var.name here.'],
]);
