// src/kernel/posix-shell.ts
function shellWord(text) {
	if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(text)) return text;
	return `'${escapeForSingleQuotes(text)}'`;
}
function escapeForSingleQuotes(text) {
	return text.replaceAll("'", `'"'"'`);
}
export { shellWord as n, escapeForSingleQuotes as t };
