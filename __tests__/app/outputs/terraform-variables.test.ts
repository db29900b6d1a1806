import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { outputsRecord } from '../../../src/app/outputs/outputs-record.ts';
import {
  isTerraformVariablesText,
  terraformVariablesFile,
  writeTerraformVariables,
} from '../../../src/app/outputs/terraform-variables.ts';
import { NO_OUTPUTS } from '../../../src/app/run/run-report.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const artifact = (...images: readonly (readonly [region: string, id: string])[]) => ({
  builderId: 'b',
  id: 'x',
  description: '',
  images: images.map(([region, id]) => ({ region, id, name: 'n', snapshotIds: [] })),
});

const one = outputsRecord({
  ...NO_OUTPUTS,
  amiId: 'ami-1',
  amiIds: { 'us-east-1': 'ami-1', 'eu-west-1': 'ami-2' },
  artifacts: { web: [artifact(['us-east-1', 'ami-1'], ['eu-west-1', 'ami-2'])] },
});

function refusal(name: string, folder: string): BakeError {
  try {
    terraformVariablesFile(name, folder);
  } catch (error) {
    if (error instanceof BakeError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe("the file with Terraform's variables", () => {
  it('has the image of the one build, and those of all regions', () => {
    const folder = temporaryFolder('tfvars');
    const file = terraformVariablesFile('infra/ami.auto.tfvars.json', folder);
    expect(writeTerraformVariables(file, one, randomIds)).toBe(true);
    expect(JSON.parse(readFileSync(path.join(folder, 'infra/ami.auto.tfvars.json'), 'utf8'))).toEqual({
      ami_id: 'ami-1',
      ami_ids: { 'us-east-1': 'ami-1', 'eu-west-1': 'ami-2' },
    });
    // Nothing half-written is left beside it.
    expect(readdirSync(path.join(folder, 'infra'))).toEqual(['ami.auto.tfvars.json']);
  });

  it('names the build of each image where there are several', () => {
    const file = path.join(temporaryFolder('tfvars'), 'a.auto.tfvars.json');
    const both = {
      web: [artifact(['us-east-1', 'ami-1'])],
      db: [artifact(['us-east-1', 'ami-2'])],
      none: [artifact()],
    };
    writeTerraformVariables(file, outputsRecord({ ...NO_OUTPUTS, artifacts: both }), randomIds);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      ami_ids: {},
      ami_ids_by_build: { web: { 'us-east-1': 'ami-1' }, db: { 'us-east-1': 'ami-2' } },
    });
  });

  it('takes the place of an older one of ours, and of none that holds other variables', () => {
    const folder = temporaryFolder('tfvars');
    const file = terraformVariablesFile('terraform.tfvars.json', folder);
    writeTerraformVariables(file, one, randomIds);
    expect(terraformVariablesFile('terraform.tfvars.json', folder)).toBe(file);
    writeFileSync(file, '{"ami_id": "ami-0", "instance_count": 3}');
    const { code, message, hint } = refusal('terraform.tfvars.json', folder);
    expect(code).toBe('invalid-tfvars');
    expect(message).toBe(
      '"terraform.tfvars.json" holds other variables than those of bake-ami (instance_count), which would get lost',
    );
    expect(hint).toContain('ami.auto.tfvars.json');
  });

  it('is known for ours where nobody would write it by hand', () => {
    expect(isTerraformVariablesText('{"ami_id": "ami-1", "ami_ids": {}}')).toBe(true);
    for (const text of ['', '[]', '{"ami_id": "ami-1"}', '{"ami_ids": {}, "count": 1}', '{"ami_ids": "x"}']) {
      expect(isTerraformVariablesText(text)).toBe(false);
    }
  });

  it('is left alone where there is no image', () => {
    const file = path.join(temporaryFolder('tfvars'), 'a.auto.tfvars.json');
    expect(writeTerraformVariables(file, outputsRecord(NO_OUTPUTS), randomIds)).toBe(false);
    expect(existsSync(file)).toBe(false);
  });

  it.each(['ami.tfvars', 'ami.json', '.tfvars.json', 'ami.auto.tfvars.json.txt'])(
    'is refused by a name that Terraform does not read as JSON: %s',
    (name) => {
      expect(refusal(name, '/w').message).toBe(
        `The file for Terraform's variables is "${name}", which does not end in ".tfvars.json"`,
      );
    },
  );

  it.each([
    ['not JSON', 'ami_id = "x"', /is no JSON that could be replaced/],
    ['a list', '[]', /is no object of JSON/],
  ])('is refused where there is %s in its place', (_, text, message) => {
    const folder = temporaryFolder('tfvars');
    writeFileSync(path.join(folder, 'a.tfvars.json'), text);
    expect(refusal('a.tfvars.json', folder).message).toMatch(message);
  });
});
