import { c as errorMessage, s as errorCode } from "./errors-Bd0aY3lr.js";
import { t as errorDiagnostic } from "./diagnostics-D6HUwDnG.js";
import { p as Source } from "./diagnostic-text-BE2lGN9b.js";
import { closeSync, constants, fstatSync, openSync, readSync, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
// src/template/source-files.ts
function readSource(name, workingDirectory, files) {
	const path = resolve(workingDirectory, name);
	return sourceOf(name, path, () => files.read(path));
}
function sourceOf(name, path, read) {
	try {
		return {
			value: new Source(name, decodeUtf8(read())),
			diagnostics: []
		};
	} catch (cause) {
		return {
			value: void 0,
			diagnostics: [unreadable("file", name, cause, path)]
		};
	}
}
function kindAt(path, files) {
	try {
		return files.kind(path);
	} catch {
		return "other";
	}
}
function listFolder(name, path, files) {
	try {
		return {
			value: files.list(path),
			diagnostics: []
		};
	} catch (cause) {
		return {
			value: void 0,
			diagnostics: [unreadable("folder", name, cause, path)]
		};
	}
}
function unreadable(what, name, cause, path) {
	return errorDiagnostic({
		code: "unreadable-file",
		summary: `The ${what} "${name}" can't be read`,
		detail: reasonOf(cause, path)
	});
}
function reasonOf(cause, path) {
	if (cause instanceof NotUtf8) return `${path} is not UTF-8; save it in that encoding.`;
	switch (errorCode(cause)) {
		case "ENOENT":
		case "ENOTDIR": return `There is no file ${path}.`;
		case "ENAMETOOLONG":
		case "ERR_INVALID_ARG_VALUE": return "The system takes no such path.";
		case "ELOOP": return `The links at ${path} lead in a circle.`;
		case "ENOTFILE": return `${path} is a device, a pipe or a socket. Only regular files are read: write what it gives into a file first.`;
		case "EFBIG": return `${errorMessage(cause)}. Is it really a file for this?`;
		case "EISDIR": return `${path} is a folder, not a file.`;
		case "EACCES":
		case "EPERM": return `The user that runs this may not read ${path}.`;
		default: return `${path}: ${errorMessage(cause)}.`;
	}
}
var NotUtf8 = class extends Error {};
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw new NotUtf8("Not UTF-8", { cause });
	}
}
// src/template/file-system.ts
const MAXIMUM_FILE_SIZE = 8388608;
// src/app/templates/local-file-system.ts
const localFileSystem = {
	kind(path) {
		try {
			const found = statSync(path, { throwIfNoEntry: false });
			return found === void 0 ? void 0 : kindOf(found);
		} catch (error) {
			if (isNoPath(error)) return void 0;
			throw error;
		}
	},
	read(path) {
		refuseSpecial(statSync(path), path);
		const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			refuseSpecial(fstatSync(descriptor), path);
			return readLimited(descriptor, path);
		} finally {
			closeSync(descriptor);
		}
	},
	list: (path) => readdirSync(path)
};
function kindOf(stats) {
	if (stats.isFile()) return "file";
	return stats.isDirectory() ? "directory" : "other";
}
function isNoPath(error) {
	return ["ERR_INVALID_ARG_VALUE", "ENAMETOOLONG"].includes(errorCode(error) ?? "");
}
function refuseSpecial(stats, path) {
	const kind = kindOf(stats);
	if (kind === "directory") throw failure("EISDIR", `${path} is a folder, not a file`);
	if (kind === "other") throw failure("ENOTFILE", `${path} is a device, a pipe or a socket, not a regular file`);
	if (stats.size > 8388608) throw tooLarge(path);
}
function readLimited(descriptor, path) {
	const chunks = [];
	let total = 0;
	for (;;) {
		const chunk = Buffer.allocUnsafe(65536);
		const count = readSync(descriptor, chunk);
		if (count === 0) return Buffer.concat(chunks);
		total += count;
		if (total > 8388608) throw tooLarge(path);
		chunks.push(chunk.subarray(0, count));
	}
}
function tooLarge(path) {
	return failure("EFBIG", `${path} is larger than ${MAXIMUM_FILE_SIZE / 1024 / 1024} MiB`);
}
function failure(code, message) {
	return Object.assign(new Error(message), { code });
}
export { sourceOf as a, readSource as i, kindAt as n, listFolder as r, localFileSystem as t };
