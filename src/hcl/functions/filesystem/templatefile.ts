import { hasErrors } from '../../../kernel/diagnostics.ts';
import { isIdentifier } from '../../identifier.ts';
import { DYNAMIC, STRING } from '../../values/types.ts';
import { argumentAt, isMapping, textAt } from '../arguments.ts';
import { FunctionFault, fault, type PlainFunction } from '../function.ts';
import { readText, resolveFromTemplate } from './resolve.ts';

/** What reading and parsing a template costs, apart from its length. */
const STEPS_TO_RENDER = 100;

export const templatefile: PlainFunction = {
  name: 'templatefile',
  params: [
    { name: 'path', type: STRING },
    { name: 'vars', type: DYNAMIC, allowUnknown: 'inside' },
  ],
  returns: DYNAMIC,
  doc: "The text file, rendered as a template with these variables; relative paths start from the template's directory.",
  call(args, environment) {
    const name = textAt(args, 0);
    const variables = argumentAt(args, 1);
    if (!isMapping(variables)) fault('invalid vars value: must be a map or an object', 1);
    const entries = variables.asEntries();
    const wrong = [...entries.keys()].find((key) => !isIdentifier(key));
    if (wrong !== undefined) {
      fault(
        `invalid template variable name "${wrong}": must start with a letter, followed by zero or more letters, digits, and underscores`,
        1,
      );
    }
    const file = resolveFromTemplate(name, environment.files);
    const text = readText(file, name, environment.files);
    environment.budget.spendSteps(STEPS_TO_RENDER + Math.ceil(text.length / 4));
    const rendered = environment.renderTemplate(text, name, entries);
    const { value, diagnostics } = rendered;
    if (value !== undefined && !hasErrors(diagnostics)) return value;
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const place =
      first?.subject === undefined ? '' : ` (line ${first.subject.start.line}, column ${first.subject.start.column})`;
    const reason = first === undefined ? 'no value' : `${first.summary}${place}: ${first.detail.replace(/\.$/, '')}`;
    throw new FunctionFault(`the template "${name}" cannot be rendered: ${reason}`, undefined, errors);
  },
};
