import { type Matcher, RE2JS, RE2JSSyntaxException } from 're2js';
import type { EvaluationBudget } from '../../budget.ts';
import { listOf, objectOf, STRING, type Type, tupleOf } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, textAt } from '../arguments.ts';
import { FunctionFault, fault, type PlainFunction } from '../function.ts';
import { writtenOutLength } from './pattern-cost.ts';

// Go's regular expressions are RE2's: other syntax than JavaScript's, and a running time that is linear in the text.

const PARAMS = [
  { name: 'pattern', type: STRING },
  { name: 'string', type: STRING },
] as const;

export const regex: PlainFunction = {
  name: 'regex',
  params: PARAMS,
  returns: (args) => resultTypeIfKnown(args),
  expense: (args) => ({ steps: matchingSteps(args, 0, 1) }),
  doc: 'The first match of the pattern (RE2 syntax): a string, or with groups a tuple of what they matched, or an object when the groups are named. No match is an error.',
  call(args) {
    const pattern = compile(textAt(args, 0), 0);
    resultType(pattern);
    const matcher = pattern.matcher(textAt(args, 1));
    if (!matcher.find()) fault('pattern did not match any part of the given string');
    return matchResult(pattern, matcher);
  },
};

export const regexall: PlainFunction = {
  name: 'regexall',
  params: PARAMS,
  returns: (args) => listOf(resultTypeIfKnown(args)),
  expense: (args) => ({ steps: matchingSteps(args, 0, 1) }),
  doc: 'All matches of the pattern, each as `regex` gives it; an empty list when there are none.',
  call(args, { budget }) {
    const pattern = compile(textAt(args, 0), 0);
    const type = resultType(pattern);
    const matches = Array.from(allMatches(pattern, textAt(args, 1), budget), (matcher) =>
      matchResult(pattern, matcher),
    );
    return Value.list(type, matches);
  },
};

export const regexReplace: PlainFunction = {
  name: 'regex_replace',
  params: [
    { name: 'str', type: STRING },
    { name: 'pattern', type: STRING },
    { name: 'replace', type: STRING },
  ],
  returns: STRING,
  expense(args) {
    const text = textAt(args, 0).length + 1;
    return { steps: matchingSteps(args, 1, 0), bytes: Math.ceil((text * Math.max(1, textAt(args, 2).length)) / 8) };
  },
  doc: 'The string with every match of the pattern replaced; $1 or $${1} in the replacement stands for a group, $${name} for a named one, $$ for a dollar sign.',
  call(args, { budget }) {
    const text = textAt(args, 0);
    const pattern = compile(textAt(args, 1), 1);
    const template = textAt(args, 2);
    let result = '';
    let end = 0;
    for (const matcher of allMatches(pattern, text, budget)) {
      result += text.slice(end, matcher.start()) + expand(template, pattern, matcher);
      end = matcher.end();
    }
    return Value.string(result + text.slice(end));
  },
};

/** What each character of a pattern costs to compile. */
const STEPS_TO_COMPILE = 8;

/**
 * The time is proportional to the length of the pattern (repetitions written out) times that of the text, and grows with
 * the groups, whose places are kept for every way to match.
 */
function matchingSteps(args: readonly Value[], pattern: number, text: number): number {
  const written = textAt(args, pattern);
  const length = writtenOutLength(written);
  const ways = length * (1 + (written.split('(').length - 1) / 16);
  return length * STEPS_TO_COMPILE + Math.ceil((ways * textAt(args, text).length) / 8);
}

/** What is made of a match, and of each group in it. */
const STEPS_PER_MATCH = 4;

/** The matcher at each match. Go passes over an empty match right behind another one. */
function* allMatches(pattern: RE2JS, text: string, budget: EvaluationBudget): Generator<Matcher> {
  const matcher = pattern.matcher(text);
  let end = -1;
  while (matcher.find()) {
    if (matcher.end() === end && matcher.start() === end) continue;
    end = matcher.end();
    budget.spendSteps(STEPS_PER_MATCH * (1 + pattern.groupCount()));
    yield matcher;
  }
}

function compile(pattern: string, argument: number): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    throw new FunctionFault(
      `invalid regexp pattern: ${error.message.replace(/^error parsing regexp: /, '')}`,
      argument,
    );
  }
}

function resultTypeIfKnown(args: readonly Value[]): Type {
  const pattern = argumentAt(args, 0);
  return pattern.isKnown ? resultType(compile(pattern.asString(), 0)) : { kind: 'dynamic' };
}

function resultType(pattern: RE2JS): Type {
  const names = Object.keys(pattern.namedGroups());
  const groups = pattern.groupCount();
  if (groups === 0) return STRING;
  if (names.length === 0) return tupleOf(Array.from({ length: groups }, () => STRING));
  if (names.length < groups) fault('invalid regexp pattern: cannot mix both named and unnamed capture groups', 0);
  return objectOf(names.map((name) => [name, STRING] as const));
}

function matchResult(pattern: RE2JS, matcher: Matcher): Value {
  const names = Object.entries(pattern.namedGroups());
  if (pattern.groupCount() === 0) return Value.string(matcher.group() ?? '');
  if (names.length > 0) return Value.object(names.map(([name, index]) => [name, groupValue(matcher, index)]));
  return Value.tuple(Array.from({ length: pattern.groupCount() }, (_, index) => groupValue(matcher, index + 1)));
}

function groupValue(matcher: Matcher, index: number): Value {
  const text = matcher.group(index);
  return text === null || matcher.start(index) < 0 ? Value.nullOf(STRING) : Value.string(text);
}

/** Go: Regexp.Expand. `$name` takes as many letters, digits and underscores as there are: $1x means $${1x}, which is nothing. */
function expand(template: string, pattern: RE2JS, matcher: Matcher): string {
  const names = pattern.namedGroups();
  return template.replace(
    /\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu,
    (whole, bare?: string, braced?: string) => {
      const name = bare ?? braced;
      if (name === undefined) return whole === '$$' ? '$' : whole;
      const index = /^\d+$/.test(name) ? Number(name) : names[name];
      return index === undefined || index > pattern.groupCount() ? '' : (matcher.group(index) ?? '');
    },
  );
}
