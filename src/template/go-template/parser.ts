import { type Token, tokenize } from './lexer.ts';
import { type KnownNames, PipelineParser } from './pipeline-parser.ts';
import { GoTemplateProblem, type Span } from './problem.ts';
import type { BranchNode, Node } from './syntax-tree.ts';
import { TokenReader } from './token-reader.ts';

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
  #loops = 0;

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
      nodes.push(this.#actionNode());
    }
  }

  #actionNode(): Node {
    const word = this.#reader.peek();
    if (word.kind === 'word' && KEYWORDS.has(word.text)) return this.#keyword(this.#reader.next());
    const pipeline = this.#pipelines.parse(1);
    this.#reader.close();
    return { kind: 'action', pipeline };
  }

  #keyword(word: Token): Node {
    const { text } = word;
    if (text === 'if' || text === 'with' || text === 'range') return this.#branch(text, word);
    if (text === 'break' || text === 'continue') {
      if (this.#loops === 0) {
        throw new GoTemplateProblem(`{{ ${text} }} outside a {{ range }}`, 'stray-loop-control', { span: word });
      }
      this.#reader.close();
      return { kind: text };
    }
    throw new GoTemplateProblem(`{{ ${text} }} can't be used here`, 'unsupported-action', {
      span: word,
      remedy: 'A text of its own template can only use if, with, range and functions.',
    });
  }

  #branch(kind: BranchNode['kind'], word: Token): BranchNode {
    this.#pipelines.enter(word);
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
    this.#pipelines.leave();
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
