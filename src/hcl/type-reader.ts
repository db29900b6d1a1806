import { type Diagnosed, type Diagnostic, errorDiagnostic } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import type { CallExpression, Expression, JsonStringExpression, ObjectItem } from './expression-ast.ts';
import { EMPTY_SCOPE, type Scope } from './scope.ts';
import { keyword, stringLiteral } from './static-analysis.ts';
import { convert } from './values/convert.ts';
import {
  type AttributeType,
  BOOL,
  DYNAMIC,
  listOf,
  mapOf,
  NUMBER,
  objectOf,
  STRING,
  setOf,
  type Type,
  tupleOf,
} from './values/types.ts';
import type { Value } from './values/value.ts';

const KEYWORDS: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['any', DYNAMIC],
  ['bool', BOOL],
  ['number', NUMBER],
  ['string', STRING],
]);
const COLLECTIONS = new Map<string, (element: Type) => Type>([
  ['list', listOf],
  ['map', mapOf],
  ['set', setOf],
]);
const CONSTRUCTORS = [...COLLECTIONS.keys(), 'object', 'tuple'];

type Evaluate = (expression: Expression, scope: Scope) => Diagnosed<Value>;

/** Reads a type, as `typeFromExpression` describes it; defaults are evaluated by `evaluate`. */
export function readType(expression: Expression, evaluate: Evaluate): Diagnosed<Type> {
  const reader = new TypeReader(evaluate);
  const value = reader.read(expression);
  return { value, diagnostics: reader.diagnostics };
}

class TypeReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #evaluate: Evaluate;

  constructor(evaluate: Evaluate) {
    this.#evaluate = evaluate;
  }

  read(expression: Expression): Type | undefined {
    if (expression.kind === 'invalid') return undefined;
    if (expression.kind === 'json-string') return this.#readString(expression);
    if (expression.kind === 'call') return this.#readCall(expression);
    const word = keyword(expression);
    const type = word === undefined ? undefined : KEYWORDS.get(word);
    return type ?? this.#fail(expression.range, wrongType(expression, word));
  }

  /** In JSON a type is a string that holds it. */
  #readString({ native }: JsonStringExpression): Type | undefined {
    this.diagnostics.push(...native.diagnostics);
    return native.value === undefined ? undefined : this.read(native.value);
  }

  #readCall(call: CallExpression): Type | undefined {
    const [argument, extra] = call.arguments;
    const collection = COLLECTIONS.get(call.name);
    if (collection === undefined && call.name !== 'object' && call.name !== 'tuple') {
      return this.#fail(call.nameRange, unknownConstructor(call.name), call.range);
    }
    if (argument === undefined) {
      return this.#fail(call.range, `The type "${call.name}" needs one argument: ${example(call.name)}`);
    }
    if (extra !== undefined || call.expansion !== undefined) {
      return this.#fail(
        extra?.range ?? call.range,
        `The type "${call.name}" takes one argument: ${example(call.name)}`,
        call.range,
      );
    }
    if (collection !== undefined) {
      const element = this.read(argument);
      return element === undefined ? undefined : collection(element);
    }
    return call.name === 'object' ? this.#readObject(argument) : this.#readTuple(argument);
  }

  #readTuple(expression: Expression): Type | undefined {
    if (expression.kind !== 'tuple') {
      return this.#fail(expression.range, `The elements of a tuple type are a list of types: ${example('tuple')}`);
    }
    const elements = expression.items.map((item) => this.read(item));
    const known = elements.filter((element) => element !== undefined);
    return known.length === elements.length ? tupleOf(known) : undefined;
  }

  #readObject(expression: Expression): Type | undefined {
    if (expression.kind !== 'object') {
      return this.#fail(
        expression.range,
        `The attributes of an object type are names with types: ${example('object')}`,
      );
    }
    const attributes = new Map<string, AttributeType>();
    let complete = true;
    for (const item of expression.items) {
      const name = this.#attributeName(item);
      const attribute = this.#readAttribute(item.value);
      if (name !== undefined && attributes.has(name)) {
        this.#fail(item.key.range, `The attribute "${name}" is declared twice.`);
      }
      if (name === undefined || attribute === undefined) complete = false;
      else attributes.set(name, attribute);
    }
    return complete ? objectOf(attributes) : undefined;
  }

  #attributeName({ key }: ObjectItem): string | undefined {
    if (key.kind === 'name') return key.name;
    return (
      stringLiteral(key.expression) ?? this.#fail(key.range, 'The name of an attribute must be written literally.')
    );
  }

  #readAttribute(expression: Expression): AttributeType | undefined {
    if (expression.kind !== 'call' || expression.name !== 'optional') {
      const type = this.read(expression);
      return type === undefined ? undefined : { type, optional: false };
    }
    const [written, fallback, extra] = expression.arguments;
    if (written === undefined || extra !== undefined) {
      return this.#fail(
        expression.range,
        'An optional attribute has a type and may have a default: optional(string, "none")',
      );
    }
    const type = this.read(written);
    if (type === undefined) return undefined;
    return fallback === undefined ? { type, optional: true } : this.#readFallback(type, fallback);
  }

  #readFallback(type: Type, expression: Expression): AttributeType | undefined {
    const { value, diagnostics } = this.#evaluate(expression, EMPTY_SCOPE);
    this.diagnostics.push(...diagnostics);
    if (value === undefined || diagnostics.length > 0) return undefined;
    const converted = convert(value, type);
    if (converted.ok) return { type, optional: true, fallback: converted.value };
    return this.#fail(expression.range, `This default does not fit the attribute's type: ${converted.error.message}.`);
  }

  #fail(subject: SourceRange, detail: string, context: SourceRange = subject): undefined {
    this.diagnostics.push(errorDiagnostic({ code: 'invalid-type', summary: 'Invalid type', detail, subject, context }));
    return undefined;
  }
}

function wrongType(expression: Expression, word: string | undefined): string {
  const text = stringLiteral(expression);
  if (text !== undefined && (KEYWORDS.has(text) || CONSTRUCTORS.includes(text))) {
    return `Types are written without quotes: ${KEYWORDS.has(text) ? text : example(text)}`;
  }
  if (word !== undefined && CONSTRUCTORS.includes(word)) {
    return `The type "${word}" needs an argument that says what it holds: ${example(word)}`;
  }
  const all = 'Types are string, number, bool, any, list(…), set(…), map(…), object({…}) and tuple([…]).';
  return word === undefined
    ? `This is no type. ${all}`
    : `There is no type named "${word}".${didYouMean(word, [...KEYWORDS.keys(), ...CONSTRUCTORS])} ${all}`;
}

function unknownConstructor(name: string): string {
  if (KEYWORDS.has(name)) return `The type "${name}" takes no argument: write ${name}`;
  if (name === 'optional') return 'Only attributes of an object type can be optional.';
  return `There is no type named "${name}".${didYouMean(name, [...KEYWORDS.keys(), ...CONSTRUCTORS])}`;
}

function example(name: string): string {
  if (name === 'object') return 'object({ name = string })';
  return name === 'tuple' ? 'tuple([string, number])' : `${name}(string)`;
}
