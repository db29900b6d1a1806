// src/kernel/error-message.ts
function errorMessage(thrown) {
	if (typeof thrown === "object" && thrown !== null && "message" in thrown && typeof thrown.message === "string") return thrown.message;
	return String(thrown);
}
// src/kernel/errors.ts
var BakeError = class extends Error {
	name = "BakeError";
	code;
	category;
	retryable;
	hint;
	constructor(message, options) {
		super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
		this.code = options.code;
		this.category = options.category;
		this.retryable = options.retryable ?? false;
		this.hint = options.hint;
	}
};
var TemplateError = class extends BakeError {
	name = "TemplateError";
	diagnostics;
	constructor(diagnostics) {
		const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
		const first = errors[0]?.summary ?? "The template is not valid";
		super(errors.length > 1 ? `${first}, and ${errors.length - 1} more` : first, {
			code: errors[0]?.code ?? "invalid-template",
			category: "template"
		});
		this.diagnostics = diagnostics;
	}
};
var IncompleteArtifactError = class extends BakeError {
	name = "IncompleteArtifactError";
	artifact;
	constructor(message, artifact, options) {
		super(message, options);
		this.artifact = artifact;
	}
};
function describeError({ message, hint }) {
	if (hint === void 0) return message;
	return /[.!?]$/.test(message) ? `${message} ${hint}` : `${message}. ${hint}`;
}
function cancelledError(what, cause) {
	return new BakeError(`Cancelled ${what}`, {
		code: "cancelled",
		category: "cancelled",
		cause
	});
}
function toBakeError(thrown) {
	if (thrown instanceof BakeError) return thrown;
	return new BakeError(errorMessage(thrown), {
		code: "internal",
		category: "internal",
		hint: "This is a defect of bake-ami. Please report it with the log of a run with debug logging.",
		cause: thrown
	});
}
export { describeError as a, cancelledError as i, IncompleteArtifactError as n, toBakeError as o, TemplateError as r, errorMessage as s, BakeError as t };
