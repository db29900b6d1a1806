import { BakeError } from '../../kernel/errors.ts';
import type { RedirectRule } from '../shared/redirect.ts';

/** What the services' own clients do, which is to follow once; and a token goes nowhere but to the host that it is for. */
export const REDIRECTS: RedirectRule = { most: 1, elsewhere: 'refused' };

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable of the environment without which a service can't be asked. */
export function required(name: string, environment: Environment, service: string): string {
  const value = environment[name];
  if (value) return value;
  throw new BakeError(`${service} can't be asked: ${name} is not set`, {
    code: 'environment-missing',
    category: 'input',
    hint: `Set ${name} in the environment of this step.`,
  });
}

export interface Asked {
  readonly service: string;
  /** `the secret "secret/data/app"` */
  readonly what: string;
  /** The variable that holds the token. */
  readonly token: string;
  /** What to look at when it is not there. */
  readonly missing: string;
}

/** Throws for every status but 200 to 299. What the service says is not repeated: it may quote what it was sent. */
export function checkStatus(status: number, { service, what, token, missing }: Asked): void {
  if (status >= 200 && status <= 299) return;
  if (status === 401 || status === 403) {
    throw new BakeError(`${service} does not let this token read ${what} (status ${status})`, {
      code: 'not-authorised',
      category: 'auth',
      hint: `Check that ${token} is valid, and that its policies allow reading it.`,
    });
  }
  if (status === 404) {
    throw new BakeError(`${service} has nothing at ${what}`, {
      code: 'secret-not-found',
      category: 'cloud',
      hint: missing,
    });
  }
  throw new BakeError(`${service} answered with status ${status} when asked for ${what}`, {
    code: 'http-status',
    category: 'connection',
    hint: `Check the address, and the state of the server.`,
  });
}
