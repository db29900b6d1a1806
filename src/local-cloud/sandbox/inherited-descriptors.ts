import { closeSync, readdirSync, readFileSync } from 'node:fs';

/** `O_CLOEXEC` in /proc/PID/fdinfo, which is octal (proc(5)). */
const CLOSE_ON_EXEC = 0o2000000;

/**
 * Closes what whoever started this process left open for its children (`exec 99<file; bake-ami …`): a machine's first
 * process would inherit it, and a descriptor of a folder leads anywhere on the host. Node's own are close-on-exec.
 */
export function closeInheritedDescriptors(): void {
  for (const name of readdirSync('/proc/self/fd')) {
    const descriptor = Number(name);
    if (descriptor > 2 && isInherited(descriptor)) closeSync(descriptor);
  }
}

function isInherited(descriptor: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & CLOSE_ON_EXEC) === 0;
  } catch {
    // It was the one of the listing itself.
    return false;
  }
}
