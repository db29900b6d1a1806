import type { ActionContext } from '../action.ts';
import { CloudError } from '../protocol/cloud-error.ts';

/** An action of a JSON service: takes the parsed body, gives what is to be written. */
export interface JsonAction {
  readonly name: string;
  run(context: ActionContext, input: JsonInput): unknown;
}

export type JsonInput = Readonly<Record<string, unknown>>;

/** Undefined where it is not given. */
export function textOf(input: JsonInput, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new CloudError('SerializationException', `${name} must be a string`);
  return value;
}

/** Throws CloudError where it is not given. */
export function requiredText(input: JsonInput, name: string): string {
  const value = textOf(input, name);
  if (value === undefined || value === '') {
    const member = name.charAt(0).toLowerCase() + name.slice(1);
    throw new CloudError(
      'ValidationException',
      `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return value;
}
