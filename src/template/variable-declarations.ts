import type { Attribute, Block, Body } from '../hcl/ast.ts';
import { leftovers } from '../hcl/decode/content.ts';
import { evaluate } from '../hcl/evaluator.ts';
import type { Expression } from '../hcl/expression-ast.ts';
import { jsonExpression } from '../hcl/json/json-expression.ts';
import type { Scope } from '../hcl/scope.ts';
import { typeFromExpression } from '../hcl/type-expression.ts';
import { convert } from '../hcl/values/convert.ts';
import { describePath } from '../hcl/values/path.ts';
import { DYNAMIC, type Type } from '../hcl/values/types.ts';
import type { Value } from '../hcl/values/value.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { suggestion } from '../kernel/suggestion.ts';
import { contentOf, shape } from './block-content.ts';
import { constantBool, constantText } from './constants.ts';
import type { Findings } from './findings.ts';
import { readValidation, type ValidationRule } from './variable-validation.ts';

/** A variable as the template declares it. */
export interface VariableDeclaration {
  readonly name: string;
  /** What values are converted to; `any` where neither the type nor the default says more. */
  readonly type: Type;
  /** Undefined: a value has to be given. */
  readonly fallback: Value | undefined;
  readonly description: string | undefined;
  readonly sensitive: boolean;
  readonly validations: readonly ValidationRule[];
  /** The header of the block, or the name in the older `variables` block. */
  readonly range: SourceRange;
}

const SHAPE = shape(['type', 'default', 'description', 'sensitive'], { validation: [] });

/** Reads `variable "name" { … }`. `scope` is what a default may use: the function `env`. */
export function readVariable(block: Block, name: string, scope: Scope, findings: Findings): VariableDeclaration {
  const { attributes, blocks } = contentOf(block.body, SHAPE, findings);
  const typeAttribute = attributes.get('type');
  const type = typeAttribute === undefined ? undefined : findings.take(typeFromExpression(typeAttribute.expression));
  const written = attributes.get('default')?.expression ?? misspeltDefault(block.body);
  const fallback = readDefault(written, type, name, scope, findings);
  return {
    name,
    type: type === undefined || type.kind === 'dynamic' ? typeOfDefault(fallback) : type,
    fallback,
    description: constantText(attributes.get('description'), findings),
    sensitive: constantBool(attributes.get('sensitive'), findings) ?? false,
    validations: blocks
      .map((validation) => readValidation(validation, name, findings))
      .filter((rule) => rule !== undefined),
    range: block.headerRange,
  };
}

/** Reads an attribute of the older `variables { name = default }`. */
export function readOldVariable(attribute: Attribute, scope: Scope, findings: Findings): VariableDeclaration {
  const fallback = readDefault(attribute.expression, undefined, attribute.name, scope, findings);
  return {
    name: attribute.name,
    // Here an empty collection is all that an empty collection may become.
    type: fallback === undefined ? DYNAMIC : fallback.type,
    fallback,
    description: undefined,
    sensitive: false,
    validations: [],
    range: attribute.nameRange,
  };
}

/**
 * What stands where `default` was meant (`defualt = 1`). That is an error already: without this it would be said, too, that
 * the variable is unset, and the lines that are shown would give away the value of a sensitive one.
 */
function misspeltDefault(body: Body): Expression | undefined {
  const names = [...SHAPE.attributes.map(({ name }) => name), ...SHAPE.blocks.map(({ type }) => type)];
  for (const item of leftovers(body)) {
    if (item.kind === 'block' || names.includes(item.name) || suggestion(item.name, names) !== 'default') continue;
    return item.kind === 'attribute' ? item.expression : jsonExpression(item.value);
  }
  return undefined;
}

function readDefault(
  expression: Expression | undefined,
  type: Type | undefined,
  name: string,
  scope: Scope,
  findings: Findings,
): Value | undefined {
  if (expression === undefined) return undefined;
  const value = findings.take(evaluate(expression, scope));
  if (type === undefined || value.isUnknown) return value;
  const converted = convert(value, type);
  if (converted.ok) return converted.value;
  const { path, message } = converted.error;
  findings.error({
    code: 'invalid-variable-default',
    summary: `Invalid default value for variable "${name}"`,
    detail: `The default does not fit the variable's type: ${describePath(path)}${path.length > 0 ? ': ' : ''}${message}.`,
    subject: expression.range,
  });
  return value;
}

/** Without a `type`, or with `any`, the default sets it; an empty collection, and null, say nothing about what may be in it. */
function typeOfDefault(fallback: Value | undefined): Type {
  if (fallback === undefined || fallback.isNull) return DYNAMIC;
  const { kind } = fallback.type;
  const isEmpty = (kind === 'object' || kind === 'tuple') && fallback.isKnown && fallback.children().length === 0;
  return isEmpty ? DYNAMIC : fallback.type;
}
