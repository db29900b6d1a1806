import { type CallResult, callFunction } from '../../../src/hcl/functions/call.ts';
import type { FunctionEnvironment } from '../../../src/hcl/functions/environment.ts';
import { loadFunctions } from '../../../src/hcl/functions/table.ts';
import type { Value } from '../../../src/hcl/values/value.ts';
import { fakeEnvironment } from './fake-environment.ts';

const { functions } = await loadFunctions(fakeEnvironment());

/** Calls one of the standard functions that take values. */
export function callByName(
  name: string,
  args: readonly Value[],
  environment: FunctionEnvironment = fakeEnvironment(),
): CallResult {
  const record = functions.get(name);
  if (record === undefined || record.kind !== undefined) throw new Error(`No such function: ${name}`);
  return callFunction(record, args, environment);
}
