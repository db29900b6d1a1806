import { isRecord } from '../../kernel/is-record.ts';

/** Where an embedded local cloud answers: all that a client, in this process or another one, has to know. */
export interface LocalCloudHandle {
  /** For AWS_ENDPOINT_URL: `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  readonly region: string;
  /** Made up by the local cloud; worth nothing elsewhere. */
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The process that holds it. */
  readonly pid: number;
  /** Takes `POST /stop` and `GET /left` with the token; loopback only. */
  readonly control: { readonly url: string; readonly token: string };
}

/** The variables under which the AWS SDK, the AWS CLI and Packer find a local cloud. */
export function localCloudEnvironment(handle: LocalCloudHandle): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: handle.endpoint,
    AWS_ACCESS_KEY_ID: handle.accessKeyId,
    AWS_SECRET_ACCESS_KEY: handle.secretAccessKey,
    AWS_REGION: handle.region,
    AWS_DEFAULT_REGION: handle.region,
    // Nothing of the real account may leak in, and nobody is to be asked for an instance role.
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** An environment in which nothing but the local cloud is found, whatever account the caller has. */
export function onLocalCloud(
  environment: Readonly<Record<string, string | undefined>>,
  handle: LocalCloudHandle,
): Readonly<Record<string, string | undefined>> {
  const neutral = Object.entries(environment).filter(([name]) => !name.startsWith('AWS_'));
  return { ...Object.fromEntries(neutral), ...localCloudEnvironment(handle) };
}

export function isLocalCloudHandle(value: unknown): value is LocalCloudHandle {
  if (!isRecord(value)) return false;
  const { control } = value;
  return (
    ['endpoint', 'region', 'accessKeyId', 'secretAccessKey'].every((name) => typeof value[name] === 'string') &&
    typeof value['pid'] === 'number' &&
    isRecord(control) &&
    typeof control['url'] === 'string' &&
    typeof control['token'] === 'string'
  );
}
