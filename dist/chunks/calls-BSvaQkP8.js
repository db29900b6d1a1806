import { t as abortError } from "./abort-VECdT5zR.js";
import { c as isThrottled, r as awsError, s as isRetryable } from "./errors-CF2EPzhF.js";
// src/aws/calls.ts
const FIRST_DELAY_MS = 200;
const FIRST_THROTTLED_DELAY_MS = 1e3;
const LONGEST_DELAY_MS = 2e4;
function caller(client, settings) {
	return (action, CommandClass) => async (input, signal) => {
		const call = {
			service: settings.service,
			action,
			region: settings.region,
			onGitHub: settings.onGitHub
		};
		for (let attempt = 1;; attempt += 1) {
			if (signal.aborted) throw abortError(signal, `during ${call.service}:${action}`);
			try {
				return await client.send(new CommandClass(input), { abortSignal: signal });
			} catch (thrown) {
				if (signal.aborted) throw abortError(signal, `during ${call.service}:${action}`);
				if (!isRetryable(thrown) || attempt >= settings.maxAttempts) throw awsError(thrown, call);
				await settings.clock.sleep(delay(attempt, isThrottled(thrown), random(settings.ids)), signal);
			}
		}
	};
}
function delay(attempt, throttled, random) {
	const longest = Math.min(LONGEST_DELAY_MS, (throttled ? FIRST_THROTTLED_DELAY_MS : FIRST_DELAY_MS) * 2 ** (attempt - 1));
	return longest / 2 + longest / 2 * random;
}
function random(ids) {
	return Number.parseInt(ids.token(4), 36) / 36 ** 4;
}
export { caller as t };
