import type { Attribute } from '../hcl/ast.ts';
import { evaluate } from '../hcl/evaluator.ts';
import type { Expression } from '../hcl/expression-ast.ts';
import { EMPTY_SCOPE } from '../hcl/scope.ts';
import { stringLiteral } from '../hcl/static-analysis.ts';
import type { Value } from '../hcl/values/value.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { BUILT_IN_PLUGINS } from './compatibility.ts';
import type { Findings } from './findings.ts';
import { PLUGIN_NAME, wrongInPluginSource } from './plugin-source.ts';
import { parseConstraints } from './version-constraint.ts';
import { checkVersion } from './version-requirement.ts';

/** A plugin that the template asks for. */
export interface RequiredPlugin {
  /** What its components' names begin with: `amazon` for `amazon-ebs`. */
  readonly name: string;
  /** As it is written: `github.com/hashicorp/amazon`. */
  readonly source: string;
  /** The versions that will do, as they are written: `>= 1.2, < 2`. */
  readonly constraint: string;
  readonly builtIn: boolean;
  /** Where it is named. */
  readonly range: SourceRange;
}

/** Reads one line of `required_plugins`; undefined where too much of it is wrong. */
export function readRequiredPlugin(attribute: Attribute, findings: Findings): RequiredPlugin | undefined {
  const { name, nameRange, expression } = attribute;
  const value = findings.take(evaluate(expression, EMPTY_SCOPE));
  if (value.isUnknown) return undefined;
  const invalid = (summary: string, detail: string, subject: SourceRange): undefined => {
    findings.error({ code: 'invalid-plugin-requirement', summary, detail, subject });
    return undefined;
  };
  const isObject = value.type.kind === 'object' && !value.isNull;
  const entries: ReadonlyMap<string, Value> = isObject ? value.asEntries() : new Map();
  const source = textOf(entries.get('source'));
  const constraint = textOf(entries.get('version'));
  const summary = `Invalid plugin requirement "${name}"`;
  if (constraint === undefined || source === undefined) {
    const detail = `A plugin is written ${name} = { source = "github.com/hashicorp/${name}", version = ">= 1.0.0" }; both are needed.`;
    return invalid(summary, detail, isObject ? nameRange : expression.range);
  }
  const superfluous = [...entries.keys()].find((key) => key !== 'source' && key !== 'version');
  if (superfluous !== undefined) {
    invalid(summary, `It holds "source" and "version" only, and no "${superfluous}".`, expression.range);
  }
  if (!PLUGIN_NAME.test(name)) {
    invalid(
      `Invalid plugin name "${name}"`,
      'The name of a plugin has letters, digits and single dashes between them.',
      nameRange,
    );
  } else if (name !== name.toLowerCase()) {
    invalid(
      `Invalid plugin name "${name}"`,
      `Names of plugins are written in small letters: "${name.toLowerCase()}".`,
      nameRange,
    );
  }
  const wrong = wrongInPluginSource(source);
  if (wrong !== undefined) {
    const detail = `The source "${source}" ${wrong}. A source is for example "github.com/hashicorp/amazon".`;
    return invalid(summary, detail, expression.range);
  }
  checkConstraint(name, constraint, source, versionRange(expression), findings);
  const builtIn = BUILT_IN_PLUGINS.has(source.toLowerCase());
  return { name, source, constraint, builtIn, range: nameRange };
}

/** Where the version is written; the whole requirement where that can't be told. */
function versionRange(expression: Expression): SourceRange {
  const items = expression.kind === 'object' ? expression.items : [];
  const version = items.find(
    ({ key }) => (key.kind === 'name' ? key.name : stringLiteral(key.expression)) === 'version',
  );
  return version?.value.range ?? expression.range;
}

function checkConstraint(
  name: string,
  constraint: string,
  source: string,
  subject: SourceRange,
  findings: Findings,
): void {
  const prerelease = parseConstraints(constraint)?.find(({ version }) => version.prerelease !== '');
  if (prerelease !== undefined) {
    findings.error({
      code: 'invalid-version-constraint',
      summary: 'Invalid version constraint',
      detail: `"${constraint}" asks for a version before its release ("-${prerelease.version.prerelease}"), and Packer takes releases only. Leave out the dash and what follows.`,
      subject,
    });
    return;
  }
  const version = BUILT_IN_PLUGINS.get(source.toLowerCase());
  checkVersion({ what: `The plugin "${name}"`, version, constraint, subject }, findings);
}

function textOf(value: Value | undefined): string | undefined {
  return value?.type.kind === 'string' && value.isKnown && !value.isNull ? value.asString() : undefined;
}
