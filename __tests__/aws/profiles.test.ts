import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type AccessOptions, accessOptions } from '../../src/aws/access-options.ts';
import { accessSettings } from '../../src/aws/access-settings.ts';
import { AwsConnections } from '../../src/aws/connections.ts';
import { wayInOf } from '../../src/aws/settings.ts';
import { createLocalCloud } from '../../src/local-cloud/cloud.ts';
import type { LocalCloudOptions } from '../../src/local-cloud/options.ts';
import { requestHandlerFor } from '../../src/local-cloud/request-handler.ts';
import { countingIds } from '../support/local-cloud.ts';
import { decodedOptions } from '../support/plugin-context.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const never = new AbortController().signal;
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

/** A home folder with the AWS files, for the SDK, which looks at the process's own environment. */
function home(files: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder('aws-home');
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  process.env = {
    ...Object.fromEntries(Object.entries(before).filter(([name]) => !name.startsWith('AWS_'))),
    HOME: folder,
    AWS_CONFIG_FILE: path.join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'credentials'),
    ...environment,
  };
  return folder;
}

/** Connections to a local cloud that knows the time, which write down whose key signed what. */
function rig(options: Partial<LocalCloudOptions> = {}) {
  const clock = new VirtualClock({ autoAdvance: true, start: new Date() });
  const cloud = createLocalCloud({ clock, ids: countingIds(), ...options });
  const handler = requestHandlerFor(cloud);
  const signedBy: string[] = [];
  const portal: { path: string; token: string | undefined }[] = [];
  const secrets: string[] = [];
  const connections = new AwsConnections({
    environment: process.env,
    clock,
    ids: countingIds(),
    registerSecret: (secret) => secrets.push(secret),
    userAgent: 'bake-ami/test',
    requestHandler: {
      ...handler,
      handle: async (
        request: Parameters<typeof handler.handle>[0],
        handlerOptions?: Parameters<typeof handler.handle>[1],
      ) => {
        const headers: Readonly<Record<string, string>> = request.headers;
        if (request.hostname.startsWith('portal.sso.')) {
          portal.push({ path: request.path, token: headers['x-amz-sso_bearer_token'] });
          const roleCredentials = {
            accessKeyId: 'AKIASSO',
            secretAccessKey: 'sso-secret',
            sessionToken: 'sso-token',
            expiration: Date.now() + 3_600_000,
          };
          const body = new TextEncoder().encode(JSON.stringify({ roleCredentials }));
          return { response: { statusCode: 200, headers: { 'content-type': 'application/json' }, body } };
        }
        signedBy.push(/Credential=(\w+)\//.exec(headers['authorization'] ?? '')?.[1] ?? 'nobody');
        return handler.handle(request, handlerOptions);
      },
    },
  });
  const call = async (options: Partial<AccessOptions>) => {
    const settings = accessSettings(
      decodedOptions<AccessOptions>(accessOptions, { region: 'us-east-1', ...options }).options,
    );
    const aws = await connections.open(settings);
    await aws.ec2(aws.region).describeRegions({}, never);
  };
  const roles = () =>
    cloud.calls.filter(({ action }) => action.startsWith('AssumeRole')).map(({ parameters }) => parameters);
  return { call, roles, signedBy, portal, secrets, clock, cloud };
}

const KEYS = '[user]\naws_access_key_id = AKIAUSER\naws_secret_access_key = of-the-user\n';
const ROLE = 'arn:aws:iam::111122223333:role/baker';
const SERIAL = 'arn:aws:iam::111122223333:mfa/ann';
const MFA = `[profile baker]\nrole_arn = ${ROLE}\nsource_profile = user\nmfa_serial = ${SERIAL}\nduration_seconds = 7200\n`;
const OF_THE_ROLE = expect.stringMatching(/^ASIA111122223333/);

describe('a profile', () => {
  it('takes a role on with the keys of another profile', async () => {
    home({
      credentials: KEYS,
      config: `[profile baker]\nrole_arn = ${ROLE}\nsource_profile = user\nexternal_id = ext\nrole_session_name = bake\n`,
    });
    const { call, roles, signedBy, secrets } = rig();
    await call({ profile: 'baker' });
    expect(roles()).toEqual([{ RoleArn: ROLE, RoleSessionName: 'bake', ExternalId: 'ext', DurationSeconds: '3600' }]);
    expect(signedBy).toEqual(['AKIAUSER', OF_THE_ROLE]);
    expect(secrets).toEqual(expect.arrayContaining([expect.stringMatching(/^secret-/)]));
  });

  it('that AWS_PROFILE names does the same', async () => {
    home(
      { credentials: KEYS, config: `[profile baker]\nrole_arn = ${ROLE}\nsource_profile = user\n` },
      { AWS_PROFILE: 'baker' },
    );
    const { call, signedBy } = rig();
    await call({});
    expect(signedBy).toEqual(['AKIAUSER', OF_THE_ROLE]);
  });

  it('is what the role of the template is taken on with', async () => {
    home({ credentials: KEYS, config: `[profile baker]\nrole_arn = ${ROLE}\nsource_profile = user\n` });
    const { call, signedBy, roles } = rig();
    await call({
      profile: 'baker',
      assume_role: {
        role_arn: 'arn:aws:iam::444455556666:role/images',
        session_name: undefined,
        external_id: undefined,
        duration_seconds: undefined,
        policy: undefined,
        policy_arns: [],
        tags: { Team: 'web' },
        transitive_tag_keys: [],
      },
    });
    expect(roles().map(({ RoleArn }) => RoleArn)).toEqual([ROLE, 'arn:aws:iam::444455556666:role/images']);
    expect(signedBy).toEqual(['AKIAUSER', OF_THE_ROLE, expect.stringMatching(/^ASIA444455556666/)]);
  });

  it('gets its keys from a program', async () => {
    const answer = JSON.stringify({ Version: 1, AccessKeyId: 'AKIAPROGRAM', SecretAccessKey: 'of-the-program' });
    home({ config: `[profile baker]\ncredential_process = echo '${answer}'\n` });
    const { call, signedBy, secrets } = rig();
    await call({ profile: 'baker' });
    expect(signedBy).toEqual(['AKIAPROGRAM']);
    expect(secrets).toEqual(['of-the-program']);
  });

  it('takes a role on with the keys of the environment', async () => {
    home(
      { config: `[profile baker]\nrole_arn = ${ROLE}\ncredential_source = Environment\n` },
      { AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT', AWS_SECRET_ACCESS_KEY: 'from-the-environment' },
    );
    const { call, signedBy } = rig();
    await call({ profile: 'baker' });
    expect(signedBy).toEqual(['AKIAENVIRONMENT', OF_THE_ROLE]);
  });

  it('takes a role on with the token of an identity provider', async () => {
    const folder = home({ token: 'head.body.signature' });
    writeFileSync(
      path.join(folder, 'config'),
      `[profile baker]\nrole_arn = ${ROLE}\nweb_identity_token_file = ${folder}/token\nrole_session_name = bake\n`,
    );
    const { call, roles, signedBy } = rig();
    await call({ profile: 'baker' });
    expect(roles()).toEqual([{ RoleArn: ROLE, RoleSessionName: 'bake', WebIdentityToken: 'head.body.signature' }]);
    expect(signedBy).toEqual(['nobody', OF_THE_ROLE]);
  });

  it('gets the keys of a role with the token that `aws sso login` left', async () => {
    const start = 'https://example.awsapps.com/start';
    const name = createHash('sha1').update(start).digest('hex');
    home({
      config: `[profile baker]\nsso_start_url = ${start}\nsso_region = eu-west-1\nsso_account_id = 111122223333\nsso_role_name = baker\n`,
      [`.aws/sso/cache/${name}.json`]: JSON.stringify({
        accessToken: 'left-by-login',
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      }),
    });
    const { call, portal, signedBy } = rig();
    await call({ profile: 'baker' });
    expect(portal).toEqual([{ path: '/federation/credentials', token: 'left-by-login' }]);
    expect(signedBy).toEqual(['AKIASSO']);
  });

  it('whose role may not be taken on is said to lack that, not the call that it is for', async () => {
    home({ credentials: KEYS, config: `[profile baker]\nrole_arn = ${ROLE}\nsource_profile = user\n` });
    const { call, cloud } = rig({ deniedActions: ['sts:AssumeRole'] });
    await expect(call({ profile: 'baker' })).rejects.toMatchObject({
      code: 'not-authorised',
      message: expect.stringMatching(
        /^The credentials may not call sts:AssumeRole \(AccessDenied from sts:AssumeRole /,
      ),
    });
    expect(cloud.calls.map(({ action }) => action)).toEqual(['AssumeRole']);
  });

  it('is tried again where STS has no time', async () => {
    home({ credentials: KEYS, config: `[profile baker]\nrole_arn = ${ROLE}\nsource_profile = user\n` });
    const fault = { error: 'Throttling', status: 400 };
    const { call, signedBy } = rig({ faults: [{ action: 'AssumeRole', call: [1, 2, 3, 4], fault }] });
    await call({ profile: 'baker' });
    expect(signedBy.at(-1)).toEqual(OF_THE_ROLE);
  });

  it.each([
    ['the template', { profile: 'bakre' }, {}],
    ['AWS_PROFILE', {}, { AWS_PROFILE: 'bakre' }],
  ])(
    'that %s names and that is not there is an error, whatever role this machine has',
    async (_, options, variables) => {
      home({ credentials: KEYS, config: '[profile baker]\nregion = eu-west-1\n' }, variables);
      Object.assign(process.env, { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/keys' });
      const { call, cloud } = rig();
      await expect(call(options)).rejects.toMatchObject({
        code: 'profile-not-found',
        message: expect.stringMatching(/^There is no AWS profile "bakre" in /),
        hint: expect.stringMatching(/"baker".*There are: baker, user\./),
      });
      expect(cloud.calls).toEqual([]);
    },
  );

  it('that is not there is an error also where it should have said the region', async () => {
    home({ credentials: KEYS });
    await expect(rig().call({ profile: 'baker', region: '' })).rejects.toMatchObject({ code: 'profile-not-found' });
  });
});

describe('shared_credentials_file', () => {
  const file = (text: string): string => path.join(home({ credentials: KEYS, shared: text }), 'shared');

  it('is a credentials file', async () => {
    const shared_credentials_file = file(KEYS.replace('[user]', '[baker]').replace('AKIAUSER', 'AKIABAKER'));
    const { call, signedBy } = rig();
    await call({ profile: 'baker', shared_credentials_file });
    expect(signedBy).toEqual(['AKIABAKER']);
  });

  it('is a configuration file where it has the form of one, as with Packer', async () => {
    const shared_credentials_file = file(
      `[profile baker]\nregion = eu-west-1\nrole_arn = ${ROLE}\nsource_profile = user\n`,
    );
    const { call, signedBy, cloud } = rig();
    await call({ profile: 'baker', shared_credentials_file, region: '' });
    expect(signedBy).toEqual(['AKIAUSER', OF_THE_ROLE]);
    expect(cloud.calls.at(-1)).toMatchObject({ action: 'DescribeRegions', region: 'eu-west-1' });
  });

  it('that has no such profile is named', async () => {
    const shared_credentials_file = file(KEYS);
    await expect(rig().call({ profile: 'baker', shared_credentials_file })).rejects.toMatchObject({
      message: `There is no AWS profile "baker" in ${shared_credentials_file}`,
    });
  });
});

describe('the token of an identity provider in the environment', () => {
  it('is what a role is taken on with', async () => {
    const folder = home({ token: 'head.body.signature' });
    Object.assign(process.env, { AWS_ROLE_ARN: ROLE, AWS_WEB_IDENTITY_TOKEN_FILE: `${folder}/token` });
    const { call, signedBy } = rig();
    await call({});
    expect(signedBy).toEqual(['nobody', OF_THE_ROLE]);
  });
});

describe('mfa_code', () => {
  it('goes to STS with the serial number of the device that the profile names, and is a secret', async () => {
    home({ credentials: KEYS, config: MFA });
    const { call, roles, signedBy, secrets } = rig();
    await call({ profile: 'baker', mfa_code: '123456' });
    expect(roles()).toEqual([
      expect.objectContaining({
        RoleArn: ROLE,
        SerialNumber: SERIAL,
        TokenCode: '123456',
        DurationSeconds: '7200',
      }),
    ]);
    expect(signedBy).toEqual(['AKIAUSER', OF_THE_ROLE]);
    expect(secrets).toContain('123456');
  });

  it('opens one session for all builds of a run, whatever their regions', async () => {
    home({ credentials: KEYS, config: MFA });
    const { call, roles } = rig();
    await call({ profile: 'baker', mfa_code: '123456' });
    await call({ profile: 'baker', mfa_code: '123456', region: 'eu-west-1' });
    expect(roles()).toHaveLength(1);
  });

  it('is asked for by name where the profile needs one', async () => {
    home({ credentials: KEYS, config: MFA });
    const { call, cloud } = rig();
    await expect(call({ profile: 'baker' })).rejects.toMatchObject({
      code: 'mfa-code-missing',
      message: `The AWS profile asks for a code of the MFA device ${SERIAL}, and none is given`,
      hint: expect.stringContaining('mfa_code'),
    });
    expect(cloud.calls).toEqual([]);
  });

  it('that is wrong is refused by AWS', async () => {
    home({ credentials: KEYS, config: MFA });
    await expect(rig().call({ profile: 'baker', mfa_code: '12' })).rejects.toMatchObject({
      code: 'mfa-code-refused',
      message: expect.stringContaining('invalid MFA one time pass code'),
    });
  });

  it('is not used twice: the end of the session is said', async () => {
    home({ credentials: KEYS, config: MFA });
    const { call, clock } = rig();
    await call({ profile: 'baker', mfa_code: '123456' });
    await clock.sleep(7_200_000);
    // Another client: the SDK's keep what they have by the time of the process.
    const later = call({ profile: 'baker', mfa_code: '123456', region: 'eu-west-1' });
    await expect(later).rejects.toMatchObject({
      code: 'mfa-code-spent',
      hint: expect.stringContaining('duration_seconds'),
    });
  });

  it('that nothing asks for is an error: the session would not be what it seems', async () => {
    home({ credentials: KEYS });
    await expect(rig().call({ profile: 'user', mfa_code: '123456' })).rejects.toMatchObject({
      code: 'mfa-code-unused',
    });
  });

  it('is not written down for the clean-up', () => {
    const wayIn = wayInOf({ profile: 'baker', mfaCode: '123456' });
    expect(JSON.stringify(wayIn)).not.toContain('123456');
    expect(wayIn).toMatchObject({ profile: 'baker', mfaCodeInTemplate: true });
  });
});
