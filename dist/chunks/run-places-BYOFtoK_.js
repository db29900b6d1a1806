import { t as isRecord } from "./is-record-DahPzVSt.js";
// src/app/run/run-places.ts
function mergedPlaces(places) {
	const merged = /* @__PURE__ */ new Map();
	for (const place of places) {
		const { region: _own, ...wayIn } = place.wayIn;
		const key = JSON.stringify([place.accountId, wayIn]);
		const regions = [...merged.get(key)?.regions ?? [], ...place.regions];
		merged.set(key, {
			...place,
			...merged.get(key),
			regions: [...new Set(regions)]
		});
	}
	return [...merged.values()];
}
function parsePlaces(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return [];
	}
	return Array.isArray(value) ? value.flatMap((each) => place(each)) : [];
}
function place(value) {
	if (!isRecord(value)) return [];
	const { build, accountId, wayIn, regions } = value;
	if (typeof build !== "string" || !isRecord(wayIn) || !Array.isArray(regions)) return [];
	if (accountId !== void 0 && typeof accountId !== "string") return [];
	return [{
		build,
		accountId,
		wayIn,
		regions: regions.filter((region) => typeof region === "string")
	}];
}
export { parsePlaces as n, mergedPlaces as t };
