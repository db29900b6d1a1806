import { type Token, tokenize } from './lexer.ts';
import { type KnownNames, PipelineParser } from './pipeline-parser.ts';
import { GoTemplateProblem, type Span } from './problem.ts';
import type { BranchNode, Node } from './syntax-tree.ts';
import { TokenReader, unexpected } from './token-reader.ts';

const KEYWORDS: ReadonlySet<string> = new Set('if with range else end break continue define template block'.split(' '));

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
  readonly #reader: TokenReader;
  readonly #pipelines: PipelineParser;
  readonly #definitions = new Map<string, readonly Node[]>();
  #loops = 0;
  /** How many actions around have no `end` yet. */
  #open = 0;

  constructor(tokens: readonly Token[], functions: KnownNames) {
    this.#reader = new TokenReader(tokens);
    this.#pipelines = new PipelineParser(this.#reader, functions);
  }

  template(): readonly Node[] {
    return this.#block(undefined).nodes;
  }

  /** Nodes up to the `end` or `else` of the action that opened the block; up to the end of the text at the top. */
  #block(opener: Span | undefined): Block {
    const nodes: Node[] = [];
    for (;;) {
      const token = this.#reader.next();
      if (token.kind === 'end') {
        if (opener === undefined) return { nodes, ending: undefined };
        throw new GoTemplateProblem('This action has no {{ end }}', 'missing-end', { span: opener });
      }
      if (token.kind === 'text') {
        nodes.push({ kind: 'text', text: token.text });
        continue;
      }
      const word = this.#reader.peek();
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
        this.#reader.next();
        return { nodes, ending: word.text };
      }
      nodes.push(...this.#actionNodes());
    }
  }

  #actionNodes(): readonly Node[] {
    const word = this.#reader.peek();
    if (word.kind === 'word' && KEYWORDS.has(word.text)) return this.#keyword(this.#reader.next());
    const pipeline = this.#pipelines.parse(1);
    this.#reader.close();
    return [{ kind: 'action', pipeline }];
  }

  #keyword(word: Token): readonly Node[] {
    const { text } = word;
    if (text === 'if' || text === 'with' || text === 'range') return [this.#branch(text, word)];
    if (text === 'define') return [this.#define(word)];
    if (text === 'template') return [this.#template()];
    if (text === 'block') return this.#blockNodes(word);
    if (text === 'break' || text === 'continue') {
      if (this.#loops === 0) {
        throw new GoTemplateProblem(`{{ ${text} }} outside a {{ range }}`, 'stray-loop-control', { span: word });
      }
      this.#reader.close();
      return [{ kind: text }];
    }
    throw unexpected(word);
  }

  /** `{{ define "name" }} … {{ end }}` */
  #define(word: Token): Node {
    if (this.#open > 0) {
      throw new GoTemplateProblem('{{ define }} within another action', 'nested-define', {
        span: word,
        remedy: 'A definition stands by itself, outside every {{ if }}, {{ with }}, {{ range }} and {{ define }}.',
      });
    }
    const name = this.#name();
    this.#reader.close();
    return this.#definition(name, word);
  }

  /** `{{ template "name" }}` or `{{ template "name" pipeline }}` */
  #template(): Node {
    const name = this.#name();
    const pipeline = this.#reader.peek().kind === 'close' ? undefined : this.#pipelines.parse(1);
    this.#reader.close();
    return { kind: 'template', span: name, name: name.text, pipeline, definitions: this.#definitions };
  }

  /** `{{ block "name" pipeline }} … {{ end }}`: a definition, used at once. */
  #blockNodes(word: Token): readonly Node[] {
    const name = this.#name();
    const pipeline = this.#pipelines.parse(1);
    this.#reader.close();
    const definition = this.#definition(name, word);
    return [definition, { kind: 'template', span: name, name: name.text, pipeline, definitions: this.#definitions }];
  }

  /** What stands between; variables and loops around mean nothing in it. */
  #definition(name: Token, word: Token): Node {
    const loops = this.#loops;
    this.#loops = 0;
    const body = this.#pipelines.apart(() => this.#within(word, () => this.#block(word)));
    this.#loops = loops;
    if (body.ending !== 'end') {
      throw new GoTemplateProblem('{{ else }} in a definition', 'stray-else', { span: this.#reader.previous() });
    }
    this.#reader.close();
    // Of two definitions one that holds nothing but white space does not count.
    const earlier = this.#definitions.get(name.text);
    if (earlier === undefined || isBlank(earlier)) this.#definitions.set(name.text, body.nodes);
    else if (!isBlank(body.nodes)) {
      throw new GoTemplateProblem(`A second definition of "${name.text}"`, 'duplicate-definition', { span: name });
    }
    return { kind: 'define', name: name.text, body: body.nodes };
  }

  #name(): Token {
    const token = this.#reader.next();
    if (token.kind === 'string') return token;
    throw new GoTemplateProblem('The name of a template is a text in quotes', 'template-name', { span: token });
  }

  /** Reads what belongs to an action that needs an `end`. */
  #within<T>(opener: Span, read: () => T): T {
    this.#pipelines.enter(opener);
    this.#open += 1;
    const result = read();
    this.#open -= 1;
    this.#pipelines.leave();
    return result;
  }

  #branch(kind: BranchNode['kind'], word: Token): BranchNode {
    return this.#within(word, () => this.#branchNode(kind, word));
  }

  #branchNode(kind: BranchNode['kind'], word: Token): BranchNode {
    const outer = this.#pipelines.variableCount;
    const pipeline = this.#pipelines.parse(kind === 'range' ? 2 : 1);
    this.#reader.close();
    if (kind === 'range') this.#loops += 1;
    const inner = this.#pipelines.variableCount;
    const body = this.#block(word);
    if (kind === 'range') this.#loops -= 1;
    this.#pipelines.forgetFrom(inner);
    const otherwise = body.ending === 'else' ? this.#otherwise(kind, word) : [];
    if (body.ending === 'end') this.#reader.close();
    this.#pipelines.forgetFrom(outer);
    return { kind, span: word, pipeline, body: body.nodes, otherwise };
  }

  /** After `else`: the alternative, or an `else if` (`else with`), which shares the outer `end`. */
  #otherwise(kind: BranchNode['kind'], opener: Token): readonly Node[] {
    const word = this.#reader.peek();
    if (word.kind === 'word' && (word.text === 'if' || word.text === 'with') && word.text === kind) {
      return [this.#branch(kind, this.#reader.next())];
    }
    this.#reader.close();
    const { nodes, ending } = this.#block(opener);
    if (ending === 'else') {
      throw new GoTemplateProblem('A second {{ else }}', 'stray-else', { span: this.#reader.previous() });
    }
    this.#reader.close();
    return nodes;
  }
}

function isBlank(nodes: readonly Node[]): boolean {
  return nodes.every((node) => node.kind === 'define' || (node.kind === 'text' && node.text.trim() === ''));
}
