import { describe, expect, it } from '@jest/globals';
import { policyCommand } from '../../../src/cli/commands/policy.ts';
import { runOnTemplate, type TemplateRun } from '../support/run-on-template.ts';

const TEMPLATE = `
source "amazon-ebs" "app" {
  ami_name             = "app"
  instance_type        = "t3.micro"
  region               = "eu-west-1"
  source_ami           = "ami-12345678"
  ssh_username         = "ubuntu"
  iam_instance_profile = "builder"
}
source "amazon-ebs" "spot" {
  ami_name      = "spot"
  instance_type = "t3.micro"
  region        = "us-east-1"
  source_ami    = "ami-12345678"
  ssh_username  = "ubuntu"
  spot_price    = "auto"
  encrypt_boot  = true
  kms_key_id    = "alias/images"
}
build {
  sources = ["source.amazon-ebs.app", "source.amazon-ebs.spot"]
}
`;

const run = (...given: TemplateRun) => runOnTemplate(policyCommand, ...given);

interface Printed {
  readonly Version: string;
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Action: readonly string[];
    readonly Resource: string | readonly string[];
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  }[];
}

function read(text: string): Printed {
  return JSON.parse(text) as Printed;
}

function actions({ Statement }: Printed): readonly string[] {
  return Statement.flatMap(({ Action }) => Action);
}

describe('bake-ami policy', () => {
  it('prints a policy for all builds, and what there is to know about it beside', async () => {
    const { exitCode: code, output: out, errors: err } = await run(TEMPLATE);
    expect(code).toBe(0);
    const policy = read(out);
    expect(policy.Version).toBe('2012-10-17');
    expect(actions(policy)).toEqual(expect.arrayContaining(['ec2:RunInstances', 'ec2:CreateFleet', 'iam:PassRole']));
    const [bake, ...others] = policy.Statement.filter(({ Action }) => Action.includes('ec2:RunInstances'));
    expect(others).toEqual([]);
    expect(bake?.Condition).toEqual({ StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } });
    expect(policy.Statement.find(({ Action }) => Action.includes('iam:PassRole'))).toMatchObject({
      Resource: 'arn:aws:iam::*:role/builder',
      Condition: { StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com'] } },
    });
    expect(policy.Statement.find(({ Action }) => Action.includes('kms:CreateGrant'))).toMatchObject({
      Resource: 'arn:aws:kms:us-east-1:*:key/*',
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/images'] } },
    });
    expect(new Set(policy.Statement.map(({ Sid }) => Sid)).size).toBe(policy.Statement.length);
    expect(policy.Statement.every(({ Sid }) => /^[A-Za-z0-9]+$/.test(Sid))).toBe(true);
    expect(err).toContain(
      "Note: iam:PassRole takes the role's name, which is taken to be that of the instance profile: builder",
    );
  });

  it('lets builds with -force replace what is not theirs', async () => {
    const replacing = async (...words: string[]): Promise<readonly string[]> =>
      read((await run(TEMPLATE, words)).output)
        .Statement.filter(({ Action }) => Action.includes('ec2:DeregisterImage'))
        .map(({ Sid }) => Sid);
    expect(await replacing()).toEqual(['OnlyWhatBakesHaveMade']);
    expect(await replacing('-force')).toEqual(['BakeInTheseRegions', 'OnlyWhatBakesHaveMade']);
  });

  it('leaves out what only builds need that are not selected', async () => {
    const only = read((await run(TEMPLATE, ['-only=amazon-ebs.app'])).output);
    expect(actions(only)).not.toContain('ec2:CreateFleet');
    expect(actions(only)).not.toContain('ec2:CopyImage');
    const except = read((await run(TEMPLATE, ['-except=amazon-ebs.app'])).output);
    expect(actions(except)).not.toContain('iam:PassRole');
    expect(actions(except)).not.toContain('ec2:StopInstances');
  });

  it('writes ARNs of the partition that the region is in', async () => {
    const { output: out } = await run(TEMPLATE.replace('"eu-west-1"', '"us-gov-west-1"'), ['-only=amazon-ebs.app']);
    expect(out).toContain('arn:aws-us-gov:iam::*:role/builder');
  });

  it('allows what data sources read, with a note', async () => {
    const secret = 'data "amazon-secretsmanager" "x" {\n  name = "a"\n}\n';
    const { output: out, errors: err } = await run(secret + TEMPLATE);
    expect(actions(read(out))).toContain('secretsmanager:GetSecretValue');
    expect(err).toContain('secretsmanager:GetSecretValue: narrow Resource');
  });

  it('refuses a builder that it does not know the needs of, by name', async () => {
    const chroot = TEMPLATE.replace('source "amazon-ebs" "spot" {', 'source "null" "spot" {\n  ssh_host = "h"').replace(
      'amazon-ebs.spot',
      'null.spot',
    );
    await expect(
      run(chroot.replace(/ami_name +=.*"spot"[\s\S]*?kms_key_id.*\n/, 'ssh_username = "u"\n  ssh_password = "p"\n')),
    ).rejects.toMatchObject({
      code: 'no-policy',
      message: 'What the build null.spot needs is not known: its builder is "null"',
      hint: expect.stringContaining('-except=null.spot'),
    });
  });

  it('prints nothing for a template that is wrong, and says why beside', async () => {
    const { exitCode: code, output: out, errors: err } = await run(TEMPLATE.replace('instance_type', 'instance_typ'));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('instance_typ');
  });
});
