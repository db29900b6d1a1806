// src/kernel/hostile-text.ts
const ESCAPES = /\u001b(?:\[[0-9;:]*m|\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_]|.)?/g;
const CONTROLS = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;
const COLOUR = /^\u001b\[[0-9;:]*m$/;
function printableLine(text, colours) {
	return text.replace(ESCAPES, (sequence) => colours && COLOUR.test(sequence) ? sequence : "").replace(CONTROLS, (character) => character === "\r" ? " " : "�").replaceAll("\n", " ");
}
export { printableLine as t };
