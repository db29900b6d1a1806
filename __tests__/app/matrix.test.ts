import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { matrixOf } from '../../src/app/matrix.ts';
import { validate } from '../../src/app/validate.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const source = (name: string): string => `
source "amazon-ebs" "${name}" {
  ami_name      = "${name}"
  instance_type = "t3.micro"
  region        = "eu-west-1"
  source_ami    = "ami-12345678"
  ssh_username  = "ubuntu"
}
`;

function requestFor(files: Readonly<Record<string, string>>, only: readonly string[] = [], template = '.') {
  const workingDirectory = temporaryFolder('matrix');
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(workingDirectory, name), text);
  return {
    template,
    variables: [],
    variableFiles: [],
    only,
    except: [],
    workingDirectory,
    clock: systemClock,
    ids: randomIds,
    environment: {},
    reporter: { report: () => undefined },
    secrets: new SecretRegistry(),
    signal: new AbortController().signal,
  };
}

describe('the matrix of a template', () => {
  const text = `${['one', 'two'].map(source).join('')}
build {
  name    = "web [*] app"
  sources = ["source.amazon-ebs.one", "source.amazon-ebs.two"]
}
build {
  name    = "web [x] app"
  sources = ["source.amazon-ebs.one"]
}
build { sources = ["source.amazon-ebs.two"] }
`;

  it('has a leg for each build, whose id is fit for names of files and artifacts', async () => {
    const { legs } = await matrixOf(requestFor({ 'a.pkr.hcl': text }));
    expect(legs).toEqual([
      {
        id: 'web-app.amazon-ebs.one',
        build: 'web [*] app.amazon-ebs.one',
        only: 'web \\[\\*\\] app.amazon-ebs.one',
        builder: 'amazon-ebs',
        source: 'one',
        ami_id: '',
      },
      {
        id: 'web-app.amazon-ebs.two',
        build: 'web [*] app.amazon-ebs.two',
        only: 'web \\[\\*\\] app.amazon-ebs.two',
        builder: 'amazon-ebs',
        source: 'two',
        ami_id: '',
      },
      {
        id: 'web-x-app.amazon-ebs.one',
        build: 'web [x] app.amazon-ebs.one',
        only: 'web \\[x\\] app.amazon-ebs.one',
        builder: 'amazon-ebs',
        source: 'one',
        ami_id: '',
      },
      {
        id: 'amazon-ebs.two',
        build: 'amazon-ebs.two',
        only: 'amazon-ebs.two',
        builder: 'amazon-ebs',
        source: 'two',
        ami_id: '',
      },
    ]);
  });

  it('has an "only" that takes exactly its own build', async () => {
    const { legs = [] } = await matrixOf(requestFor({ 'a.pkr.hcl': text }));
    for (const { build, only } of legs) {
      const { plan } = await validate({ ...requestFor({ 'a.pkr.hcl': text }, [only]), syntaxOnly: false });
      expect(plan?.builds.map(({ name }) => name)).toEqual([build]);
    }
  });

  it('tells legs apart whose names differ in special characters or in case only', async () => {
    const names = ['A b', 'a*b', 'a/b'];
    const builds = names.map((name) => `build {\n  name = "${name}"\n  sources = ["source.amazon-ebs.one"]\n}\n`);
    const { legs } = await matrixOf(requestFor({ 'a.pkr.hcl': source('one') + builds.join('') }));
    expect(legs?.map(({ id }) => id)).toEqual(['A-b.amazon-ebs.one', 'a-b.amazon-ebs.one-2', 'a-b.amazon-ebs.one-3']);
  });

  it('calls the builders of an older JSON template as "only" does there', async () => {
    const builder = {
      type: 'amazon-ebs',
      region: 'eu-west-1',
      source_ami: 'ami-12345678',
      instance_type: 't3.micro',
      ssh_username: 'u',
      ami_name: 'web',
    };
    const json = JSON.stringify({ builders: [{ ...builder, name: 'web' }, { ...builder }] });
    const { legs = [] } = await matrixOf(requestFor({ 'a.json': json }, [], 'a.json'));
    expect(legs.map(({ build, only }) => [build, only])).toEqual([
      ['amazon-ebs.web', 'web'],
      ['amazon-ebs', 'amazon-ebs'],
    ]);
    for (const { build, only } of legs) {
      const { plan } = await validate({ ...requestFor({ 'a.json': json }, [only], 'a.json'), syntaxOnly: false });
      expect(plan?.builds.map(({ name }) => name)).toEqual([build]);
    }
  });

  it('is none where a build could not begin', async () => {
    const { legs, diagnostics } = await matrixOf(
      requestFor({ 'a.pkr.hcl': `${source('one')}\nbuild { sources = ["source.amazon-ebs.tow"] }` }),
    );
    expect(legs).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('unknown-source');
  });

  it('is none where GitHub would refuse it for its size', async () => {
    const names = Array.from({ length: 257 }, (_, index) => `app${index}`);
    const sources = names.map((name) => `"source.amazon-ebs.${name}"`).join(', ');
    const { legs, diagnostics } = await matrixOf(
      requestFor({ 'a.pkr.hcl': `${names.map(source).join('')}\nbuild { sources = [${sources}] }` }),
    );
    expect(legs).toBeUndefined();
    expect(diagnostics.map(({ summary }) => summary)).toEqual([
      'The template has 257 builds, and GitHub takes a matrix of 256 jobs',
    ]);
  });
});
