import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import { amazonAmiDataSource } from '../../src/data-sources/amazon-ami/index.ts';
import { amazonParameterstoreDataSource } from '../../src/data-sources/amazon-parameterstore/index.ts';
import { amazonSecretsmanagerDataSource } from '../../src/data-sources/amazon-secretsmanager/index.ts';
import { clientConfig } from '../support/local-cloud.ts';
import { awsRig } from './support/aws.ts';
import { judged, read, secretsOf } from './support/options.ts';

const UBUNTU = `owners = ["099720109477"]
filters = { name = "ubuntu/images/*ubuntu-noble-24.04-amd64-server-*" }
`;

describe('the data source amazon-ami', () => {
  it('finds the newest image that matches, and tells of it', async () => {
    const source = amazonAmiDataSource(awsRig().connections);
    const found = await read(source, `${UBUNTU}most_recent = true`);
    expect(found).toEqual({
      id: expect.stringMatching(/^ami-[0-9a-f]{17}$/),
      name: expect.stringMatching(/noble-24\.04-amd64-server-\d+$/),
      creation_date: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      owner: '099720109477',
      owner_name: expect.any(String),
      tags: {},
    });
  });

  it.each([
    [
      'several',
      'owners = ["099720109477"]\nfilters = { architecture = "x86_64" }',
      'source-ami-ambiguous',
      /most_recent/,
    ],
    ['none', 'owners = ["self"]\nfilters = { name = "nothing-*" }', 'source-ami-not-found', /Check the owners/],
  ])('says so when there are %s', async (_, text, code, hint) => {
    const source = amazonAmiDataSource(awsRig().connections);
    await expect(read(source, text)).rejects.toMatchObject({
      code,
      hint: expect.stringMatching(hint),
    });
  });

  it.each([
    ['filters = { name = "x" }', ['missing-owners: data "amazon-ami" has no owners']],
    ['owners = ["self"]', []],
    ['', ['missing-owners: data "amazon-ami" has no owners', 'missing-filters: data "amazon-ami" has no filters']],
    [`${UBUNTU}access_key = "AKIA"`, ['incomplete-credentials: access_key is given without secret_key']],
    [UBUNTU, []],
  ])('judges %j without asking', (text, expected) => {
    const source = amazonAmiDataSource(() => Promise.reject(new Error('Nobody may be asked')));
    expect(judged(source, text)).toEqual(expected);
  });

  it('finds the newest image of an owner where there are no filters, as Packer does', async () => {
    const { connections } = awsRig();
    const found = await read(amazonAmiDataSource(connections), 'owners = ["099720109477"]\nmost_recent = true\n');
    expect(found).toMatchObject({ id: expect.stringMatching(/^ami-/), owner: '099720109477' });
  });

  it('is patient when it is throttled', async () => {
    const { connections, cloud } = awsRig({
      faults: [{ action: 'DescribeImages', call: [1, 2], fault: { error: 'RequestLimitExceeded' } }],
    });
    const found = await read(amazonAmiDataSource(connections), `${UBUNTU}most_recent = true`);
    expect(found['id']).toMatch(/^ami-/);
    expect(cloud.calls.map(({ action }) => action)).toEqual(Array(3).fill('DescribeImages'));
  });

  it('names the action that it may not call', async () => {
    const { connections } = awsRig({ deniedActions: ['ec2:DescribeImages'] });
    await expect(read(amazonAmiDataSource(connections), UBUNTU)).rejects.toMatchObject({
      code: 'not-authorised',
      hint: expect.stringContaining('Allow ec2:DescribeImages in the IAM policy'),
    });
  });
});

