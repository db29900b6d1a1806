import type { Reference, ServiceModel, Shape } from './service-model.ts';
import { readXml, type XmlElement } from './xml-tree.ts';

/** What of an XML answer is not as the model has it: names that are not there, and values of another type. */
export function wrongInXml(model: ServiceModel, action: string, body: string): readonly string[] {
  const root = readXml(body);
  if (root.name !== `${action}Response`) return [`the answer is ${root.name}`];
  const result = root.children.find(({ name }) => name === `${action}Result`);
  const shape = model.output(action);
  const content = (result ?? root).children.filter(({ name }) => name !== 'requestId' && name !== 'ResponseMetadata');
  if (shape === undefined) {
    // EC2 says `return` where botocore has nothing to read.
    return content.filter(({ name }) => name !== 'return').map(({ name }) => `${name} is not expected`);
  }
  return wrongInElement(model, shape, { name: action, children: content, text: '' }, action);
}

function wrongInElement(model: ServiceModel, shape: Shape, element: XmlElement, path: string): readonly string[] {
  if (shape.type === 'structure') {
    const members = membersOf(shape);
    const seen = element.children.map(({ name }) => name);
    const twice = seen.filter((name, index) => seen.indexOf(name) !== index);
    const missing = (shape.required ?? []).filter(
      (name) => !seen.includes(shape.members?.[name]?.locationName ?? name),
    );
    return [
      ...twice.map((name) => `${path}.${name} is there twice`),
      ...missing.map((name) => `${path}.${name} is missing`),
      ...element.children.flatMap((child) => {
        const member = members.get(child.name);
        const where = `${path}.${child.name}`;
        return member === undefined
          ? [`${where} is unknown`]
          : wrongInElement(model, model.shape(member), child, where);
      }),
    ];
  }
  if (shape.type === 'list') {
    const { member } = shape;
    if (member === undefined) throw new Error(`A list without a member at ${path}`);
    const wanted = member.locationName ?? 'member';
    return element.children.flatMap((child, index) =>
      child.name === wanted
        ? wrongInElement(model, model.shape(member), child, `${path}[${index}]`)
        : [`${path}: ${child.name} in place of ${wanted}`],
    );
  }
  return element.children.length > 0 ? [`${path} holds elements`] : wrongValue(shape, element.text, path);
}

function membersOf({ members = {} }: Shape): ReadonlyMap<string, Reference> {
  return new Map(Object.entries(members).map(([name, member]) => [member.locationName ?? name, member]));
}

const TEXT_FORMS: Readonly<Record<string, RegExp>> = {
  boolean: /^(true|false)$/,
  integer: /^-?\d+$/,
  long: /^-?\d+$/,
  double: /^-?\d+(\.\d+)?$/,
  float: /^-?\d+(\.\d+)?$/,
  timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
};

function wrongValue({ type, enum: values }: Shape, text: string, path: string): readonly string[] {
  // EC2 writes it small, whatever its model says (EC2 API reference, DescribeImages, filter `platform`).
  if (path.endsWith('.platform') && text === 'windows') return [];
  const form = TEXT_FORMS[type];
  if (form !== undefined && !form.test(text)) return [`${path}: ${text} is no ${type}`];
  return values !== undefined && !values.includes(text) ? [`${path}: ${text} is none of its values`] : [];
}

/** The same of a JSON answer. */
export function wrongInJson(model: ServiceModel, action: string, body: string): readonly string[] {
  const shape = model.output(action);
  const value: unknown = JSON.parse(body);
  if (shape === undefined) return body === '{}' ? [] : [`${body} is not expected`];
  return wrongInJsonValue(model, shape, value, action);
}

function wrongInJsonValue(model: ServiceModel, shape: Shape, value: unknown, path: string): readonly string[] {
  if (shape.type === 'structure') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
    const missing = (shape.required ?? []).filter((name) => !Object.hasOwn(value, name));
    return [
      ...missing.map((name) => `${path}.${name} is missing`),
      ...Object.entries(value).flatMap(([name, each]) => {
        const member = shape.members?.[name];
        if (member === undefined) return [`${path}.${name} is unknown`];
        return wrongInJsonValue(model, model.shape(member), each, `${path}.${name}`);
      }),
    ];
  }
  if (shape.type === 'list') {
    const { member } = shape;
    if (!Array.isArray(value) || member === undefined) return [`${path} is no list`];
    return value.flatMap((each, index) => wrongInJsonValue(model, model.shape(member), each, `${path}[${index}]`));
  }
  const isNumber = ['integer', 'long', 'double', 'float', 'timestamp'].includes(shape.type);
  const wanted = isNumber ? 'number' : shape.type === 'boolean' ? 'boolean' : 'string';
  if (typeof value !== wanted) return [`${path}: ${JSON.stringify(value)} is no ${shape.type}`];
  return typeof value === 'string' && shape.enum !== undefined && !shape.enum.includes(value)
    ? [`${path}: ${value} is none of its values`]
    : [];
}
