import { homedir } from "node:os";
import { join, resolve } from "node:path";
// src/communicators/ssh/local-path.ts
function localPath(path, workingDirectory) {
	return path === "~" || path.startsWith("~/") ? join(homedir(), path.slice(1)) : resolve(workingDirectory, path);
}
export { localPath as t };
