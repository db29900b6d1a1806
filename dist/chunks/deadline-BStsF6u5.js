import { i as onAbort, t as NO_LONGER_NEEDED } from "./abort-DcY-MBHM.js";
// src/kernel/deadline.ts
async function withDeadline(clock, milliseconds, reason, parent, work) {
	const expiry = new AbortController();
	const done = new AbortController();
	const timer = milliseconds === void 0 ? void 0 : clock.sleep(milliseconds, done.signal).then(() => expiry.abort(reason()), () => void 0);
	try {
		return await work(parent === void 0 ? expiry.signal : AbortSignal.any([parent, expiry.signal]));
	} finally {
		done.abort(NO_LONGER_NEEDED);
		await timer;
	}
}
async function orAborted(promise, signal) {
	let stopListening = () => void 0;
	const aborted = new Promise((_, reject) => {
		if (signal.aborted) reject(signal.reason);
		else stopListening = onAbort(signal, () => reject(signal.reason));
	});
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		stopListening();
	}
}
export { withDeadline as n, orAborted as t };
