import "./rolldown-runtime-BVN1G_yT.js";
import { t as NodeHttpHandler } from "./node-http-handler-Dsrb2ILe.js";
import { t as NO_LONGER_NEEDED } from "./abort-DcY-MBHM.js";
import { Readable } from "node:stream";
// src/aws/steady-handler.ts
const LEAST_BYTES = 16384;
const LEAST_TIME_MS = 3e4;
var SteadyHandler = class extends NodeHttpHandler {
	#clock;
	constructor(options, clock) {
		super(options);
		this.#clock = clock;
	}
	async handle(...request) {
		const answer = await super.handle(...request);
		const body = answer.response.body;
		if (body instanceof Readable) endWhereItStalls(body, request[0].hostname, this.#clock);
		return answer;
	}
};
async function endWhereItStalls(body, host, clock) {
	const ended = new AbortController();
	let received = 0;
	body.on("data", (chunk) => {
		received += chunk.length;
	});
	for (const event of [
		"end",
		"error",
		"close"
	]) body.once(event, () => ended.abort(NO_LONGER_NEEDED));
	body.pause();
	for (let before = 0; !ended.signal.aborted; before = received) {
		await clock.sleep(LEAST_TIME_MS, ended.signal).catch(() => void 0);
		if (!ended.signal.aborted && received - before < LEAST_BYTES) body.destroy(stalled(host));
	}
}
function stalled(host) {
	const message = `The answer of ${host} began and did not go on within ${LEAST_TIME_MS / 1e3} seconds`;
	return Object.assign(new Error(message), {
		name: "TimeoutError",
		$metadata: {}
	});
}
export { SteadyHandler };
