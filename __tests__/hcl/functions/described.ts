import type { FunctionEnvironment } from '../../../src/hcl/functions/environment.ts';
import { inspect } from '../../../src/hcl/values/inspect.ts';
import { fromPlain } from '../../../src/hcl/values/json.ts';
import { callByName } from './call-by-name.ts';

/** Calls a function with plain arguments and gives the result as HCL, or the detail of the failure. */
export function described(name: string, args: readonly unknown[], environment?: FunctionEnvironment): string {
  const result = callByName(
    name,
    args.map((argument) => fromPlain(argument)),
    environment,
  );
  return result.ok ? inspect(result.value) : result.detail;
}
