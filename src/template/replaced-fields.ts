/** Fields that texts could show once, and what shows the same now: those that `packer fix` replaces. */
const REPLACED: Readonly<Record<string, string>> = { CreateTime: '{{ timestamp }}' };

/** What to do about a field that Packer no longer has, as a whole sentence; undefined for any other. */
export function replacedField(name: string): string | undefined {
  if (!Object.hasOwn(REPLACED, name)) return undefined;
  return `Packer has no {{ .${name} }} any more: write ${REPLACED[name]}.`;
}
