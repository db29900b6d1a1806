import type { AgentSession } from './agent-session.ts';

/** A session of Session Manager, from StartSession until it ends. */
export interface Session {
  readonly id: string;
  readonly instanceId: string;
  /** What connects the machine's port with whoever holds the token. */
  readonly agent: AgentSession;
  /** The tokens that were given out and not used; each opens one connection. */
  readonly tokens: Set<string>;
}

/** `ws://127.0.0.1:4566/v1/data-channel/local-0123?role=publish_subscribe` */
export function streamUrl(servedAt: string, sessionId: string): string {
  return `${servedAt.replace(/^http/, 'ws')}/v1/data-channel/${sessionId}?role=publish_subscribe`;
}

/** The sessions of the whole cloud, by id; ended ones are gone. */
export class Sessions {
  /** Where the cloud is served, `http://…`; undefined: it is not, and so there are no data channels. */
  servedAt: string | undefined;
  readonly #open = new Map<string, Session>();

  get(id: string): Session | undefined {
    return this.#open.get(id);
  }

  all(): readonly Session[] {
    return [...this.#open.values()];
  }

  add(session: Session): void {
    this.#open.set(session.id, session);
  }

  /** Ends all that lead to an instance which is gone. */
  endOf(instanceId: string): void {
    for (const session of this.all()) if (session.instanceId === instanceId) this.end(session.id, '');
  }

  /** Ends it, saying why to its client; one that has ended already is fine. */
  end(id: string, reason: string): void {
    const session = this.#open.get(id);
    this.#open.delete(id);
    session?.agent.end(reason);
  }
}
