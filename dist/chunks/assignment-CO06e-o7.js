// src/kernel/assignment.ts
function splitAssignment(text) {
	const equals = text.indexOf("=");
	return equals > 0 ? {
		name: text.slice(0, equals),
		value: text.slice(equals + 1)
	} : void 0;
}
export { splitAssignment as t };
