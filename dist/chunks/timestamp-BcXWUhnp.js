// src/hcl/functions/date/timestamp.ts
const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;
function parseTimestamp(text) {
	const match = RFC3339.exec(text);
	if (match === null) return void 0;
	const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
	if (year === void 0 || month === void 0 || day === void 0) return void 0;
	if (hour === void 0 || minute === void 0 || second === void 0) return void 0;
	if (hour > 23 || minute > 59 || second > 59) return void 0;
	const date = /* @__PURE__ */ new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return void 0;
	date.setUTCHours(hour, minute, second, Math.trunc(Number(`0.${match[7] ?? "0"}`) * 1e3));
	const offsetHours = Number(match[9] ?? "0");
	const offsetRest = Number(match[10] ?? "0");
	if (offsetHours > 23 || offsetRest > 59) return void 0;
	const offsetMinutes = (match[8] === "-" ? -1 : 1) * (offsetHours * 60 + offsetRest) + 0;
	return {
		time: date.getTime() - offsetMinutes * 6e4,
		offsetMinutes
	};
}
function formatTimestamp(timestamp) {
	return `${localDate(timestamp).toISOString().slice(0, 19)}${formatOffset(timestamp, ":", "Z")}`;
}
function localDate({ time, offsetMinutes }) {
	return new Date(time + offsetMinutes * 6e4);
}
function formatOffset({ offsetMinutes }, separator, zulu) {
	if (offsetMinutes === 0 && zulu !== void 0) return zulu;
	const minutes = Math.abs(offsetMinutes);
	const pad = (amount) => String(amount).padStart(2, "0");
	return `${offsetMinutes < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}${separator}${pad(minutes % 60)}`;
}
export { parseTimestamp as i, formatTimestamp as n, localDate as r, formatOffset as t };
