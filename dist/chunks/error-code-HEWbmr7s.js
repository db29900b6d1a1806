// src/kernel/error-code.ts
function errorCode(thrown) {
	if (typeof thrown !== "object" || thrown === null || !("code" in thrown)) return void 0;
	return typeof thrown.code === "string" ? thrown.code : void 0;
}
export { errorCode as t };
