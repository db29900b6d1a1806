// src/kernel/secrets.ts
const SHORTEST = 3;
const PEM_FRAME = /^-----(BEGIN|END) [A-Z0-9 ]+-----$/;
var SecretRegistry = class {
	#values = /* @__PURE__ */ new Set();
	#listeners = /* @__PURE__ */ new Set();
	register(secret) {
		if (secret.length < SHORTEST) return;
		this.#add(secret);
		const lines = secret.split(/\r?\n/);
		if (lines.length > 1) {
			for (const line of lines) if (line.length >= 8 && !PEM_FRAME.test(line)) this.#add(line);
		}
		if (secret.length >= 8) {
			this.#add(Buffer.from(secret, "utf8").toString("base64"));
			this.#add(encodeURIComponent(Buffer.from(secret, "utf8").toString("utf8")));
		}
	}
	subscribe(listener) {
		this.#listeners.add(listener);
		for (const value of this.#values) listener(value);
		return () => this.#listeners.delete(listener);
	}
	mask(text, replacement = "***") {
		let masked = text;
		for (const value of [...this.#values].sort((a, b) => b.length - a.length)) masked = masked.replaceAll(value, replacement);
		return masked;
	}
	#add(value) {
		if (this.#values.has(value)) return;
		this.#values.add(value);
		for (const listener of this.#listeners) listener(value);
	}
};
export { SecretRegistry as t };
