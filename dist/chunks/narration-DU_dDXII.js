import { a as describeError } from "./errors-B7WcGKTd.js";
import { t as describeDuration } from "./duration-CvR11Ozc.js";
// src/kernel/version.ts
const VERSION = "0.1.0";
// src/app/narration.ts
function narrate(event) {
	switch (event.type) {
		case "run-started": return line("debug", void 0, `Run ${event.runId}: ${event.builds.join(", ")}`);
		case "build-started": return line("debug", event.build, "Build started");
		case "build-finished": return finished(event);
		case "step-started": return line("heading", event.build, event.title);
		case "step-finished": return line("detail", event.build, `${event.title}: ${event.outcome === "succeeded" ? "done" : event.outcome} after ${describeDuration(event.elapsedMs)}`);
		case "resource-created": return line("detail", event.build, `Created ${describeResource(event.resource)}`);
		case "resource-removed": return line("detail", event.build, `Removed ${describeResource(event.resource)}`);
		case "resource-kept": return line("detail", event.build, `Kept ${describeResource(event.resource)}: ${event.reason}`);
		case "resource-left": return line("error", event.build, `Left behind: ${describeResource(event.resource)}. ${describeError(event.error)}`);
		case "remote-line": return line("remote", event.build, `${event.source}: ${event.text}`);
		case "progress": return line("detail", event.build, event.message);
		case "file-written": return line("detail", event.build, `Wrote the ${event.kind} ${event.path}`);
		case "artifact": return line("debug", event.build, `Artifact ${event.artifact.id}`);
		case "log": return line(event.level === "info" ? "detail" : event.level, event.build, event.message);
		case "diagnostic": return;
	}
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
export { VERSION as i, describeResource as n, narrate as r, causeChain as t };
