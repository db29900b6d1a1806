import { StringDecoder } from "node:string_decoder";
// src/kernel/without-trailing.ts
function withoutTrailing(text, characters) {
	let end = text.length;
	while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}
// src/kernel/line-splitter.ts
const LONGEST_LINE = 65536;
var LineSplitter = class {
	#decoder = new StringDecoder("utf8");
	#onLine;
	#pending = "";
	constructor(onLine) {
		this.#onLine = onLine;
	}
	push(chunk) {
		const lines = (this.#pending + this.#decoder.write(chunk)).split("\n");
		this.#pending = lines.pop() ?? "";
		for (const line of lines) this.#emit(line);
		if (this.#pending.includes("\r")) this.#pending = forgetOverwritten(this.#pending);
		while (this.#pending.length > LONGEST_LINE) {
			const end = pieceEnd(this.#pending);
			this.#onLine(this.#pending.slice(0, end));
			this.#pending = this.#pending.slice(end);
		}
	}
	end() {
		const rest = this.#pending + this.#decoder.end();
		this.#pending = "";
		if (rest !== "") this.#emit(rest);
	}
	#emit(text) {
		let line = text.includes("\r") ? forgetOverwritten(text).replace(/\r$/, "") : text;
		while (line.length > LONGEST_LINE) {
			const end = pieceEnd(line);
			this.#onLine(line.slice(0, end));
			line = line.slice(end);
		}
		this.#onLine(line);
	}
};
function forgetOverwritten(text) {
	const trimmed = withoutTrailing(text, "\r");
	const kept = trimmed.slice(trimmed.lastIndexOf("\r") + 1);
	return trimmed.length === text.length ? kept : `${kept}\r`;
}
function pieceEnd(text) {
	const last = text.charCodeAt(65535);
	return last >= 55296 && last <= 56319 ? 65535 : LONGEST_LINE;
}
export { withoutTrailing as n, LineSplitter as t };
