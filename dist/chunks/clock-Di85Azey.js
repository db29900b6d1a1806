import { i as onAbort } from "./abort-DcY-MBHM.js";
// src/kernel/clock.ts
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const systemClock = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
	sleep: async (milliseconds, signal) => {
		let left = milliseconds;
		for (; left > LONGEST_TIMER_MS; left -= LONGEST_TIMER_MS) await timer(LONGEST_TIMER_MS, signal);
		await timer(left, signal);
	}
};
function timer(milliseconds, signal) {
	return new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(signal.reason);
			return;
		}
		const running = setTimeout(() => {
			stopListening?.();
			resolve();
		}, milliseconds);
		const stopListening = signal && onAbort(signal, () => {
			clearTimeout(running);
			reject(signal.reason);
		});
	});
}
export { systemClock as t };
