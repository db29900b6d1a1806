import { rangeBetween } from '../kernel/source-range.ts';
import type { AccessExpression, AccessStep, Expression, ObjectItem, TemplatePart } from './expression-ast.ts';
import { keyword, staticStep, type Traversal, type TraversalStep } from './static-analysis.ts';

/**
 * The variables that an expression uses, each as far as the path into it is constant, in the order in which they are
 * written; names that the expression itself defines (in `for`) are left out. For dependency graphs.
 */
export function references(expression: Expression): Traversal[] {
  const found: Traversal[] = [];
  visit(expression, new Set(), found);
  return found;
}

type Names = ReadonlySet<string>;

function visit(expression: Expression, bound: Names, found: Traversal[]): void {
  const visitAll = (parts: readonly Expression[], names = bound): void => {
    for (const part of parts) visit(part, names, found);
  };
  switch (expression.kind) {
    case 'variable':
      if (!bound.has(expression.name)) {
        found.push({ root: expression.name, rootRange: expression.range, steps: [], range: expression.range });
      }
      break;
    case 'access':
      visitAccess(expression, bound, found);
      break;
    case 'template':
      visitParts(expression.parts, bound, found);
      break;
    case 'json-string':
      if (expression.template.value !== undefined) visit(expression.template.value, bound, found);
      break;
    case 'call':
      visitAll(expression.arguments);
      break;
    case 'unary':
      visit(expression.operand, bound, found);
      break;
    case 'operation':
      visitAll([expression.first, ...expression.rest.map(({ operand }) => operand)]);
      break;
    case 'conditional':
      visitAll([expression.condition, expression.whenTrue, expression.whenFalse]);
      break;
    case 'tuple':
      visitAll(expression.items);
      break;
    case 'object':
      for (const item of expression.items) visitAll(itemParts(item));
      break;
    case 'for-tuple':
    case 'for-object': {
      visit(expression.collection, bound, found);
      const inner = withNames(bound, expression);
      if (expression.kind === 'for-object') visit(expression.key, inner, found);
      visitAll([expression.value, ...(expression.condition === undefined ? [] : [expression.condition])], inner);
      break;
    }
    case 'parenthesized':
      visit(expression.expression, bound, found);
      break;
    default:
      break;
  }
}

function itemParts({ key, value }: ObjectItem): Expression[] {
  // A bare word as a key is a name, whatever variables there are.
  const named = key.kind === 'name' || (key.expression.kind !== 'json-string' && keyword(key.expression) !== undefined);
  return named ? [value] : [key.expression, value];
}

function visitAccess(expression: AccessExpression, bound: Names, found: Traversal[]): void {
  const { target, steps } = expression;
  if (target.kind !== 'variable') visit(target, bound, found);
  else if (!bound.has(target.name)) {
    const constant = constantSteps(steps);
    const range = rangeBetween(target.range, constant.at(-1)?.range ?? target.range);
    found.push({ root: target.name, rootRange: target.range, steps: constant, range });
  }
  visitKeys(steps, bound, found);
}

function constantSteps(steps: readonly AccessStep[]): TraversalStep[] {
  const constant: TraversalStep[] = [];
  for (const step of steps) {
    const each = staticStep(step);
    if (each === undefined) break;
    constant.push(each);
  }
  return constant;
}

function visitKeys(steps: readonly AccessStep[], bound: Names, found: Traversal[]): void {
  for (const step of steps) {
    if (step.kind === 'index') visit(step.key, bound, found);
    else if (step.kind === 'splat') visitKeys(step.each, bound, found);
  }
}

function visitParts(parts: readonly TemplatePart[], bound: Names, found: Traversal[]): void {
  for (const part of parts) {
    switch (part.kind) {
      case 'literal':
        break;
      case 'interpolation':
        visit(part.expression, bound, found);
        break;
      case 'if':
        visit(part.condition, bound, found);
        visitParts(part.whenTrue, bound, found);
        visitParts(part.whenFalse, bound, found);
        break;
      case 'for':
        visit(part.collection, bound, found);
        visitParts(part.body, withNames(bound, part), found);
        break;
    }
  }
}

interface Binding {
  readonly keyName: { readonly text: string } | undefined;
  readonly valueName: { readonly text: string };
}

function withNames(bound: Names, { keyName, valueName }: Binding): Names {
  const names = new Set(bound).add(valueName.text);
  return keyName === undefined ? names : names.add(keyName.text);
}
