import type { RemoteAnswer } from '../hcl/functions/environment.ts';
import { describeError, toBakeError } from '../kernel/errors.ts';
import type { AskRemote, RemoteQuestion } from './data-source.ts';

/** How often an evaluation may turn out to need more answers: as deep as calls may depend on each other. */
const MAXIMUM_ROUNDS = 50;

/**
 * What remote services answered in this run. Expressions are evaluated at once, and asking takes time: a call whose
 * answer is not here yet gives an unknown value and is noted, then all that is noted is asked for, and the expression is
 * evaluated again.
 */
export class RemoteAnswers {
  readonly #ask: AskRemote | undefined;
  readonly #signal: AbortSignal;
  readonly #answers = new Map<string, RemoteAnswer>();
  readonly #asked = new Map<string, Promise<void>>();
  #wanted = new Map<string, RemoteQuestion>();

  /** Without `ask` nobody is asked, and every answer stays unknown. */
  constructor(ask: AskRemote | undefined, signal: AbortSignal) {
    this.#ask = ask;
    this.#signal = signal;
  }

  /** For the functions. */
  readonly lookUp = (name: string, args: readonly (string | undefined)[]): RemoteAnswer => {
    const question: RemoteQuestion = { function: name, arguments: args };
    const key = keyOf(question);
    const answer = this.#answers.get(key);
    if (answer === undefined) this.#wanted.set(key, question);
    return answer ?? { kind: 'unknown', text: '' };
  };

  /**
   * Evaluates until everything that is asked for on the way is known. While an `evaluation` that waits for something is
   * under way there must be no other one.
   */
  async settle<T>(evaluation: () => T | Promise<T>): Promise<T> {
    for (let round = 1; ; round += 1) {
      this.#wanted = new Map();
      const begun = evaluation();
      const result = begun instanceof Promise ? await begun : begun;
      const wanted = [...this.#wanted.values()];
      if (this.#ask === undefined || wanted.length === 0) return result;
      // A question that is new in every round, such as one about a random name, would never end.
      if (round === MAXIMUM_ROUNDS) for (const question of wanted) this.#giveUp(question);
      else await Promise.all(wanted.map((question) => this.#fetch(question)));
      if (round > MAXIMUM_ROUNDS) return result;
    }
  }

  #fetch(question: RemoteQuestion): Promise<void> {
    const key = keyOf(question);
    const under = this.#asked.get(key) ?? this.#answer(key, question);
    this.#asked.set(key, under);
    return under;
  }

  async #answer(key: string, question: RemoteQuestion): Promise<void> {
    try {
      const text = (await this.#ask?.(question, this.#signal)) ?? '';
      this.#answers.set(key, { kind: 'answered', text });
    } catch (thrown) {
      if (this.#signal.aborted) throw thrown;
      this.#answers.set(key, { kind: 'failed', text: describeError(toBakeError(thrown)) });
    }
  }

  #giveUp(question: RemoteQuestion): void {
    const text = 'its arguments are different each time that they are computed';
    this.#answers.set(keyOf(question), { kind: 'failed', text });
  }
}

function keyOf(question: RemoteQuestion): string {
  return JSON.stringify([question.function, ...question.arguments.map((each) => each ?? null)]);
}
