// src/action/outputs.ts
function actionOutputs(outputs) {
	return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]));
}
export { actionOutputs as t };
