import "./rolldown-runtime-BVN1G_yT.js";
import { Agent } from "node:http";
import { Agent as Agent$1 } from "node:https";
// src/aws/http-handler.ts
const CONNECT_TIMEOUT_MS = 1e4;
const ANSWER_TIMEOUT_MS = 6e4;
const SOCKETS = 50;
function httpHandler(settings, environment) {
	const { http, https } = agentsOf(environment, settings.insecureSkipTlsVerify === true);
	return {
		connectionTimeout: CONNECT_TIMEOUT_MS,
		requestTimeout: ANSWER_TIMEOUT_MS,
		throwOnRequestTimeout: true,
		httpAgent: http,
		httpsAgent: https
	};
}
function agentsOf(environment, isInsecure) {
	const pool = {
		keepAlive: true,
		maxSockets: SOCKETS,
		proxyEnv: proxies(environment)
	};
	return {
		http: new Agent(pool),
		https: new Agent$1({
			...pool,
			rejectUnauthorized: !isInsecure
		})
	};
}
const THIS_COMPUTER = "localhost,::1,127.0.0.1-127.255.255.254";
function proxies(environment) {
	const either = (name) => environment[name.toLowerCase()] || environment[name] || void 0;
	const HTTP_PROXY = either("HTTP_PROXY");
	const HTTPS_PROXY = either("HTTPS_PROXY");
	const NO_PROXY = either("NO_PROXY");
	return {
		HTTP_PROXY,
		HTTPS_PROXY,
		NO_PROXY: NO_PROXY === void 0 ? THIS_COMPUTER : `${NO_PROXY},${THIS_COMPUTER}`
	};
}
export { agentsOf, httpHandler };
