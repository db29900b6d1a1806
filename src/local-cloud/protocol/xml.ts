/**
 * A value of an XML answer. An array becomes one `<item>` (or `<member>`) per element; undefined is left out; dates are
 * written as AWS does.
 */
export type Xml = string | number | boolean | Date | undefined | readonly Xml[] | XmlFields;
export interface XmlFields {
  readonly [name: string]: Xml;
}

/** How a protocol names the elements of a list: EC2 `item`, the AWS Query protocol `member`. */
export type ElementName = 'item' | 'member';

export function writeXml(fields: XmlFields, elementName: ElementName): string {
  return Object.entries(fields)
    .map(([name, value]) => writeElement(name, value, elementName))
    .join('');
}

function writeElement(name: string, value: Xml, elementName: ElementName): string {
  if (value === undefined) return '';
  const content = writeContent(value, elementName);
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function writeContent(value: Exclude<Xml, undefined>, elementName: ElementName): string {
  if (value instanceof Date) return value.toISOString();
  if (isList(value)) return value.map((element) => writeElement(elementName, element, elementName)).join('');
  return typeof value === 'object' ? writeXml(value, elementName) : escapeXml(String(value));
}

function isList(value: Xml): value is readonly Xml[] {
  return Array.isArray(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '\t',
  '\n': '\n',
  '\r': '&#13;',
};

/**
 * Escapes what markup would misread, drops the control characters that XML 1.0 (section 2.2) has no way to hold, and
 * replaces lone surrogates (by way of bytes).
 */
export function escapeXml(value: string): string {
  return Buffer.from(value, 'utf8')
    .toString('utf8')
    .replace(/[&<>"]|\p{Cc}/gu, (character) => ENTITIES[character] ?? (character < ' ' ? '' : character));
}
