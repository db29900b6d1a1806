import type { Attribute, Block } from '../hcl/ast.ts';
import { justAttributes } from '../hcl/decode/content.ts';
import { evaluate } from '../hcl/evaluator.ts';
import { EMPTY_SCOPE } from '../hcl/scope.ts';
import type { Value } from '../hcl/values/value.ts';
import { errorDiagnostic } from '../kernel/diagnostics.ts';
import { contentOf, shape } from './block-content.ts';
import { BUILT_IN_PLUGINS, PACKER_VERSION } from './compatibility.ts';
import { constantText } from './constants.ts';
import type { Findings } from './findings.ts';
import { parseConstraints, parseVersion, satisfies } from './version-constraint.ts';

const SHAPE = shape(['required_version'], { required_plugins: [] });

/** A plugin that the template asks for. */
export interface RequiredPlugin {
  /** What its components' names begin with: `amazon` for `amazon-ebs`. */
  readonly name: string;
  /** As it is written: `github.com/hashicorp/amazon`. */
  readonly source: string;
  /** The versions that will do, as they are written: `>= 1.2, < 2`. */
  readonly constraint: string;
  readonly builtIn: boolean;
}

/** Reads `packer { … }`: checks what it requires against what is built in, and gives the plugins that it names. */
export function readPackerBlock(block: Block, findings: Findings): readonly RequiredPlugin[] {
  const { attributes, blocks } = contentOf(block.body, SHAPE, findings);
  const required = attributes.get('required_version');
  const constraint = constantText(required, findings);
  if (required !== undefined && constraint !== undefined) {
    checkVersion({ what: 'Packer', version: PACKER_VERSION, constraint, attribute: required }, findings);
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
      .map((attribute) => readPlugin(attribute, findings))
      .filter((plugin) => plugin !== undefined);
  });
}

function readPlugin(attribute: Attribute, findings: Findings): RequiredPlugin | undefined {
  const { name, nameRange, expression } = attribute;
  const value = findings.take(evaluate(expression, EMPTY_SCOPE));
  if (value.isUnknown) return undefined;
  const isObject = value.type.kind === 'object' && !value.isNull;
  const entries: ReadonlyMap<string, Value> = isObject ? value.asEntries() : new Map();
  const source = textOf(entries.get('source'));
  const version = textOf(entries.get('version'));
  if (version === undefined || source === undefined) {
    findings.error({
      code: 'invalid-plugin-requirement',
      summary: `Invalid plugin requirement "${name}"`,
      detail: `A plugin is written ${name} = { source = "github.com/hashicorp/${name}", version = ">= 1.0.0" }; both are needed.`,
      subject: isObject ? nameRange : expression.range,
    });
    return undefined;
  }
  if (name !== name.toLowerCase()) {
    findings.error({
      code: 'invalid-plugin-requirement',
      summary: `Invalid plugin name "${name}"`,
      detail: `Names of plugins are written in small letters: "${name.toLowerCase()}".`,
      subject: nameRange,
    });
  }
  const builtIn = BUILT_IN_PLUGINS.get(source.toLowerCase());
  checkVersion({ what: `The plugin "${name}"`, version: builtIn, constraint: version, attribute }, findings);
  return { name, source, constraint: version, builtIn: builtIn !== undefined };
}

function textOf(value: Value | undefined): string | undefined {
  return value?.type.kind === 'string' && value.isKnown && !value.isNull ? value.asString() : undefined;
}

interface Requirement {
  readonly what: string;
  /** What is built in; undefined: only whether the constraint can be read matters. */
  readonly version: string | undefined;
  readonly constraint: string;
  readonly attribute: Attribute;
}

/**
 * Nothing is downloaded: what is built in has to do, and mostly does. A template is told when it asks for another version;
 * were it to use what is not there, that would be refused by its name.
 */
function checkVersion({ what, version, constraint, attribute }: Requirement, findings: Findings): void {
  const constraints = parseConstraints(constraint);
  const subject = attribute.expression.range;
  if (constraints === undefined) {
    findings.error({
      code: 'invalid-version-constraint',
      summary: 'Invalid version constraint',
      detail: `"${constraint}" is no version constraint. Write for example ">= 1.2.0", "~> 1.2" or ">= 1.2.0, < 2.0.0".`,
      subject,
    });
    return;
  }
  const builtIn = version === undefined ? undefined : parseVersion(version);
  if (builtIn === undefined || satisfies(builtIn, constraints)) return;
  findings.warning({
    code: 'unmet-version-constraint',
    summary: `${what} is required in another version`,
    detail: `The template asks for "${constraint}"; bake-ami behaves as version ${version}, and downloads nothing. The build goes on with what is built in; an option that it does not know would be refused by name.`,
    subject,
  });
}
