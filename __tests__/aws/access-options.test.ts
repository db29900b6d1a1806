import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type AccessOptions, accessOptions } from '../../src/aws/access-options.ts';
import { accessSettings } from '../../src/aws/access-settings.ts';
import { AwsConnections } from '../../src/aws/connections.ts';
import { httpHandler } from '../../src/aws/http-handler.ts';
import { createLocalCloud } from '../../src/local-cloud/cloud.ts';
import { requestHandlerFor } from '../../src/local-cloud/request-handler.ts';
import { countingIds } from '../support/local-cloud.ts';
import { decodedOptions } from '../support/plugin-context.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const never = new AbortController().signal;
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT', AWS_SECRET_ACCESS_KEY: 'from-the-environment' };

const settingsFor = (options: Partial<AccessOptions>) =>
  accessSettings(decodedOptions<AccessOptions>(accessOptions, { region: 'us-east-1', ...options }).options);

/** What AssumeRole answers with. */
const ASSUMED = `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>AKIAASSUMED</AccessKeyId>
  <SecretAccessKey>assumed-secret</SecretAccessKey><SessionToken>assumed-token</SessionToken>
  <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;

/** Connections to a cloud, which write down whose key signed what, and how a role was taken on. */
function rig(environment: Readonly<Record<string, string>> = KEYS) {
  const clock = new VirtualClock({ autoAdvance: true });
  const handler = requestHandlerFor(createLocalCloud({ clock, ids: countingIds() }));
  const roles: Record<string, string>[] = [];
  const signedBy: string[] = [];
  const secrets: string[] = [];
  const connections = new AwsConnections({
    environment,
    clock,
    ids: countingIds(),
    registerSecret: (secret) => secrets.push(secret),
    userAgent: 'bake-ami/test',
    requestHandler: {
      ...handler,
      handle: async (request: Parameters<typeof handler.handle>[0], options?: Parameters<typeof handler.handle>[1]) => {
        const [, key = ''] = /Credential=(\w+)\//.exec(request.headers['authorization'] ?? '') ?? [];
        signedBy.push(key);
        const parameters = Object.fromEntries(new URLSearchParams(String(request.body)));
        if (parameters['Action'] !== 'AssumeRole') return handler.handle(request, options);
        roles.push(parameters);
        const body = new TextEncoder().encode(ASSUMED);
        return { response: { statusCode: 200, headers: { 'content-type': 'text/xml' }, body } };
      },
    },
  });
  const call = async (options: Partial<AccessOptions>) => {
    const aws = await connections.open(settingsFor(options));
    await aws.ec2('us-east-1').describeRegions({}, never);
  };
  return { call, roles, signedBy, secrets };
}

describe('assume_role', () => {
  it('takes the role on with all that is written, and signs as that', async () => {
    const { call, roles, signedBy, secrets } = rig();
    await call({
      assume_role: {
        role_arn: 'arn:aws:iam::111122223333:role/baker',
        session_name: 'bake',
        external_id: 'ext',
        duration_seconds: 1_800,
        policy: '{"Version":"2012-10-17"}',
        policy_arns: ['arn:aws:iam::aws:policy/AmazonEC2FullAccess'],
        tags: { Team: 'web' },
        transitive_tag_keys: ['Team'],
      },
    });
    expect(roles).toEqual([
      expect.objectContaining({
        RoleArn: 'arn:aws:iam::111122223333:role/baker',
        RoleSessionName: 'bake',
        ExternalId: 'ext',
        DurationSeconds: '1800',
        Policy: '{"Version":"2012-10-17"}',
        'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/AmazonEC2FullAccess',
        'Tags.member.1.Key': 'Team',
        'Tags.member.1.Value': 'web',
        'TransitiveTagKeys.member.1': 'Team',
      }),
    ]);
    expect(signedBy).toEqual(['AKIAENVIRONMENT', 'AKIAASSUMED']);
    expect(secrets).toEqual(expect.arrayContaining(['assumed-secret', 'assumed-token']));
  });

  it('does nothing without role_arn', async () => {
    const { call, roles } = rig();
    const assume_role = { ...NO_ROLE, session_name: 'bake' };
    await call({ assume_role });
    expect(roles).toEqual([]);
  });
});

const NO_ROLE: NonNullable<AccessOptions['assume_role']> = {
  role_arn: undefined,
  session_name: undefined,
  external_id: undefined,
  duration_seconds: undefined,
  policy: undefined,
  policy_arns: [],
  tags: {},
  transitive_tag_keys: [],
};

describe('keys and profiles', () => {
  it('access_key, secret_key, token: sign, and are secrets', async () => {
    const { call, signedBy, secrets } = rig();
    await call({ access_key: 'AKIATEMPLATE', secret_key: 'template-secret', token: 'template-token' });
    expect(signedBy).toEqual(['AKIATEMPLATE']);
    expect(secrets).toEqual(['template-secret', 'template-token']);
  });

  it('profile, shared_credentials_file: name where the keys are', async () => {
    const file = path.join(temporaryFolder('aws'), 'credentials');
    writeFileSync(file, '[baker]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = of-the-profile\n');
    const { call, signedBy } = rig();
    await call({ profile: 'baker', shared_credentials_file: file });
    expect(signedBy).toEqual(['AKIAPROFILE']);
  });
});

describe('skip_metadata_api_check', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('keeps the metadata service of the instance from being asked for credentials', async () => {
    let asked = 0;
    const imds = createServer((_request, response) => {
      asked += 1;
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => {
      imds.listen(0, '127.0.0.1', resolve);
    });
    const address = imds.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const nowhere = path.join(temporaryFolder('aws'), 'none');
    process.env = {
      ...Object.fromEntries(Object.entries(before).filter(([name]) => !name.startsWith('AWS_'))),
      AWS_EC2_METADATA_SERVICE_ENDPOINT: `http://127.0.0.1:${address.port}`,
      AWS_SHARED_CREDENTIALS_FILE: nowhere,
      AWS_CONFIG_FILE: nowhere,
    };
    try {
      await expect(rig({}).call({ skip_metadata_api_check: true })).rejects.toMatchObject({
        code: 'credentials-missing',
      });
      expect(asked).toBe(0);
      await expect(rig({}).call({})).rejects.toMatchObject({ code: 'credentials-missing' });
      expect(asked).toBeGreaterThan(0);
    } finally {
      imds.closeAllConnections();
      await new Promise((resolve) => {
        imds.close(resolve);
      });
    }
  });
});

describe('insecure_skip_tls_verify', () => {
  it.each([true, false])('%s decides whether certificates are checked', (insecure_skip_tls_verify) => {
    const handler = httpHandler(settingsFor({ insecure_skip_tls_verify }), {});
    expect(handler).toMatchObject({ httpsAgent: { options: { rejectUnauthorized: !insecure_skip_tls_verify } } });
  });
});

describe('the other options of the access', () => {
  it.each<[string, Partial<AccessOptions>, object]>([
    ['region', { region: 'eu-west-1' }, { region: 'eu-west-1' }],
    ['max_retries', { max_retries: 3 }, { maxRetries: 3 }],
    [
      'custom_endpoint_ec2',
      { custom_endpoint_ec2: 'https://ec2.example.com' },
      { customEndpointEc2: 'https://ec2.example.com' },
    ],
    ['decode_authorization_messages', { decode_authorization_messages: true }, { decodesDenials: true }],
    [
      'aws_polling',
      { aws_polling: { delay_seconds: 3, max_attempts: 9 } },
      { polling: { delaySeconds: 3, maxAttempts: 9 } },
    ],
  ])('%s reaches the connection', (_, options, expected) => {
    expect(settingsFor(options)).toMatchObject(expected);
  });
});
