import { randomBytes, randomUUID } from "node:crypto";
// src/kernel/clock.ts
const systemClock = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
	sleep: (milliseconds, signal) => new Promise((resolve, reject) => {
		if (signal?.aborted) {
			reject(signal.reason);
			return;
		}
		const onAbort = () => {
			clearTimeout(timer);
			reject(signal?.reason);
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", onAbort);
			resolve();
		}, milliseconds);
		signal?.addEventListener("abort", onAbort, { once: true });
	})
};
// src/kernel/ids.ts
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
const randomIds = {
	uuid: () => randomUUID(),
	token: (length) => {
		let token = "";
		while (token.length < length) for (const byte of randomBytes(length)) if (byte < 252 && token.length < length) token += ALPHABET.charAt(byte % 36);
		return token;
	}
};
export { systemClock as n, randomIds as t };
