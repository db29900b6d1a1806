import { createHash } from 'node:crypto';
import { STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { fault, type PlainFunction } from '../function.ts';
import { textFunction } from '../text-function.ts';

export const uuidv4: PlainFunction = {
  name: 'uuidv4',
  params: [],
  returns: STRING,
  doc: 'A random UUID (version 4); a new one on every call.',
  call: (_, { ids }) => Value.string(ids.uuid()),
};

/** RFC 9562, section 6.6. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['dns', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
  ['url', '6ba7b811-9dad-11d1-80b4-00c04fd430c8'],
  ['oid', '6ba7b812-9dad-11d1-80b4-00c04fd430c8'],
  ['x500', '6ba7b814-9dad-11d1-80b4-00c04fd430c8'],
]);

export const uuidv5 = textFunction(
  'uuidv5',
  ['namespace', 'name'],
  'The UUID (version 5) of the name in the namespace: dns, url, oid, x500 or a UUID.',
  (namespace, name) => {
    const id = (NAMESPACES.get(namespace) ?? namespace).toLowerCase();
    if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) {
      fault(`uuidv5() doesn't support namespace "${namespace}": it takes dns, url, oid, x500 or a UUID`, 0);
    }
    const digest = createHash('sha1')
      .update(Buffer.from(id.replaceAll('-', ''), 'hex'))
      .update(name, 'utf8')
      .digest();
    // RFC 9562, section 5.5: version and variant replace six bits of the digest.
    digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
    digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
    return digest.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  },
);
