// src/kernel/resources.ts
function kindInWords(kind) {
	return kind === "iam-role" ? "IAM role" : kind.replaceAll("-", " ");
}
// src/kernel/diagnostics.ts
function errorDiagnostic(parts) {
	return {
		severity: "error",
		...parts
	};
}
function warningDiagnostic(parts) {
	return {
		severity: "warning",
		...parts
	};
}
function notYetDiagnostic(parts) {
	return {
		severity: "warning",
		...parts,
		stopsBuild: true
	};
}
function forBuild(diagnostics) {
	return diagnostics.map((diagnostic) => diagnostic.stopsBuild === true ? {
		...diagnostic,
		severity: "error"
	} : diagnostic);
}
function hasErrors(diagnostics) {
	return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
export { warningDiagnostic as a, notYetDiagnostic as i, forBuild as n, kindInWords as o, hasErrors as r, errorDiagnostic as t };
