import type { SourceRange } from '../kernel/source-range.ts';
import { rangeBetween } from '../kernel/source-range.ts';
import { parseSteps } from './access-parser.ts';
import { parseObjectOrFor, parseTupleOrFor } from './collection-parser.ts';
import type { Expression, Operand } from './expression-ast.ts';
import { closing, parseSequence } from './sequence-parser.ts';
import { parseHeredoc, parseQuoted } from './template-parser.ts';
import type { Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';
import { adviceOn, describeToken } from './unexpected-token.ts';
import type { BinaryOperator } from './values/operators.ts';

/** How tight each operator binds (HCL spec, "Operations"). */
const LEVELS: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

/** Reads one expression; throws SyntaxFailure, after recording why, where there is none. */
export function parseExpression(stream: TokenStream): Expression {
  return stream.nested(() => parseConditional(stream));
}

function parseConditional(stream: TokenStream): Expression {
  const condition = parseOperation(stream, 1);
  if (stream.accept('?') === undefined) return condition;
  const whenTrue = parseExpression(stream);
  if (stream.accept(':') === undefined) {
    const token = stream.peek();
    throw stream.fail({
      code: 'missing-alternative',
      summary: 'Missing second result of a conditional',
      detail: `Expected ":" and the value for when the condition is false, but found ${describeToken(stream, token)}. Write: condition ? value : other value`,
      subject: stream.range(token),
      context: condition.range,
    });
  }
  const whenFalse = parseExpression(stream);
  return { kind: 'conditional', condition, whenTrue, whenFalse, range: rangeBetween(condition.range, whenFalse.range) };
}

/** Reads operations that bind at least as tight as `level` (precedence climbing). */
function parseOperation(stream: TokenStream, level: number): Expression {
  let first = parseUnary(stream);
  for (;;) {
    const found = operatorAt(stream);
    if (found === undefined || LEVELS[found] < level) return first;
    const rest = parseOperands(stream, LEVELS[found]);
    const last = rest.at(-1)?.operand.range ?? first.range;
    first = { kind: 'operation', first, rest, range: rangeBetween(first.range, last) };
  }
}

function parseOperands(stream: TokenStream, level: number): Operand[] {
  const operands: Operand[] = [];
  for (;;) {
    const operator = operatorAt(stream);
    if (operator === undefined || LEVELS[operator] !== level) return operands;
    const operatorRange = stream.range(stream.next());
    operands.push({ operator, operatorRange, operand: parseOperation(stream, level + 1) });
  }
}

function operatorAt(stream: TokenStream): BinaryOperator | undefined {
  const { kind } = stream.peek();
  return isBinaryOperator(kind) ? kind : undefined;
}

function isBinaryOperator(kind: string): kind is BinaryOperator {
  return Object.hasOwn(LEVELS, kind);
}

function parseUnary(stream: TokenStream): Expression {
  const operator = stream.peek();
  if (operator.kind !== '-' && operator.kind !== '!') return parseAccess(stream);
  stream.next();
  const operand = stream.nested(() => parseUnary(stream));
  const operatorRange = stream.range(operator);
  return {
    kind: 'unary',
    operator: operator.kind,
    operatorRange,
    operand,
    range: rangeBetween(operatorRange, operand.range),
  };
}

/** A term with the postfix operators after it. */
function parseAccess(stream: TokenStream): Expression {
  const target = parseTerm(stream);
  const steps = parseSteps(stream, parseExpression);
  const last = steps.at(-1);
  return last === undefined ? target : { kind: 'access', target, steps, range: rangeBetween(target.range, last.range) };
}

function parseTerm(stream: TokenStream): Expression {
  const token = stream.peek();
  switch (token.kind) {
    case 'number':
      stream.next();
      return { kind: 'number', text: stream.text(token), range: stream.range(token) };
    case 'identifier':
      return parseNamed(stream);
    case 'open-quote':
      return parseQuoted(stream, parseExpression);
    case 'open-heredoc':
      return parseHeredoc(stream, parseExpression);
    case '(':
      return parseParenthesized(stream);
    case '[':
      return parseTupleOrFor(stream, parseExpression);
    case '{':
      return parseObjectOrFor(stream, parseExpression);
    default:
      throw expressionExpected(stream, token);
  }
}

function expressionExpected(stream: TokenStream, token: Token): Error {
  return stream.fail({
    code: 'expression-expected',
    summary: token.kind === 'end' || token.kind === 'newline' ? 'Missing expression' : 'Invalid expression',
    detail: `Expected a value, but found ${describeToken(stream, token)}.${adviceOn(stream, token)}`,
    subject: stream.range(token),
  });
}

/** A keyword, a variable, or a function call. */
function parseNamed(stream: TokenStream): Expression {
  const token = stream.next();
  const follower = stream.peek().kind;
  if (follower === '(' || follower === '::') return parseCall(stream, token);
  const range = stream.range(token);
  const name = stream.text(token);
  if (name === 'true' || name === 'false') return { kind: 'boolean', value: name === 'true', range };
  return name === 'null' ? { kind: 'null', range } : { kind: 'variable', name, range };
}

function parseCall(stream: TokenStream, first: Token): Expression {
  const names = [stream.text(first)];
  let last = first;
  while (stream.accept('::') !== undefined) {
    last = stream.peek();
    if (last.kind !== 'identifier') {
      throw stream.fail({
        code: 'function-name-expected',
        summary: 'Missing function name',
        detail: `Expected the name of a function after "::", but found ${describeToken(stream, last)}.`,
        subject: stream.range(last),
      });
    }
    names.push(stream.text(stream.next()));
  }
  const name = names.join('::');
  const nameRange = stream.rangeFrom(first, last);
  const open = stream.accept('(');
  if (open === undefined) {
    throw stream.fail({
      code: 'call-expected',
      summary: 'Missing arguments of a function call',
      detail: `"${name}" is the name of a function in a namespace and must be called: ${name}(…)`,
      subject: nameRange,
    });
  }
  return finishCall(stream, name, nameRange, open);
}

function finishCall(stream: TokenStream, name: string, nameRange: SourceRange, open: Token): Expression {
  let expansion: SourceRange | undefined;
  const { items, close } = parseSequence(stream, {
    open,
    close: ')',
    what: `call of the function "${name}"`,
    item: () => {
      const argument = parseExpression(stream);
      const ellipsis = stream.accept('...');
      if (ellipsis !== undefined) {
        expansion = stream.range(ellipsis);
        if (stream.peek().kind !== ')') {
          throw stream.fail({
            code: 'expansion-not-last',
            summary: 'Expansion of an argument that is not the last one',
            detail: `Only the last argument can be expanded by "...", which the closing parenthesis must follow; found ${describeToken(stream, stream.peek())}.`,
            subject: expansion,
          });
        }
      }
      return argument;
    },
  });
  const closeRange = stream.range(close);
  return {
    kind: 'call',
    name,
    nameRange,
    arguments: items,
    expansion,
    closeRange,
    range: rangeBetween(nameRange, closeRange),
  };
}

function parseParenthesized(stream: TokenStream): Expression {
  const open = stream.next();
  return stream.withNewlines('ignored', () => {
    const expression = parseExpression(stream);
    const close = closing(stream, open, ')', 'expression in parentheses');
    return { kind: 'parenthesized', expression, range: stream.rangeFrom(open, close) };
  });
}
