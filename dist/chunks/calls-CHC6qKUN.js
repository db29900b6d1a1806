import { n as abortError, r as manyMayListen } from "./abort-DcY-MBHM.js";
import { t as orAborted } from "./deadline-BStsF6u5.js";
import { t as BakeError } from "./errors-Bd0aY3lr.js";
import { a as isDenied, c as isRetryable, d as isWorthFewTries, i as encodedDenialIn, l as isThrottled, p as tellForeignAnswers, r as awsError } from "./errors-Cz-Ex8Cy.js";
import { Readable } from "node:stream";
// src/aws/answer-limit.ts
const LARGEST_ANSWER = 134217728;
function limitAnswers(client, where, largest = LARGEST_ANSWER) {
	client.middlewareStack.add((next) => async (args) => {
		const result = await next(args);
		const { response } = result;
		if (hasBody(response)) limit(response.body, where, largest);
		return result;
	}, {
		step: "deserialize",
		priority: "low",
		name: "limitAnswers"
	});
}
function hasBody(response) {
	return typeof response === "object" && response !== null && "body" in response && response.body instanceof Readable;
}
function limit(body, where, largest) {
	let size = 0;
	body.on("data", (chunk) => {
		size += chunk.length;
		if (size > largest) body.destroy(tooLong(where, largest));
	});
	body.pause();
}
function tooLong(where, largest) {
	const error = new BakeError(`The answer ${where} is longer than ${Math.round(largest / 1024 / 1024)} MiB`, {
		code: "answer-too-long",
		category: "cloud",
		hint: "Check AWS_ENDPOINT_URL where it is set, and narrow filters down."
	});
	return Object.assign(error, { $metadata: {} });
}
// src/aws/calls.ts
const FIRST_DELAY_MS = 200;
const FIRST_THROTTLED_DELAY_MS = 1e3;
const LONGEST_DELAY_MS = 2e4;
const FOREIGN_ATTEMPTS = 3;
function caller(client, settings) {
	client.middlewareStack.remove("loggerMiddleware");
	tellForeignAnswers(client);
	limitAnswers(client, `of ${settings.service} in ${settings.region}`);
	return (action, CommandClass) => async (input, signal) => {
		const call = {
			service: settings.service,
			action,
			region: settings.region,
			onGitHub: settings.onGitHub
		};
		const { pace } = settings;
		manyMayListen(signal);
		for (let attempt = 1;; attempt += 1) {
			if (signal.aborted) throw abortError(signal, `during ${call.service}:${action}`);
			try {
				await pace.turn(action, signal);
				const answer = await orAborted(client.send(new CommandClass(input), { abortSignal: signal }), signal);
				pace.answered(action);
				return answer;
			} catch (thrown) {
				if (signal.aborted) throw abortError(signal, `during ${call.service}:${action}`);
				if (isThrottled(thrown)) pace.throttled(action);
				else pace.answered(action);
				const { maxAttempts } = settings;
				const attempts = isWorthFewTries(thrown) ? Math.min(FOREIGN_ATTEMPTS, maxAttempts) : maxAttempts;
				if (!isRetryable(thrown) || attempt >= attempts) throw await explained(thrown, {
					...call,
					tries: attempt
				}, settings, signal);
				await settings.clock.sleep(delay(attempt, isThrottled(thrown), random(settings.ids)), signal);
			}
		}
	};
}
async function explained(thrown, call, { decodeDenial }, signal) {
	const error = awsError(thrown, call);
	const encoded = encodedDenialIn(thrown);
	if (decodeDenial === void 0 || encoded === void 0 || !isDenied(error)) return error;
	return awsError(thrown, call, await decodeDenial(encoded, signal));
}
function delay(attempt, throttled, random) {
	const longest = Math.min(LONGEST_DELAY_MS, (throttled ? FIRST_THROTTLED_DELAY_MS : FIRST_DELAY_MS) * 2 ** (attempt - 1));
	return longest / 2 + longest / 2 * random;
}
function random(ids) {
	return Number.parseInt(ids.token(4), 36) / 36 ** 4;
}
export { caller as t };
