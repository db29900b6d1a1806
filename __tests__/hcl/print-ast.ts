import type { BodyItem, NativeBody } from '../../src/hcl/ast.ts';
import type {
  AccessStep,
  Expression,
  ObjectItem,
  TemplateExpression,
  TemplatePart,
} from '../../src/hcl/expression-ast.ts';
import { quoteHcl } from '../../src/hcl/values/inspect.ts';

/** Prints a body as HCL; heredocs as quoted templates, which mean the same. */
export function printBody(body: NativeBody): string {
  return body.items.map(printItem).join('');
}

function printItem(item: BodyItem): string {
  if (item.kind === 'attribute') return `${item.name} = ${printExpression(item.expression)}\n`;
  const labels = item.labels.map(({ text, quoted }) => ` ${quoted ? quoteHcl(text) : text}`).join('');
  return `${item.type}${labels} {\n${printBody(item.body)}}\n`;
}

/** Prints an expression as HCL. Parentheses are nodes of the tree, so that none are added here. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.text;
    case 'boolean':
      return String(expression.value);
    case 'null':
      return 'null';
    case 'variable':
      return expression.name;
    case 'template':
      return printTemplate(expression);
    case 'access':
      // The blank keeps an index with a dot from being read as a part of the number.
      return `${printExpression(expression.target)}${expression.target.kind === 'number' ? ' ' : ''}${printSteps(expression.steps)}`;
    case 'call': {
      const list = expression.arguments.map(printExpression).join(', ');
      return `${expression.name}(${list}${expression.expansion === undefined ? '' : '...'})`;
    }
    case 'unary':
      return `${expression.operator}${printExpression(expression.operand)}`;
    case 'operation': {
      const rest = expression.rest.map(({ operator, operand }) => ` ${operator} ${printExpression(operand)}`);
      return `${printExpression(expression.first)}${rest.join('')}`;
    }
    case 'conditional':
      return [expression.condition, '?', expression.whenTrue, ':', expression.whenFalse]
        .map((part) => (typeof part === 'string' ? part : printExpression(part)))
        .join(' ');
    case 'tuple':
      return `[${expression.items.map(printExpression).join(', ')}]`;
    case 'object':
      return `{ ${expression.items.map(printObjectItem).join(', ')} }`;
    case 'for-tuple':
      return `[${printFor(expression)} : ${printExpression(expression.value)}${printCondition(expression.condition)}]`;
    case 'for-object': {
      const item = `${printExpression(expression.key)} => ${printExpression(expression.value)}`;
      const grouping = expression.grouping ? '...' : '';
      return `{ ${printFor(expression)} : ${item}${grouping}${printCondition(expression.condition)} }`;
    }
    case 'parenthesized':
      return `(${printExpression(expression.expression)})`;
    default:
      throw new Error(`There is no text for an expression of the kind "${expression.kind}"`);
  }
}

function printObjectItem({ key, value }: ObjectItem): string {
  return `${key.kind === 'name' ? key.name : printExpression(key.expression)} = ${printExpression(value)}`;
}

function printFor({
  keyName,
  valueName,
  collection,
}: Pick<Extract<Expression, { kind: 'for-tuple' }>, 'keyName' | 'valueName' | 'collection'>): string {
  return `for ${keyName === undefined ? '' : `${keyName.text}, `}${valueName.text} in ${printExpression(collection)}`;
}

function printCondition(condition: Expression | undefined): string {
  return condition === undefined ? '' : ` if ${printExpression(condition)}`;
}

function printSteps(steps: readonly AccessStep[]): string {
  return steps.map(printStep).join('');
}

function printStep(step: AccessStep): string {
  if (step.kind === 'attribute') return `.${step.name}`;
  if (step.kind === 'splat') return `${step.form === 'full' ? '[*]' : '.*'}${printSteps(step.each)}`;
  // With a blank behind it: `.0.1` would hold a number with a fraction.
  return step.legacy ? `.${printExpression(step.key)} ` : `[${printExpression(step.key)}]`;
}

/** A piece of a template: literal text, or what stands within `${}` or `%{}`, and whether it strips what is around it. */
type Piece = string | { readonly open: string; readonly content: string; before: boolean; after: boolean };

function printTemplate({ parts }: TemplateExpression): string {
  const pieces = parts.flatMap(piecesOf);
  // A literal that was stripped to nothing is written as one that will be.
  for (const [index, piece] of pieces.entries()) {
    if (piece !== '') continue;
    const next = pieces[index + 1];
    const previous = pieces[index - 1];
    if (typeof next === 'object') next.before = true;
    else if (typeof previous === 'object') previous.after = true;
  }
  return `"${pieces.map(printPiece).join('')}"`;
}

function printPiece(piece: Piece): string {
  if (typeof piece === 'string') return piece === '' ? ' ' : printLiteral(piece);
  return `${piece.open}${piece.before ? '~' : ''} ${piece.content} ${piece.after ? '~' : ''}}`;
}

/** A `$` at the end would double that of an interpolation behind it, which then were none. */
function printLiteral(text: string): string {
  return quoteHcl(text).slice(1, -1).replace(/\$$/, '\\u0024').replace(/%$/, '\\u0025');
}

function piecesOf(part: TemplatePart): Piece[] {
  const directive = (content: string): Piece => ({ open: '%{', content, before: false, after: false });
  switch (part.kind) {
    case 'literal':
      return [part.text];
    case 'interpolation':
      return [{ open: '\x24{', content: printExpression(part.expression), before: false, after: false }];
    case 'if': {
      const whenFalse = part.whenFalse.length === 0 ? [] : [directive('else'), ...part.whenFalse.flatMap(piecesOf)];
      const start = directive(`if ${printExpression(part.condition)}`);
      return [start, ...part.whenTrue.flatMap(piecesOf), ...whenFalse, directive('endif')];
    }
    default:
      return [directive(printFor(part)), ...part.body.flatMap(piecesOf), directive('endfor')];
  }
}
