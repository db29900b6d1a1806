// src/kernel/error-message.ts
function errorMessage(thrown) {
	if (typeof thrown === "object" && thrown !== null && "message" in thrown && typeof thrown.message === "string") return thrown.message;
	return String(thrown);
}
export { errorMessage as t };
