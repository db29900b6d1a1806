import type { Span } from './problem.ts';
import type { Command, Node, Operand, Pipeline } from './syntax-tree.ts';

/** A name that is written in a text, and looked up when the text is rendered. */
export interface Reference {
  readonly name: string;
  readonly span: Span;
}

/** A name that a function is given as it is written: `name` in `{{ user "name" }}`. */
export interface GivenName extends Reference {
  /** Whether it depends on a condition, or on a list, whether the function is called. */
  readonly isConditional: boolean;
}

/** The names that a function is given, wherever in a text. */
export function namesGivenTo(called: string, nodes: readonly Node[]): readonly GivenName[] {
  return pipelinesIn(nodes, OUTERMOST).flatMap(({ pipeline, isConditional }) =>
    commandsIn(pipeline).flatMap(({ operands: [callee, first] }) =>
      callee?.kind === 'function' && callee.name === called && first?.kind === 'literal'
        ? [{ name: String(first.value), span: first.span, isConditional }]
        : [],
    ),
  );
}

/**
 * The fields of its data (`{{ .Path }}`) that a text shows, or gives to functions. One that the text also asks for in a
 * condition, or has something else for (`or .Path "/tmp"`), is not among them: it may well be missing.
 */
export function shownFields(nodes: readonly Node[]): readonly Reference[] {
  const all = pipelinesIn(nodes, OUTERMOST);
  const asked = new Set(all.flatMap(askedFor).map(({ name }) => name));
  return all
    .filter(({ isShown }) => isShown)
    .flatMap(fieldsOf)
    .filter(({ name }) => !asked.has(name));
}

/** Whether what a text says depends on the run: on the dot and its fields, or on what `{{ build }}` looks up. */
export function asksOfRun(nodes: readonly Node[]): boolean {
  return pipelinesIn(nodes, OUTERMOST)
    .flatMap(({ pipeline }) => commandsIn(pipeline))
    .some(({ operands }) => operands.some(isOfRun));
}

function isOfRun(operand: Operand): boolean {
  switch (operand.kind) {
    case 'dot':
      return true;
    case 'variable':
      return operand.name === '$';
    case 'function':
      return operand.name === 'build';
    case 'field':
      return isOfRun(operand.of);
    default:
      return false;
  }
}

/** What the surroundings of a node say about it. */
interface Around {
  /** Whether `.` and `$` are the data of the whole text. */
  readonly dotIsData: boolean;
  readonly dollarIsData: boolean;
  readonly isConditional: boolean;
}

const OUTERMOST: Around = { dotIsData: true, dollarIsData: true, isConditional: false };
/** Each use of a definition has data of its own. */
const DEFINITION: Around = { dotIsData: false, dollarIsData: false, isConditional: true };

interface PipelineInText extends Around {
  readonly pipeline: Pipeline;
  /** Whether its value goes into the text, rather than decides what does. */
  readonly isShown: boolean;
}

function pipelinesIn(nodes: readonly Node[], around: Around): readonly PipelineInText[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case 'action':
        return [{ ...around, pipeline: node.pipeline, isShown: node.pipeline.variables.length === 0 }];
      case 'if':
      case 'with':
      case 'range': {
        const inside = { ...around, isConditional: true };
        return [
          { ...around, pipeline: node.pipeline, isShown: false },
          ...pipelinesIn(node.body, { ...inside, dotIsData: around.dotIsData && node.kind === 'if' }),
          ...pipelinesIn(node.otherwise, inside),
        ];
      }
      case 'define':
        return pipelinesIn(node.body, DEFINITION);
      case 'template':
        return node.pipeline === undefined ? [] : [{ ...around, pipeline: node.pipeline, isShown: false }];
      default:
        return [];
    }
  });
}

/** All commands of a pipeline, those in its parentheses included. */
function commandsIn({ commands }: Pipeline): readonly Command[] {
  return commands.flatMap((command) => [command, ...command.operands.flatMap(commandsInOperand)]);
}

function commandsInOperand(operand: Operand): readonly Command[] {
  if (operand.kind === 'group') return commandsIn(operand.pipeline);
  return operand.kind === 'field' ? commandsInOperand(operand.of) : [];
}

/** Functions that take it well when there is no value. */
const ASKING: ReadonlySet<string> = new Set(['and', 'or', 'not']);

function askedFor(each: PipelineInText): readonly Reference[] {
  if (!each.isShown) return fieldsOf(each);
  return commandsIn(each.pipeline).flatMap(({ operands: [callee, ...args] }) =>
    callee?.kind === 'function' && ASKING.has(callee.name)
      ? args.flatMap((operand) => fieldsInOperand(operand, each))
      : [],
  );
}

function fieldsOf(each: PipelineInText): readonly Reference[] {
  return commandsIn(each.pipeline).flatMap(({ operands }) =>
    operands.flatMap((operand) => fieldsInOperand(operand, each)),
  );
}

/** Of `.A.B` the first name; what is in parentheses has commands of its own. */
function fieldsInOperand(operand: Operand, around: Around): readonly Reference[] {
  if (operand.kind !== 'field') return [];
  const { of, name, span } = operand;
  const isData =
    (of.kind === 'dot' && around.dotIsData) || (of.kind === 'variable' && of.name === '$' && around.dollarIsData);
  return isData ? [{ name, span }] : fieldsInOperand(of, around);
}
