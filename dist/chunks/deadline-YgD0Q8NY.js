// src/kernel/deadline.ts
async function withDeadline(clock, milliseconds, reason, parent, work) {
	const expiry = new AbortController();
	const done = new AbortController();
	const timer = milliseconds === void 0 ? void 0 : clock.sleep(milliseconds, done.signal).then(() => expiry.abort(reason()), () => void 0);
	try {
		return await work(parent === void 0 ? expiry.signal : AbortSignal.any([parent, expiry.signal]));
	} finally {
		done.abort();
		await timer;
	}
}
async function orAborted(promise, signal) {
	let onAbort = () => void 0;
	const aborted = new Promise((_, reject) => {
		onAbort = () => reject(signal.reason);
		if (signal.aborted) onAbort();
		else signal.addEventListener("abort", onAbort, { once: true });
	});
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		signal.removeEventListener("abort", onAbort);
	}
}
export { withDeadline as n, orAborted as t };
