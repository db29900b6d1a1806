/**
 * What the host and the guest agent say to each other. The control channel carries one JSON object per line in both
 * directions; the bytes of processes and forwarded connections travel on stream sockets of their own, which the guest
 * opens and introduces with one line, `<token> <index>`. The host takes everything that a guest says for hostile.
 */

/** An answer has the request's id. Binary contents are base64. */
export type GuestRequest =
  | { readonly op: 'read-file'; readonly path: string; readonly limit: number }
  | {
      readonly op: 'write-file';
      readonly path: string;
      readonly content: string;
      readonly mode: number;
      readonly uid: number;
      readonly gid: number;
      readonly append: boolean;
    }
  | {
      readonly op: 'make-directory';
      readonly path: string;
      readonly mode: number;
      readonly uid: number;
      readonly gid: number;
    }
  | { readonly op: 'list'; readonly path: string }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'copy-skeleton'; readonly path: string; readonly uid: number; readonly gid: number }
  | { readonly op: 'first-existing'; readonly paths: readonly string[] }
  | {
      readonly op: 'spawn';
      readonly process: number;
      readonly argv: readonly string[];
      readonly env: Readonly<Record<string, string>>;
      readonly cwd: string;
      readonly token: string;
    }
  | { readonly op: 'signal'; readonly process: number; readonly signal: string }
  | { readonly op: 'resize'; readonly process: number; readonly rows: number; readonly columns: number }
  | { readonly op: 'connect'; readonly host: string; readonly port: number; readonly token: string }
  | { readonly op: 'quiesce'; readonly patienceMs: number };

export type GuestMessage =
  | { readonly type: 'hello' }
  | { readonly type: 'answer'; readonly id: number; readonly result: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly code: string; readonly message: string }
  | { readonly type: 'exit'; readonly process: number; readonly code: number | null; readonly signal: string | null }
  | { readonly type: 'power'; readonly action: PowerAction };

export type PowerAction = 'off' | 'reboot';

/** Where the host's tools and its socket are inside a machine; both are read-only mounts. */
export const GUEST_TOOLS = '/run/bake-ami/tools';
export const GUEST_SOCKET = '/run/bake-ami/channel/host.sock';

/** Where the old root hangs between pivot_root and its unmounting; the agent removes the empty folder. */
export const OLD_ROOT = '/run/.host';

/** The file that holds the agent's process id, for the stand-ins of `shutdown` and its family. */
export const AGENT_PID_FILE = '/run/bake-ami/agent.pid';

/** Cuts a stream of text into lines; what is longer than `limit` characters without a line end is an error. */
export function lineReader(limit: number, onLine: (line: string) => void): (chunk: string) => void {
  // Joined once, when the line is whole: whoever sends it in small pieces must not have all of it copied for each.
  let pieces: string[] = [];
  let length = 0;
  return (chunk) => {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      const line = pieces.join('') + chunk.slice(start, end);
      pieces = [];
      length = 0;
      start = end + 1;
      onLine(line);
    }
    pieces.push(chunk.slice(start));
    length += chunk.length - start;
    if (length > limit) throw new Error(`A line of more than ${limit} characters`);
  };
}
