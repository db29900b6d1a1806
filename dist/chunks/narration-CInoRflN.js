import { n as describeDuration, t as briefDuration } from "./duration-CR_pYxdi.js";
import { a as describeError } from "./errors-Bd0aY3lr.js";
// src/app/narration.ts
function narrate(event) {
	switch (event.type) {
		case "run-started": return line("heading", void 0, beginning(event.builds));
		case "build-started": return line("debug", event.build, "Build started");
		case "build-finished": return finished(event);
		case "step-started": return line("heading", event.build, event.title);
		case "step-finished": return line("detail", event.build, `${event.title}: ${event.outcome === "succeeded" ? "done" : event.outcome} after ${briefDuration(event.elapsedMs)}`);
		case "instance-launched": return line("detail", event.build, `Building on ${describeInstance(event.instance)}`);
		case "resource-created": return line("detail", event.build, `Created ${describeResource(event.resource)}`);
		case "resource-removed": return line("detail", event.build, `Removed ${describeResource(event.resource)}`);
		case "resource-kept": return line("detail", event.build, `Kept ${describeResource(event.resource)}: ${event.reason}`);
		case "resource-left": return line("error", event.build, `Left behind: ${describeResource(event.resource)}. ${describeError(event.error)}`);
		case "remote-line": return line("remote", event.build, `${event.source}: ${event.text}`);
		case "waiting": return line("detail", event.build, describeWaiting(event));
		case "progress": return line("detail", event.build, event.message);
		case "file-written": return line("detail", event.build, `Wrote the ${event.kind} ${event.path}`);
		case "artifact": return line("debug", event.build, `Artifact ${event.artifact.id}`);
		case "log": return line(event.level === "info" ? "detail" : event.level, event.build, event.message);
		case "diagnostic": return;
	}
}
function describeWaiting({ what, state, percent, elapsedMs }) {
	return `Waiting for ${what}: ${percent === void 0 ? state : `${state}, ${percent} %`}, after ${briefDuration(elapsedMs)}`;
}
function beginning(builds) {
	return builds.length === 1 ? `Baking ${builds[0]}` : `Baking ${builds.length} builds: ${builds.join(", ")}`;
}
function describeInstance({ id, type, market, availabilityZone }) {
	return `${market === "spot" ? `the spot ${type}` : `the ${type}`} ${id}${availabilityZone === void 0 ? "" : ` in ${availabilityZone}`}`;
}
function describeMachine({ type, market, availabilityZone }) {
	return `${market === "spot" ? `spot ${type}` : type}${availabilityZone === void 0 ? "" : ` in ${availabilityZone}`}`;
}
function describeResource({ kind, id, name, region }) {
	const label = name === void 0 || name === id ? "" : ` "${name}"`;
	return `${kind.replaceAll("-", " ")} ${id}${label} in ${region}`;
}
function causeChain(error) {
	const messages = [];
	let cause = error.cause;
	while (cause instanceof Error && messages.length < 10) {
		if (!messages.includes(cause.message)) messages.push(cause.message);
		cause = cause.cause;
	}
	return messages;
}
function finished(event) {
	const after = describeDuration(event.elapsedMs);
	if (event.outcome === "succeeded") return line("heading", void 0, `Build '${event.build}' finished after ${after}.`);
	const reason = event.error === void 0 ? event.outcome : describeError(event.error);
	return line("error", void 0, `Build '${event.build}' errored after ${after}: ${reason}`);
}
function line(weight, build, text) {
	return {
		weight,
		build,
		text
	};
}
export { narrate as i, describeMachine as n, describeResource as r, causeChain as t };
