import { describe, expect, it } from '@jest/globals';
import { urlPasswords } from '../../src/template/url-passwords.ts';
import { load, SMALLEST } from './support/load.ts';

describe('the password of a URL in a template', () => {
  it.each([
    ['url = "https://ada:hunter2@example.com/x"', ['hunter2']],
    ['a = "ftp://:p%40ss@h" b = "git+ssh://u:q:r@h"', ['p%40ss', 'q:r']],
    ['url = "https://example.com:80/@x"', []],
    ['url = "https://ada@example.com"', []],
    ['url = "https://ada:${var.password}@example.com"', []],
    ['url = "https://ada:{{user `password`}}@example.com"', []],
  ])('is found in %s', (text, expected) => {
    expect(urlPasswords(text)).toEqual(expected);
  });

  it('is not to be shown, in either kind of template', async () => {
    const template = `locals {\n a = "https://ada:hunter2@x"\n}\n${SMALLEST}`;
    expect((await load(template)).sensitiveValues).toEqual(['hunter2']);
    const older = '{ "builders": [{ "type": "amazon-ebs", "ami_name": "https://ada:hunter2@x" }] }';
    const loaded = await load('', { template: 'b.json', files: { 'b.json': older } });
    expect(loaded.sensitiveValues).toEqual(['hunter2']);
  });

  it('is not to be shown of a file that is no template either', async () => {
    const loaded = await load('', { template: 'b.json', files: { 'b.json': '["https://ada:hunter2@x"]' } });
    expect(loaded.messages).toHaveLength(1);
    expect(loaded.sensitiveValues).toEqual(['hunter2']);
  });

  it('is looked for in no time', () => {
    const start = performance.now();
    for (const part of ['://', ':', '://a:', '@']) urlPasswords(part.repeat(300_000));
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
