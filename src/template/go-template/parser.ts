import { didYouMean } from '../../kernel/suggestion.ts';
import { type Token, tokenize } from './lexer.ts';
import { readGoNumber } from './literals.ts';
import { GoTemplateProblem, type Span } from './problem.ts';
import type { BranchNode, Command, Node, Operand, Pipeline } from './syntax-tree.ts';

const MAX_DEPTH = 100;
const KEYWORDS: ReadonlySet<string> = new Set('if with range else end break continue define template block'.split(' '));
/** Functions whose later arguments may stay unevaluated: part of the language. */
const SHORT_CIRCUITS: readonly string[] = ['and', 'or'];

/** The functions there are, as a Map or a Set has them. */
export interface KnownNames {
  has(name: string): boolean;
  keys(): Iterable<string>;
}

/**
 * Parses a text. Functions are known by name already, as in Go, so that an unknown one is found wherever it stands.
 * Throws GoTemplateProblem.
 */
export function parseGoTemplate(text: string, functions: KnownNames): readonly Node[] {
  return new Parser(tokenize(text), functions).template();
}

interface Block {
  readonly nodes: readonly Node[];
  /** The word that ended it. */
  readonly ending: 'end' | 'else' | undefined;
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #functions: KnownNames;
  /** Variables in sight, innermost last; `$` is the whole data. */
  readonly #variables: string[] = ['$'];
  #position = 0;
  #depth = 0;
  #loops = 0;

  constructor(tokens: readonly Token[], functions: KnownNames) {
    this.#tokens = tokens;
    this.#functions = functions;
  }

  template(): readonly Node[] {
    return this.#block(undefined).nodes;
  }

  /** Nodes up to the `end` or `else` of the action that opened the block; up to the end of the text at the top. */
  #block(opener: Span | undefined): Block {
    const nodes: Node[] = [];
    for (;;) {
      const token = this.#next();
      if (token.kind === 'end') {
        if (opener === undefined) return { nodes, ending: undefined };
        throw new GoTemplateProblem('This action has no {{ end }}', 'missing-end', { span: opener });
      }
      if (token.kind === 'text') {
        nodes.push({ kind: 'text', text: token.text });
        continue;
      }
      const word = this.#peek();
      if (word.kind === 'word' && (word.text === 'end' || word.text === 'else')) {
        if (opener === undefined) {
          throw new GoTemplateProblem(
            `{{ ${word.text} }} without an {{ if }}, {{ with }} or {{ range }}`,
            'stray-end',
            {
              span: word,
            },
          );
        }
        this.#next();
        return { nodes, ending: word.text };
      }
      nodes.push(this.#actionNode());
    }
  }

