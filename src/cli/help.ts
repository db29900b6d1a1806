import type { Command } from './command.ts';

/** What `bake-ami` says without a command. */
export function generalHelp(commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(13)}${summary}`);
  return `Usage: bake-ami COMMAND [FLAGS] [TEMPLATE]

Bakes AWS machine images natively from Packer templates (HCL2, and the older JSON format).

Commands:
${rows.join('\n')}

bake-ami COMMAND -help tells all about one.
`;
}

export function commandHelp({ name, summary, positionals, flags }: Command): string {
  const rows = Object.entries(flags).map(([flag, { placeholder, doc }]) => {
    const left = placeholder === undefined ? `-${flag}` : `-${flag}=${placeholder}`;
    return left.length > 26 ? `  ${left}\n${' '.repeat(30)}${doc}` : `  ${left.padEnd(28)}${doc}`;
  });
  const list = rows.length === 0 ? '' : `\nFlags:\n${rows.join('\n')}\n`;
  return `Usage: bake-ami ${name} [FLAGS] ${positionals}`.trimEnd().concat(`\n\n${summary}.\n${list}`);
}
