import type { SourceRange } from '../kernel/source-range.ts';
import type { AccessStep, Expression } from './expression-ast.ts';

/** A path from a variable to something in it, known without evaluating anything: `source.amazon-ebs.ubuntu`, `a[0].b`. */
export interface Traversal {
  readonly root: string;
  readonly rootRange: SourceRange;
  readonly steps: readonly TraversalStep[];
  readonly range: SourceRange;
}

export type TraversalStep =
  | { readonly kind: 'attribute'; readonly name: string; readonly range: SourceRange }
  | { readonly kind: 'index'; readonly key: string | number; readonly range: SourceRange };

/** The expression as a path with constant indexes (HCL spec, "Static Traversal"); undefined when it is anything else. */
export function staticTraversal(expression: Expression): Traversal | undefined {
  if (expression.kind === 'json-string') {
    const { value } = expression.native;
    return value === undefined ? undefined : staticTraversal(value);
  }
  const { range } = expression;
  const root = keyword(expression);
  if (root !== undefined) return { root, rootRange: range, steps: [], range };
  if (expression.kind !== 'access') return undefined;
  const rootOfAccess = keyword(expression.target);
  const steps = expression.steps.map(staticStep).filter((step) => step !== undefined);
  if (rootOfAccess === undefined || steps.length < expression.steps.length) return undefined;
  return { root: rootOfAccess, rootRange: expression.target.range, steps, range };
}

/** A step with a constant key; undefined for any other. */
export function staticStep(step: AccessStep): TraversalStep | undefined {
  if (step.kind === 'attribute') return { kind: 'attribute', name: step.name, range: step.range };
  if (step.kind === 'splat') return undefined;
  const { key, range } = step;
  if (key.kind === 'number') return { kind: 'index', key: Number(key.text), range };
  const text = stringLiteral(key);
  return text === undefined ? undefined : { kind: 'index', key: text, range };
}

/** The expression as a bare word: `string`, `true`, `null`; undefined when it is anything else. */
export function keyword(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'variable':
      return expression.name;
    case 'boolean':
      return String(expression.value);
    case 'null':
      return 'null';
    case 'json-string': {
      const { value } = expression.native;
      return value === undefined ? undefined : keyword(value);
    }
    default:
      return undefined;
  }
}

/** The text of a string without sequences; undefined when the expression is anything else. */
export function stringLiteral(expression: Expression): string | undefined {
  if (expression.kind === 'json-string') {
    const { value } = expression.template;
    return value === undefined ? undefined : stringLiteral(value);
  }
  if (expression.kind !== 'template') return undefined;
  const [first] = expression.parts;
  if (first === undefined) return '';
  return expression.parts.length === 1 && first.kind === 'literal' ? first.text : undefined;
}