  #actionNode(): Node {
    const word = this.#peek();
    if (word.kind === 'word' && KEYWORDS.has(word.text)) return this.#keyword(this.#next());
    const pipeline = this.#pipeline(2);
    this.#close();
    return { kind: 'action', pipeline };
  }

  #keyword(word: Token): Node {
    const { text } = word;
    if (text === 'if' || text === 'with' || text === 'range') return this.#branch(text, word);
    if (text === 'break' || text === 'continue') {
      if (this.#loops === 0) {
        throw new GoTemplateProblem(`{{ ${text} }} outside a {{ range }}`, 'stray-loop-control', { span: word });
      }
      this.#close();
      return { kind: text };
    }
    throw new GoTemplateProblem(`{{ ${text} }} can't be used here`, 'unsupported-action', {
      span: word,
      remedy: 'A text of its own template can only use if, with, range and functions.',
    });
  }

  #branch(kind: BranchNode['kind'], word: Token): BranchNode {
    this.#enter(word);
    const outer = this.#variables.length;
    const pipeline = this.#pipeline(kind === 'range' ? 2 : 1);
    this.#close();
    if (kind === 'range') this.#loops += 1;
    const inner = this.#variables.length;
    const body = this.#block(word);
    if (kind === 'range') this.#loops -= 1;
    this.#variables.length = inner;
    const otherwise = body.ending === 'else' ? this.#otherwise(kind, word) : [];
    if (body.ending === 'end') this.#close();
    this.#variables.length = outer;
    this.#depth -= 1;
    return { kind, span: word, pipeline, body: body.nodes, otherwise };
  }

  /** After `else`: the alternative, or an `else if` (`else with`), which shares the outer `end`. */
  #otherwise(kind: BranchNode['kind'], opener: Token): readonly Node[] {
    const word = this.#peek();
    if (word.kind === 'word' && (word.text === 'if' || word.text === 'with') && word.text === kind) {
      return [this.#branch(kind, this.#next())];
    }
    this.#close();
    const { nodes, ending } = this.#block(opener);
    if (ending === 'else') {
      throw new GoTemplateProblem('A second {{ else }}', 'stray-else', { span: this.#previous() });
    }
    this.#close();
    return nodes;
  }

  #pipeline(maxVariables: number): Pipeline {
    const start = this.#peek().start;
    const { variables, assigns } = this.#declaration(maxVariables);
    const commands = [this.#command(false)];
    while (this.#takes('|')) commands.push(this.#command(true));
    if (!assigns) this.#variables.push(...variables);
    return { span: { start, end: this.#previous().end }, variables, assigns, commands };
  }

  /** `$x :=`, `$x =` or `$i, $x :=`, where there is one. */
  #declaration(maxVariables: number): { readonly variables: readonly string[]; readonly assigns: boolean } {
    const begin = this.#position;
    const variables: Token[] = [];
    do {
      if (this.#peek().kind !== 'variable') break;
      variables.push(this.#next());
    } while (variables.length < maxVariables && this.#takes(','));
    const assigns = this.#isPunctuation('=');
    if (variables.length === 0 || !(assigns || this.#isPunctuation(':='))) {
      this.#position = begin;
      return { variables: [], assigns: false };
    }
    if (assigns) for (const variable of variables) this.#knownVariable(variable);
    this.#next();
    return { variables: variables.map(({ text }) => text), assigns };
  }

  #command(piped: boolean): Command {
    const first = this.#peek();
    const operands: Operand[] = [];
    while (!this.#atCommandEnd()) {
      if (operands.length > 0 && !this.#peek().afterSpace) throw this.#unexpected(this.#peek());
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
    return { span: { start: first.start, end: this.#previous().end }, operands };
  }

  #operand(): Operand {
    let operand = this.#term();
    while (this.#peek().kind === 'field' && !this.#peek().afterSpace) {
      const field = this.#next();
      if (operand.kind === 'literal' || operand.kind === 'nil' || operand.kind === 'dot') {
        throw this.#unexpected(field);
      }
      operand = fieldOf(operand, field, operand.span.start);
    }
    return operand;
  }

  #term(): Operand {
    const token = this.#next();
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
        if (token.text !== '(') throw this.#unexpected(token);
        return this.#group(token);
    }
  }

  #word({ text }: Token, span: Span): Operand {
    if (text === 'true' || text === 'false') return { kind: 'literal', span, value: text === 'true' };
    if (text === 'nil') return { kind: 'nil', span };
    if (!this.#functions.has(text) && !SHORT_CIRCUITS.includes(text)) {
      throw new GoTemplateProblem(`There is no function "${text}" in {{ }}`, 'unknown-template-function', {
        span,
        remedy:
          `${didYouMean(text, [...SHORT_CIRCUITS, ...this.#functions.keys()])} To have two braces in the text itself, write {{ "{{" }}.`.trimStart(),
      });
    }
    return { kind: 'function', span, name: text };
  }

  #group(open: Token): Operand {
    this.#enter(open);
    const pipeline = this.#pipeline(1);
    if (!this.#takes(')')) {
      throw new GoTemplateProblem('"(" has no ")"', 'unclosed-parenthesis', {
        span: { start: open.start, end: open.end },
      });
    }
    this.#depth -= 1;
    return { kind: 'group', span: { start: open.start, end: this.#previous().end }, pipeline };
  }

  #knownVariable(token: Token): string {
    if (!this.#variables.includes(token.text)) {
      throw new GoTemplateProblem(`There is no variable ${token.text} here`, 'unknown-template-variable', {
        span: { start: token.start, end: token.end },
      });
    }
    return token.text;
  }

  #enter(span: Span): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw new GoTemplateProblem(`Actions are nested more than ${MAX_DEPTH} deep`, 'nested-too-deep', {
        span: { start: span.start, end: span.end },
      });
    }
  }

  #close(): void {
    const token = this.#next();
    if (token.kind !== 'close') throw this.#unexpected(token);
  }

  #atCommandEnd(): boolean {
    return this.#peek().kind === 'close' || this.#isPunctuation('|') || this.#isPunctuation(')');
  }

  #takes(punctuation: string): boolean {
    if (!this.#isPunctuation(punctuation)) return false;
    this.#position += 1;
    return true;
  }

  #isPunctuation(text: string): boolean {
    const token = this.#peek();
    return token.kind === 'punctuation' && token.text === text;
  }

  #unexpected(token: Token): GoTemplateProblem {
    const shown = token.kind === 'string' ? JSON.stringify(token.text) : `"${token.text}"`;
    return new GoTemplateProblem(`Unexpected ${shown} in a {{ }} action`, 'unexpected-token', {
      span: { start: token.start, end: token.end },
    });
  }

  #peek(): Token {
    return this.#at(this.#position);
  }

  #next(): Token {
    const token = this.#peek();
    this.#position += 1;
    return token;
  }

  #previous(): Token {
    return this.#at(this.#position - 1);
  }

  /** The token `end` stands for everything after the last one. */
  #at(position: number): Token {
    const token = this.#tokens[Math.max(0, Math.min(position, this.#tokens.length - 1))];
    if (token === undefined) throw new Error('There is always a token "end"');
    return token;
  }
}

function fieldOf(operand: Operand, field: Token, start: number): Operand {
  return { kind: 'field', span: { start, end: field.end }, of: operand, name: field.text };
}
