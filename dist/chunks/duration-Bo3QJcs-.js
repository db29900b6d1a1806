// src/kernel/counted.ts
function counted(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
// src/kernel/duration.ts
const MILLISECONDS = {
	ns: 1e-6,
	us: .001,
	µs: .001,
	μs: .001,
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5
};
function parseDuration(text) {
	const match = /^([+-]?)((?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.exec(text);
	if (match === null) return /^[+-]?0$/.test(text) ? 0 : void 0;
	let total = 0;
	for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) total += Number(amount) * (MILLISECONDS[unit ?? ""] ?? NaN);
	return match[1] === "-" ? -total : total;
}
function briefDuration(milliseconds) {
	if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
	if (milliseconds < 59950) return `${(milliseconds / 1e3).toFixed(1)} s`;
	const seconds = Math.round(milliseconds / 1e3);
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return `${minutes} min${seconds % 60 === 0 ? "" : ` ${seconds % 60} s`}`;
	return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? "" : ` ${minutes % 60} min`}`;
}
function describeDuration(milliseconds) {
	if (milliseconds < 1e3) return counted(Math.round(milliseconds), "millisecond");
	const seconds = Math.floor(milliseconds / 1e3);
	return [
		[Math.floor(seconds / 3600), "hour"],
		[Math.floor(seconds / 60) % 60, "minute"],
		[seconds % 60, "second"]
	].filter(([amount]) => amount > 0).map(([amount, unit]) => counted(amount, unit)).join(" ");
}
export { counted as i, describeDuration as n, parseDuration as r, briefDuration as t };
