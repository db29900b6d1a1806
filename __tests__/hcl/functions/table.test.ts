import { describe, expect, it, jest } from '@jest/globals';
import { signature } from '../../../src/hcl/functions/call.ts';
import { env } from '../../../src/hcl/functions/env.ts';
import { changeTable, FUNCTION_NAMES, loadFunctions } from '../../../src/hcl/functions/table.ts';
import { fakeEnvironment } from './fake-environment.ts';

// Packer 1.16.0's table.
const PACKERS = `
  abs ceil floor log max min parseint pow signum sum
  chomp endswith format formatlist indent join lower regex regexall regex_replace replace split startswith strcontains
  strrev substr title trim trimprefix trimspace trimsuffix upper
  alltrue anytrue chunklist coalesce coalescelist compact concat contains distinct element flatten index keys length
  lookup merge range reverse setintersection setproduct setunion slice sort values zipmap
  base64decode base64encode base64gzip csvdecode jsondecode jsonencode textdecodebase64 textencodebase64 urlencode
  yamldecode yamlencode
  abspath basename dirname pathexpand file fileexists fileset templatefile filebase64
  formatdate timeadd timestamp legacy_isotime legacy_strftime rfc3339_parse unix_timestamp_parse
  bcrypt md5 rsadecrypt sha1 sha256 sha512
  aws_secretsmanager aws_secretsmanager_raw consul_key vault
  uuidv4 uuidv5 cidrhost cidrnetmask cidrsubnet cidrsubnets can try convert`
  .trim()
  .split(/\s+/)
  .sort();

describe('the function table', () => {
  it('has every function that Packer has, and no other', async () => {
    const table = await loadFunctions(fakeEnvironment());
    expect([...table.functions.keys()].sort()).toEqual(PACKERS);
    expect(FUNCTION_NAMES).toEqual(PACKERS);
  });

  it('says of each function what it does and how it is called', async () => {
    const { functions } = await loadFunctions(fakeEnvironment());
    for (const [name, record] of functions) {
      expect(record.name).toBe(name);
      expect(record.doc).toMatch(/^.+\.$/);
    }
    const signatures = ['join', 'formatdate', 'timestamp', 'try', 'convert'].map((name) => functions.get(name));
    expect(signatures.map((record) => (record === undefined ? '' : signature(record)))).toEqual([
      'join(separator, lists...)',
      'formatdate(format, time)',
      'timestamp()',
      'try(expressions...)',
      'convert(value, type)',
    ]);
  });

  it('says what to use in place of a function that is not supported', async () => {
    const { functions, refused } = await loadFunctions(fakeEnvironment());
    expect(refused.get('tostring')).toBe('Packer has no function "tostring": use convert(value, string).');
    expect([...refused.keys()].filter((name) => functions.has(name))).toEqual([]);
  });

  it('leaves out large libraries that no text mentions', async () => {
    const mentions = jest.fn((name: string) => name === 'regexall');
    const { functions } = await loadFunctions(fakeEnvironment(), mentions);
    expect(functions.has('regex')).toBe(true);
    expect(
      ['yamldecode', 'yamlencode', 'bcrypt', 'csvdecode', 'textencodebase64'].filter((name) => functions.has(name)),
    ).toEqual([]);
  });

  it('loads all when a text mentions templatefile, since the file could call anything', async () => {
    const { functions } = await loadFunctions(fakeEnvironment(), (name) => name === 'templatefile');
    expect([...functions.keys()].sort()).toEqual(PACKERS);
  });

  it('can be had with env added and without templatefile', async () => {
    const table = await loadFunctions(fakeEnvironment(), () => false);
    const changed = changeTable(table, { add: [env], remove: ['templatefile'] });
    expect([changed.functions.has('env'), changed.functions.has('templatefile')]).toEqual([true, false]);
    expect([table.functions.has('env'), table.functions.has('templatefile')]).toEqual([false, true]);
  });
});
