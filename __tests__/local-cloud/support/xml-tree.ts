/** An element of an answer: no attributes but the name space, and either text or elements in it. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Reads what the local cloud writes. Throws where tags are not closed in their order. */
export function readXml(document: string): XmlElement {
  const root = { name: '', children: [] as XmlElement[], text: '' };
  const open = [root];
  for (const [, closing, name = '', empty, text = ''] of document
    .replace(/^<\?xml[^>]*>\s*/, '')
    .matchAll(/<(\/)?(\w+)[^<>]*?(\/)?>([^<]*)/g)) {
    if (closing === undefined) {
      const element = { name, children: [] as XmlElement[], text: '' };
      open.at(-1)?.children.push(element);
      if (empty === undefined) {
        element.text = text;
        open.push(element);
      }
    } else if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
  }
  const [element] = root.children;
  if (element === undefined || open.length !== 1) throw new Error(`This is no whole document: ${document}`);
  return element;
}
