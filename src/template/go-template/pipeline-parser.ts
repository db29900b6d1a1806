import { didYouMean } from '../../kernel/suggestion.ts';
import type { Token } from './lexer.ts';
import { readGoNumber } from './literals.ts';
import { GoTemplateProblem, KEEP_BRACES, type Span } from './problem.ts';
import type { Command, Operand, Pipeline } from './syntax-tree.ts';
import { type TokenReader, unexpected } from './token-reader.ts';

const MAX_DEPTH = 100;
/** Fields of fields of fields: few values are three deep, and each is a call of its own for whoever evaluates them. */
const MAX_FIELDS = 30;
/** Functions whose later arguments may stay unevaluated: part of the language. */
const SHORT_CIRCUITS: readonly string[] = ['and', 'or'];
/** Who writes `json` means a function of another program's templates. */
const NEVER_SUGGESTED = 'js';

/** The functions there are, as a Map or a Set has them. */
export interface KnownNames {
  has(name: string): boolean;
  keys(): Iterable<string>;
}

/** Reads what stands inside one action: commands with their arguments, and the variables that they set. */
export class PipelineParser {
  readonly #reader: TokenReader;
  readonly #functions: KnownNames;
  /** In sight, innermost last; `$` is the whole data. */
  #variables: string[] = ['$'];
  #depth = 0;

  constructor(reader: TokenReader, functions: KnownNames) {
    this.#reader = reader;
    this.#functions = functions;
  }

  /** How many variables are in sight, for `forgetFrom`. */
  get variableCount(): number {
    return this.#variables.length;
  }

  /** The variables made since then are no longer in sight. */
  forgetFrom(count: number): void {
    this.#variables.length = count;
  }

  /** Reads something in which no variable of around is in sight. */
  apart<T>(read: () => T): T {
    const around = this.#variables;
    this.#variables = ['$'];
    const result = read();
    this.#variables = around;
    return result;
  }

  parse(maxVariables: number): Pipeline {
    const start = this.#reader.peek().start;
    const { variables, assigns } = this.#declaration(maxVariables);
    const commands = [this.#command(false)];
    while (this.#reader.takes('|')) commands.push(this.#command(true));
    if (!assigns) this.#variables.push(...variables);
    return { span: { start, end: this.#reader.previous().end }, variables, assigns, commands };
  }

  /** `$x :=`, `$x =` or `$i, $x :=`, where there is one. */
  #declaration(maxVariables: number): { readonly variables: readonly string[]; readonly assigns: boolean } {
    const begin = this.#reader.mark();
    const variables: Token[] = [];
    do {
      if (this.#reader.peek().kind !== 'variable') break;
      variables.push(this.#reader.next());
    } while (variables.length < maxVariables && this.#reader.takes(','));
    const assigns = this.#reader.isPunctuation('=');
    if (variables.length === 0 || !(assigns || this.#reader.isPunctuation(':='))) {
      this.#reader.goBack(begin);
      return { variables: [], assigns: false };
    }
    if (assigns) for (const variable of variables) this.#knownVariable(variable);
    this.#reader.next();
    return { variables: variables.map(({ text }) => text), assigns };
  }

  #command(piped: boolean): Command {
    const first = this.#reader.peek();
    const operands: Operand[] = [];
    while (!this.#atCommandEnd()) {
      if (operands.length > 0 && !this.#reader.peek().afterSpace) throw unexpected(this.#reader.peek());
      operands.push(this.#operand());
    }
    const callee = operands[0];
    if (callee === undefined) {
      throw new GoTemplateProblem('A value is missing here', 'missing-value', { span: first });
    }
    if (callee.kind === 'nil') {
      throw new GoTemplateProblem('nil is not a command', 'nil-command', { span: callee.span });
    }
    if (callee.kind !== 'function' && (operands.length > 1 || piped)) {
      throw new GoTemplateProblem("Only a function can be given arguments, and this isn't one", 'not-a-function', {
        span: callee.span,
      });
    }
    return { span: { start: first.start, end: this.#reader.previous().end }, operands };
  }

  #operand(): Operand {
    let operand = this.#term();
    let fields = operand.kind === 'field' ? 1 : 0;
    while (this.#reader.peek().kind === 'field' && !this.#reader.peek().afterSpace) {
      const field = this.#reader.next();
      if (operand.kind === 'literal' || operand.kind === 'nil' || operand.kind === 'dot') {
        throw unexpected(field);
      }
      fields += 1;
      if (fields > MAX_FIELDS) {
        throw new GoTemplateProblem(`More than ${MAX_FIELDS} fields in one chain`, 'chain-too-long', {
          span: { start: field.start, end: field.end },
        });
      }
      operand = fieldOf(operand, field, operand.span.start);
    }
    return operand;
  }

  #term(): Operand {
    const token = this.#reader.next();
    const span: Span = { start: token.start, end: token.end };
    switch (token.kind) {
      case 'string':
        return { kind: 'literal', span, value: token.text };
      case 'number':
        return { kind: 'literal', span, value: readGoNumber(token.text) ?? Number.NaN };
      case 'dot':
        return { kind: 'dot', span };
      case 'field':
        return fieldOf({ kind: 'dot', span: { start: token.start, end: token.start } }, token, token.start);
      case 'variable':
        return { kind: 'variable', span, name: this.#knownVariable(token) };
      case 'word':
        return this.#word(token, span);
      default:
        if (token.text !== '(') throw unexpected(token);
        return this.#group(token);
    }
  }

  #word({ text }: Token, span: Span): Operand {
    if (text === 'true' || text === 'false') return { kind: 'literal', span, value: text === 'true' };
    if (text === 'nil') return { kind: 'nil', span };
    if (!this.#functions.has(text) && !SHORT_CIRCUITS.includes(text)) {
      throw new GoTemplateProblem(`There is no function "${text}" in {{ }}`, 'unknown-template-function', {
        span,
        remedy: `${didYouMean(
          text,
          [...SHORT_CIRCUITS, ...this.#functions.keys()].filter((name) => name !== NEVER_SUGGESTED),
        )} ${KEEP_BRACES}`,
      });
    }
    return { kind: 'function', span, name: text };
  }

  #group(open: Token): Operand {
    this.enter(open);
    const pipeline = this.parse(1);
    if (!this.#reader.takes(')')) {
      throw new GoTemplateProblem('"(" has no ")"', 'unclosed-parenthesis', {
        span: { start: open.start, end: open.end },
      });
    }
    this.leave();
    return { kind: 'group', span: { start: open.start, end: this.#reader.previous().end }, pipeline };
  }

  #knownVariable(token: Token): string {
    if (!this.#variables.includes(token.text)) {
      throw new GoTemplateProblem(`There is no variable ${token.text} here`, 'unknown-template-variable', {
        span: { start: token.start, end: token.end },
      });
    }
    return token.text;
  }

  /** Goes one level deeper: into an action or a parenthesis. */
  enter(span: Span): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw new GoTemplateProblem(`Actions are nested more than ${MAX_DEPTH} deep`, 'nested-too-deep', {
        span: { start: span.start, end: span.end },
      });
    }
  }

  leave(): void {
    this.#depth -= 1;
  }

  #atCommandEnd(): boolean {
    return this.#reader.peek().kind === 'close' || this.#reader.isPunctuation('|') || this.#reader.isPunctuation(')');
  }
}

function fieldOf(operand: Operand, field: Token, start: number): Operand {
  return { kind: 'field', span: { start, end: field.end }, of: operand, name: field.text };
}
