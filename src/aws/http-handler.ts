import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { AwsSettings, AwsSurroundings, HttpHandler } from './settings.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 60_000;
const SOCKETS = 50;

/** Sends requests over the network; one pool of connections for all clients that are given it. */
export function httpHandler(settings: AwsSettings, environment: AwsSurroundings['environment']): HttpHandler {
  // Node 20 ignores `proxyEnv`; from Node 24 on HTTPS_PROXY and NO_PROXY are heeded, as Packer does.
  const pool = { keepAlive: true, maxSockets: SOCKETS, proxyEnv: { ...environment } };
  return {
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: ANSWER_TIMEOUT_MS,
    throwOnRequestTimeout: true,
    httpAgent: new HttpAgent(pool),
    httpsAgent: new HttpsAgent({ ...pool, rejectUnauthorized: settings.insecureSkipTlsVerify !== true }),
  };
}
