import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';
import { KINDS } from '../../src/aws/error-kinds.ts';
import { ROOT } from './snippets.ts';

/** A node of the syntax tree, as far as it is looked at here. */
type Node = Readonly<Record<string, unknown>> & { readonly type: string };

/** The codes with which a run can end, and the places where a code is not written as such. */
export interface ErrorCodes {
  readonly codes: ReadonlySet<string>;
  /** Files in which an error takes its code from elsewhere. */
  readonly passedOn: ReadonlySet<string>;
}

/**
 * Reads them from the sources: the values of `code` in the options of errors (`{ code, category, … }`), which is what
 * BakeErrorOptions requires, and the kinds of AWS's errors.
 */
export function errorCodes(): ErrorCodes {
  const src = path.join(ROOT, 'src');
  const codes = new Set<string>(Object.keys(KINDS));
  const passedOn = new Set<string>();
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const file of files) {
    const tree: unknown = parseSync(readFileSync(path.join(src, file), 'utf8'), {
      syntax: 'typescript',
      target: 'es2024',
    });
    visit(tree, (node) => {
      if (node.type !== 'ObjectExpression') return;
      const properties = new Map(asNodes(node['properties']).map((property) => [keyOf(property), property]));
      const code = properties.get('code');
      if (code === undefined || !properties.has('category')) return;
      for (const value of valuesOf(code['value'])) {
        if (value === undefined) passedOn.add(file);
        else codes.add(value);
      }
    });
  }
  return { codes, passedOn };
}

/** What an expression can be; undefined in it: nobody can tell here. */
function valuesOf(value: unknown): readonly (string | undefined)[] {
  if (!isNode(value)) return [undefined];
  if (value.type === 'StringLiteral') return [String(value['value'])];
  if (value.type === 'ConditionalExpression')
    return [...valuesOf(value['consequent']), ...valuesOf(value['alternate'])];
  if (value.type === 'BinaryExpression' && value['operator'] === '??')
    return [...valuesOf(value['left']), ...valuesOf(value['right'])];
  return [undefined];
}

/** The name of a property, also of one in short form. */
function keyOf(property: Node): string {
  const key = isNode(property['key']) ? property['key'] : property;
  return String(key['value']);
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, look);
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) look(value);
    for (const each of Object.values(value)) visit(each, look);
  }
}

function asNodes(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
