import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { NodeHttpHandlerOptions } from '@smithy/types';
import type { AwsSettings, AwsSurroundings } from './settings.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 60_000;
const SOCKETS = 50;

/** How requests go over the network; one pool of connections for all clients that are given it. */
export function httpHandler(
  settings: AwsSettings,
  environment: AwsSurroundings['environment'],
): NodeHttpHandlerOptions {
  const { http, https } = agentsOf(environment, settings.insecureSkipTlsVerify === true);
  return {
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: ANSWER_TIMEOUT_MS,
    throwOnRequestTimeout: true,
    httpAgent: http,
    httpsAgent: https,
  };
}

/** A pool of connections that heeds the environment's proxies. */
export function agentsOf(
  environment: AwsSurroundings['environment'],
  isInsecure: boolean,
): { readonly http: HttpAgent; readonly https: HttpsAgent } {
  const pool = { keepAlive: true, maxSockets: SOCKETS, proxyEnv: proxies(environment) };
  return { http: new HttpAgent(pool), https: new HttpsAgent({ ...pool, rejectUnauthorized: !isInsecure }) };
}

/** What is on this computer is never behind a proxy: the local cloud, an emulator. */
const THIS_COMPUTER = 'localhost,::1,127.0.0.1-127.255.255.254';

/** HTTP_PROXY, HTTPS_PROXY and NO_PROXY, as Packer heeds them; Node before 24.5 does not. */
function proxies(environment: AwsSurroundings['environment']) {
  const either = (name: string): string | undefined =>
    environment[name.toLowerCase()] || environment[name] || undefined;
  const HTTP_PROXY = either('HTTP_PROXY');
  const HTTPS_PROXY = either('HTTPS_PROXY');
  const NO_PROXY = either('NO_PROXY');
  return { HTTP_PROXY, HTTPS_PROXY, NO_PROXY: NO_PROXY === undefined ? THIS_COMPUTER : `${NO_PROXY},${THIS_COMPUTER}` };
}
