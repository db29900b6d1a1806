// src/kernel/secrets.ts
const SHORTEST = 3;
const PEM_FRAME = /^-----(BEGIN|END) [A-Z0-9 ]+-----$/;
var SecretRegistry = class {
	#values = /* @__PURE__ */ new Set();
	#revision = 0;
	#longestFirst;
	#beginnings = /* @__PURE__ */ new Set();
	#listeners = /* @__PURE__ */ new Set();
	#hidden = /* @__PURE__ */ new Map();
	register(secret) {
		if (secret.length < SHORTEST) return;
		this.#add(secret);
		for (const quoted of quotedForms(secret)) this.#add(quoted);
		const lines = secret.split(/\r?\n/);
		if (lines.length > 1) {
			for (const line of lines) if (line.length >= 8 && !PEM_FRAME.test(line)) this.#addLine(line);
		}
		if (secret.length >= 8) {
			this.#add(Buffer.from(secret, "utf8").toString("base64"));
			this.#add(encodeURIComponent(Buffer.from(secret, "utf8").toString("utf8")));
		}
	}
	hide(filename, span) {
		const spans = this.#hidden.get(filename);
		if (spans === void 0) this.#hidden.set(filename, [span]);
		else spans.push(span);
		this.#revision += 1;
	}
	spansIn(filename, text) {
		const spans = [...this.#hidden.get(filename) ?? []];
		for (const value of this.#values) for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) spans.push({
			start: at,
			end: at + value.length
		});
		return spans;
	}
	foundIn(text) {
		return [...this.#values].filter((value) => text.includes(value)).sort();
	}
	get revision() {
		return this.#revision;
	}
	subscribe(listener) {
		this.#listeners.add(listener);
		for (const value of this.#values) listener(value);
		return () => this.#listeners.delete(listener);
	}
	mask(text, replacement = "***") {
		if (!this.#mayHoldOne(text)) return text;
		let masked = text;
		this.#longestFirst ??= [...this.#values].sort((a, b) => b.length - a.length);
		for (const value of this.#longestFirst) masked = masked.replaceAll(value, replacement);
		return masked;
	}
	#mayHoldOne(text) {
		if (this.#beginnings.size === 0) return false;
		for (let at = 0; at + SHORTEST <= text.length; at += 1) if (this.#beginnings.has(text.slice(at, at + SHORTEST))) return true;
		return false;
	}
	#addLine(line) {
		this.#add(line);
		for (const quoted of quotedForms(line)) this.#add(quoted);
	}
	#add(value) {
		if (this.#values.has(value)) return;
		this.#revision += 1;
		this.#values.add(value);
		this.#beginnings.add(value.slice(0, SHORTEST));
		this.#longestFirst = void 0;
		for (const listener of this.#listeners) listener(value);
	}
};
function quotedForms(text) {
	const json = JSON.stringify(text).slice(1, -1);
	return [json, json.replace(/[$%](?=\{)/g, "$&$&")].filter((each) => each !== text);
}
export { SecretRegistry as t };
