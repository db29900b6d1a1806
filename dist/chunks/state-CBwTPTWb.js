import { a as getState, c as saveState } from "./core-B0YUriWg.js";
import { n as parsePlaces, t as mergedPlaces } from "./run-places-BYOFtoK_.js";
// src/action/state.ts
function rememberRun(state) {
	for (const [name, value] of Object.entries(state)) saveState(name, String(value));
}
function placeMemory() {
	let places = [];
	return ({ build, accountId, wayIn, regions }) => {
		places = mergedPlaces([...places, {
			build,
			accountId,
			wayIn,
			regions
		}]);
		saveState("places", JSON.stringify(places));
	};
}
function rememberEnd() {
	saveState("hasEnded", "true");
}
function recallRun() {
	return {
		runDirectory: getState("runDirectory"),
		workingDirectory: getState("workingDirectory"),
		run: {
			runId: getState("runId"),
			places: parsePlaces(getState("places")),
			keepsOnError: getState("keepsOnError") !== "false",
			hasEnded: getState("hasEnded") === "true"
		}
	};
}
export { rememberRun as i, recallRun as n, rememberEnd as r, placeMemory as t };
