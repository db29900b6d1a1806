import type { Diagnostic } from '../../../kernel/diagnostics.ts';
import { hasErrors } from '../../../kernel/diagnostics.ts';
import { BOOL, DYNAMIC } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import type { LazyFunction } from '../function.ts';

export const tryFunction: LazyFunction = {
  kind: 'lazy',
  name: 'try',
  params: [],
  variadic: { name: 'expressions', type: DYNAMIC },
  doc: 'The value of the first expression that can be evaluated without an error.',
  call(args) {
    const diagnostics: Diagnostic[] = [];
    for (const evaluate of args) {
      const attempt = evaluate();
      if (attempt.value !== undefined && !hasErrors(attempt.diagnostics)) {
        // What is not known yet could still turn out to be an error, and then the next expression would count.
        const undecided = !attempt.value.isWhollyKnown() && args.length > 1 && evaluate !== args.at(-1);
        const value = undecided ? Value.unknownOf(DYNAMIC).withMarks(attempt.value.allMarks()) : attempt.value;
        return { ok: true, value };
      }
      diagnostics.push(...attempt.diagnostics);
    }
    if (args.length === 0) return { ok: false, message: 'at least one argument is required', diagnostics };
    const reasons = diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`).join(' ');
    return { ok: false, message: `no expression succeeded: ${reasons}`, diagnostics };
  },
};

export const can: LazyFunction = {
  kind: 'lazy',
  name: 'can',
  params: [{ name: 'expression', type: DYNAMIC }],
  doc: 'Whether the expression can be evaluated without an error.',
  call([evaluate]) {
    const attempt = evaluate?.() ?? { value: undefined, diagnostics: [] };
    if (attempt.value === undefined || hasErrors(attempt.diagnostics)) return { ok: true, value: Value.bool(false) };
    const marks = attempt.value.allMarks();
    const value = attempt.value.isWhollyKnown() ? Value.bool(true) : Value.unknownOf(BOOL);
    return { ok: true, value: value.withMarks(marks) };
  },
};
