// src/kernel/error-message.ts
function errorMessage(thrown) {
	if (typeof thrown === "object" && thrown !== null && "message" in thrown && typeof thrown.message === "string") return thrown.message;
	return String(thrown);
}
// src/kernel/error-code.ts
function errorCode(thrown) {
	if (typeof thrown !== "object" || thrown === null || !("code" in thrown)) return void 0;
	return typeof thrown.code === "string" ? thrown.code : void 0;
}
// src/kernel/system-error.ts
const FILE_CALLS = /* @__PURE__ */ new Set([
	"open",
	"mkdir",
	"mkdtemp",
	"rename",
	"unlink",
	"scandir",
	"copyfile",
	"chmod",
	"rmdir"
]);
function systemRefusal(thrown) {
	const code = errorCode(thrown);
	const call = textField(thrown, "syscall");
	const path = textField(thrown, "path");
	if (code === "ENOENT" && call === "uv_cwd") return {
		message: "The working directory does not exist any more",
		hint: "It was removed while it was in use. Change to a folder that exists, and try again."
	};
	if (code === "ENOSPC" || code === "EDQUOT") return {
		message: `There is no room left on the disk${path === void 0 ? "" : `, for ${path}`}`,
		hint: "Free some space, or name a folder on another disk for temporary files (RUNNER_TEMP on a runner, TMPDIR elsewhere)."
	};
	if (path === void 0 || call === void 0 || !FILE_CALLS.has(call)) return void 0;
	if (call === "mkdtemp" && (code === "ENOENT" || code === "ENOTDIR")) return {
		message: `There is no folder for temporary files: ${path.replace(/[/\\][^/\\]*$/, "")} does not exist`,
		hint: "Make it, or name another one (RUNNER_TEMP on a runner, TMPDIR elsewhere)."
	};
	if (code === "EACCES" || code === "EPERM" || code === "EROFS") return {
		message: `${path} can't be used: ${code === "EROFS" ? "the disk is read-only" : "the user that runs this has no permission"}`,
		hint: "Change its permissions, or name another folder (RUNNER_TEMP on a runner, TMPDIR elsewhere)."
	};
}
function textField(thrown, name) {
	if (typeof thrown !== "object" || thrown === null) return void 0;
	const value = Reflect.get(thrown, name);
	return typeof value === "string" ? value : void 0;
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
	const refusal = systemRefusal(thrown);
	if (refusal !== void 0) {
		const { message, hint } = refusal;
		return new BakeError(message, {
			code: "system-refused",
			category: "input",
			hint,
			cause: thrown
		});
	}
	return new BakeError(errorMessage(thrown), {
		code: "internal",
		category: "internal",
		hint: "This is a defect of bake-ami. Please report it with the log of a run with debug logging.",
		cause: thrown
	});
}
export { describeError as a, errorMessage as c, cancelledError as i, IncompleteArtifactError as n, toBakeError as o, TemplateError as r, errorCode as s, BakeError as t };