describe('the data source amazon-parameterstore', () => {
  const rigWith = async () => {
    const rig = awsRig();
    const ssm = new SSMClient(clientConfig(rig.cloud));
    await ssm.send(new PutParameterCommand({ Name: '/app/base', Value: 'ami-1', Type: 'String' }));
    await ssm.send(new PutParameterCommand({ Name: '/app/key', Value: 'hunter2', Type: 'SecureString' }));
    return amazonParameterstoreDataSource(rig.connections);
  };

  it('tells the value, its version and its ARN', async () => {
    const source = await rigWith();
    expect(await read(source, 'name = "/app/base"')).toEqual({
      value: 'ami-1',
      version: '1',
      arn: 'arn:aws:ssm:us-east-1:123456789012:parameter/app/base',
    });
  });

  it('decrypts when it is asked to, and makes a secret of the value then', async () => {
    const source = await rigWith();
    const decrypted = 'name = "/app/key"\nwith_decryption = true';
    expect(await read(source, decrypted)).toMatchObject({ value: 'hunter2' });
    expect(secretsOf(source, decrypted)).toEqual(['value']);
    expect(secretsOf(source, 'name = "/app/key"')).toEqual([]);
    const { value } = await read(source, 'name = "/app/key"');
    expect(value).not.toContain('hunter2');
  });

  it('says which parameter is not there', async () => {
    const source = await rigWith();
    await expect(read(source, 'name = "/app/none"')).rejects.toMatchObject({
      code: 'parameter-not-found',
      message: 'There is no parameter "/app/none" in us-east-1',
    });
  });
});

describe('the data source amazon-secretsmanager', () => {
  const rigWith = async (SecretString: string) => {
    const rig = awsRig();
    const client = new SecretsManagerClient(clientConfig(rig.cloud));
    await client.send(new CreateSecretCommand({ Name: 'app/db', SecretString }));
    return { client, source: amazonSecretsmanagerDataSource(rig.connections) };
  };

  it.each([
    ['a plain text', 'hunter2', '', 'hunter2'],
    ['a field by its key', '{"user":"ada","password":"hunter2"}', 'key = "password"', 'hunter2'],
    ['a number', '{"port":5432,"host":"db"}', 'key = "port"', '5432'],
    ['the only field', '{"password":"hunter2"}', '', 'hunter2'],
  ])('takes %s', async (_, secret, options, value) => {
    const { source } = await rigWith(secret);
    expect(await read(source, `name = "app/db"\n${options}`)).toEqual({
      value,
      secret_string: secret,
      secret_binary: '',
      version_id: expect.stringMatching(/^[0-9a-f]{8}-/),
    });
    expect(secretsOf(source, 'name = "x"')).toEqual(['value', 'secret_string', 'secret_binary']);
  });

  it('takes an earlier version by its stage', async () => {
    const { source, client } = await rigWith('old');
    await client.send(new PutSecretValueCommand({ SecretId: 'app/db', SecretString: 'new' }));
    const version = (options: string) => read(source, `name = "app/db"\n${options}`);
    expect(await version('')).toMatchObject({ value: 'new' });
    expect(await version('version_stage = "AWSPREVIOUS"')).toMatchObject({ value: 'old' });
  });

  it.each([
    ['{"a":"hunter2","b":"hunter3"}', 'name = "app/db"', 'secret-key-missing', 'has the fields: a, b'],
    ['{"a":"hunter2"}', 'name = "app/db"\nkey = "c"', 'secret-key-not-found', 'has the fields: a'],
    ['{"a":["hunter2"]}', 'name = "app/db"\nkey = "a"', 'invalid-secret', 'jsondecode'],
    ['["hunter2"]', 'name = "app/db"', 'invalid-secret', 'jsondecode'],
    ['hunter2', 'name = "app/other"', 'secret-not-found', 'Check its name'],
  ])('says what is wrong with %j, and shows nothing of it', async (secret, options, code, hint) => {
    const { source } = await rigWith(secret);
    const error: unknown = await read(source, options).catch((thrown) => thrown);
    expect(error).toMatchObject({ code, hint: expect.stringContaining(hint) });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('hunter');
  });
});
