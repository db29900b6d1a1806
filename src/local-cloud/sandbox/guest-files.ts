import { type Account, type AccountFiles, findAccount, groupsOf } from './accounts.ts';
import type { GuestLink } from './guest-link.ts';

const LARGEST_CONFIGURATION = 1024 * 1024;

/** A machine's files, read and written by the agent inside it: no path of a machine's is ever followed on the host. */
export class GuestFiles {
  readonly #link: GuestLink;

  constructor(link: GuestLink) {
    this.#link = link;
  }

  /** The content of a small text file; undefined when it is missing. */
  async read(path: string): Promise<string | undefined> {
    const content = await this.#link.request({ op: 'read-file', path, limit: LARGEST_CONFIGURATION });
    return typeof content === 'string' ? Buffer.from(content, 'base64').toString('utf8') : undefined;
  }

  /** Missing folders above it are made. `append` adds to what is there. */
  async write(
    path: string,
    content: string | Buffer,
    { mode = 0o644, uid = 0, gid = 0, append = false }: WriteOptions = {},
  ): Promise<void> {
    const base64 = Buffer.from(content).toString('base64');
    await this.#link.request({ op: 'write-file', path, content: base64, mode, uid, gid, append });
  }

  async makeDirectory(path: string, { mode = 0o755, uid = 0, gid = 0 }: WriteOptions = {}): Promise<void> {
    await this.#link.request({ op: 'make-directory', path, mode, uid, gid });
  }

  async list(path: string): Promise<readonly string[]> {
    const names = await this.#link.request({ op: 'list', path });
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  }

  /** Removes a file or a folder with all in it; a missing one is fine. */
  async remove(path: string): Promise<void> {
    await this.#link.request({ op: 'remove', path });
  }

  async copySkeleton(path: string, uid: number, gid: number): Promise<void> {
    await this.#link.request({ op: 'copy-skeleton', path, uid, gid });
  }

  async firstExisting(paths: readonly string[]): Promise<string | undefined> {
    const found = await this.#link.request({ op: 'first-existing', paths });
    return typeof found === 'string' ? found : undefined;
  }

  async accountFiles(): Promise<AccountFiles> {
    const [passwd = '', group = '', shadow, gshadow] = await Promise.all(
      ['passwd', 'group', 'shadow', 'gshadow'].map((name) => this.read(`/etc/${name}`)),
    );
    return { passwd, group, shadow, gshadow };
  }

  /** A user with all its groups, as the machine's files say now. */
  async login(name: string): Promise<Login | undefined> {
    const files = await this.accountFiles();
    const account = findAccount(files.passwd, name);
    return account && { ...account, groups: groupsOf(files.group, account) };
  }
}

export interface Login extends Account {
  readonly groups: readonly number[];
}

interface WriteOptions {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly append?: boolean;
}
