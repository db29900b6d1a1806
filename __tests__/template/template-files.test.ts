import { describe, expect, it } from '@jest/globals';
import { readTemplateFiles } from '../../src/template/template-files.ts';
import { memoryFiles } from './support/memory-files.ts';

const files = memoryFiles({
  '/project/one.pkr.hcl': 'one',
  '/project/old.json': '{}',
  '/project/new.pkr.json': '{}',
  '/project/named.hcl': '',
  '/project/packer/b.pkr.hcl': 'b',
  '/project/packer/B.pkr.hcl': 'B',
  '/project/packer/a.pkr.hcl': 'a',
  '/project/packer/readme.md': '',
  '/project/packer/z.auto.pkrvars.json': 'zj',
  '/project/packer/z.auto.pkrvars.hcl': 'z',
  '/project/packer/y.auto.pkrvars.hcl': 'y',
  '/project/packer/prod.pkrvars.hcl': 'not read',
  '/project/packer/sub/c.pkr.hcl': 'not read',
  '/project/hcl/main.hcl': '',
  '/project/json/build.json': '{}',
  '/project/mixed/z.pkr.hcl': 'z',
  '/project/mixed/b.pkr.json': '{}',
  '/project/bad/a.pkr.hcl': Uint8Array.of(0x61, 0xff),
});

function read(path: string) {
  const { templates, autoVariables, root, directory, diagnostics } = readTemplateFiles(path, '/project', files);
  return {
    templates: templates.map(({ filename, text }) => `${filename}=${text}`),
    autoVariables: autoVariables.map(({ filename, text }) => `${filename}=${text}`),
    root,
    directory,
    problems: diagnostics.map(({ code, summary, detail }) => [code, summary, detail]),
  };
}

describe('readTemplateFiles', () => {
  it('reads one file alone, without the variable files beside it', () => {
    expect(read('one.pkr.hcl')).toEqual({
      templates: ['one.pkr.hcl=one'],
      autoVariables: [],
      root: '.',
      directory: '/project',
      problems: [],
    });
    expect(read('./packer/a.pkr.hcl')).toMatchObject({ templates: ['./packer/a.pkr.hcl=a'], root: './packer' });
  });

  it('reads a folder in the order of the names, HCL before JSON variables', () => {
    expect(read('./packer')).toEqual({
      templates: ['packer/B.pkr.hcl=B', 'packer/a.pkr.hcl=a', 'packer/b.pkr.hcl=b'],
      autoVariables: ['packer/y.auto.pkrvars.hcl=y', 'packer/z.auto.pkrvars.hcl=z', 'packer/z.auto.pkrvars.json=zj'],
      root: './packer',
      directory: '/project/packer',
      problems: [],
    });
    expect(read('/project/packer').templates[0]).toBe('/project/packer/B.pkr.hcl=B');
  });

  it.each([
    [
      'pakcer',
      'template-not-found',
      'There is no template "pakcer"',
      'Neither a file nor a folder is at /project/pakcer. Name a file that ends in .pkr.hcl or .pkr.json, or the folder that holds such files. Did you mean "packer"?',
    ],
    [
      'named.hcl',
      'not-a-template',
      '"named.hcl" is not named as a template',
      'Only a file whose name ends in .pkr.hcl or .pkr.json is read as an HCL2 template, as in Packer. Rename it, name the folder that holds the template, or say -config-type=hcl2.',
    ],
    [
      'hcl',
      'no-template-files',
      'There is no template in the folder "hcl"',
      'No file in /project/hcl has a name that ends in .pkr.hcl or .pkr.json; sub-folders are not searched. There is main.hcl: only names that end in .pkr.hcl count.',
    ],
    [
      'json',
      'no-template-files',
      'There is no template in the folder "json"',
      'No file in /project/json has a name that ends in .pkr.hcl or .pkr.json; sub-folders are not searched. There is build.json: a template in the older JSON format is named itself, not its folder.',
    ],
    [
      'bad/a.pkr.hcl',
      'unreadable-file',
      'The file "bad/a.pkr.hcl" can\'t be read',
      '/project/bad/a.pkr.hcl is not UTF-8; save it in that encoding.',
    ],
  ])('says what to do about %s', (path, ...problem) => {
    const { templates, problems } = read(path);
    expect({ templates, problems }).toEqual({ templates: [], problems: [problem] });
  });

  it('takes one file of any other name for a template in the older JSON format, unless HCL2 is asked for', () => {
    expect(readTemplateFiles('old.json', '/project', files)).toMatchObject({ isLegacy: true, diagnostics: [] });
    expect(readTemplateFiles('old.json', '/project', files, 'hcl2')).toMatchObject({ isLegacy: false });
  });

  it('reads HCL in JSON alone, and in a folder after all that is in HCL’s own syntax', () => {
    expect(read('new.pkr.json').templates).toEqual(['new.pkr.json={}']);
    expect(read('mixed').templates).toEqual(['mixed/z.pkr.hcl=z', 'mixed/b.pkr.json={}']);
    expect(read('mixed').problems).toEqual([]);
  });
});
