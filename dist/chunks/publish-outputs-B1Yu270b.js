import { u as setOutput } from "./core-B0YUriWg.js";
import { i as maskedPiece } from "./run-id-D-zkXjwp.js";
import { i as neutralise } from "./step-CSc0RH4l.js";
// src/action/publish-outputs.ts
function publishOutputs(outputs, secrets, log) {
	for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
	for (const warning of maskedOutputs(outputs, secrets)) log.warning(neutralise(warning), { title: "Masked output" });
}
function maskedOutputs(outputs, secrets) {
	return Object.entries(outputs).filter(([, value]) => secrets.mask(value) !== value).map(([name, value]) => {
		return `The output "${name}" holds a secret (the value of a sensitive variable, in "${maskedPiece(secrets.mask(value))}"), so GitHub will not hand it to other jobs; later steps of this job get it. Leave the value out of names and paths, or take "sensitive" off a variable that is no secret.`;
	});
}
export { publishOutputs as t };
