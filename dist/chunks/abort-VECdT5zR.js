import { i as cancelledError, t as BakeError } from "./errors-Bd0aY3lr.js";
// src/kernel/abort.ts
function abortError(signal, what) {
	return signal.reason instanceof BakeError ? signal.reason : cancelledError(what, signal.reason);
}
export { abortError as t };
