import { i as cancelledError, t as BakeError } from "./errors-Bd0aY3lr.js";
import { setMaxListeners } from "node:events";
// src/kernel/abort.ts
const NO_LONGER_NEEDED = /* @__PURE__ */ new Error("It is no longer needed.");
function abortError(signal, what) {
	return signal.reason instanceof BakeError ? signal.reason : cancelledError(what, signal.reason);
}
function onAbort(signal, listener) {
	manyMayListen(signal);
	signal.addEventListener("abort", listener, { once: true });
	return () => signal.removeEventListener("abort", listener);
}
function manyMayListen(signal) {
	setMaxListeners(Number.POSITIVE_INFINITY, signal);
}
export { onAbort as i, abortError as n, manyMayListen as r, NO_LONGER_NEEDED as t };
