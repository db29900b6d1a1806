import type { Block } from '../hcl/ast.ts';
import { justAttributes } from '../hcl/decode/content.ts';
import { errorDiagnostic } from '../kernel/diagnostics.ts';
import { contentOf, shape } from './block-content.ts';
import { PACKER_VERSION } from './compatibility.ts';
import { constantText } from './constants.ts';
import type { Findings } from './findings.ts';
import { type RequiredPlugin, readRequiredPlugin } from './required-plugin.ts';
import { checkVersion } from './version-requirement.ts';

const SHAPE = shape(['required_version'], { required_plugins: [] });

/** Reads `packer { … }`: checks what it requires against what is built in, and gives the plugins that it names. */
export function readPackerBlock(block: Block, findings: Findings): readonly RequiredPlugin[] {
  const { attributes, blocks } = contentOf(block.body, SHAPE, findings);
  const required = attributes.get('required_version');
  const constraint = constantText(required, findings);
  if (required !== undefined && constraint !== undefined) {
    const subject = required.expression.range;
    checkVersion({ what: 'Packer', version: PACKER_VERSION, constraint, subject }, findings);
  }
  return blocks.flatMap((plugins) => {
    const required = justAttributes(plugins.body, ({ type, typeRange }) =>
      errorDiagnostic({
        code: 'unknown-block',
        summary: 'Unsupported block type',
        detail: `A plugin is written ${type} = { source = "…", version = "…" }, with "=".`,
        subject: typeRange,
      }),
    );
    findings.add(required.diagnostics);
    return [...required.attributes.values()]
      .map((attribute) => readRequiredPlugin(attribute, findings))
      .filter((plugin) => plugin !== undefined);
  });
}
