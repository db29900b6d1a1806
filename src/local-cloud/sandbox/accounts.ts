/** The account files of a machine as text: `/etc/passwd`, `/etc/group`, `/etc/shadow` (passwd(5), group(5), shadow(5)). */

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
  readonly shell: string;
}

export interface AccountFiles {
  readonly passwd: string;
  readonly group: string;
  /** Undefined where the root file system has none (BusyBox without shadow passwords). */
  readonly shadow: string | undefined;
  readonly gshadow: string | undefined;
}

/** People's accounts have these ids (login.defs(5): UID_MIN, UID_MAX); the others belong to the system. */
const FIRST_PERSON = 1_000;
const LAST_PERSON = 60_000;

export function findAccount(passwd: string, name: string): Account | undefined {
  return accounts(passwd).find((account) => account.name === name);
}

function accounts(passwd: string): readonly Account[] {
  return records(passwd).flatMap(([name = '', , uid = '', gid = '', , home = '', shell = '']) => {
    if (name === '' || !/^\d+$/.test(uid) || !/^\d+$/.test(gid)) return [];
    return [{ name, uid: Number(uid), gid: Number(gid), home: home || '/', shell: shell || '/bin/sh' }];
  });
}

/** The ids of every group that the user is in, its own one first. */
export function groupsOf(group: string, account: Account): readonly number[] {
  const member = records(group)
    .filter(([, , , members = '']) => members.split(',').includes(account.name))
    .map(([, , gid = '']) => Number(gid))
    .filter((gid) => Number.isInteger(gid));
  return [...new Set([account.gid, ...member])];
}

export function groupId(group: string, name: string): number | undefined {
  const gid = records(group).find(([found]) => found === name)?.[2];
  return gid !== undefined && /^\d+$/.test(gid) ? Number(gid) : undefined;
}

/** The same files without people's accounts and groups, and without any password: nobody's secrets go into a machine. */
export function withoutPeople(files: AccountFiles): AccountFiles {
  const people = new Set(
    accounts(files.passwd)
      .filter(({ uid }) => isPerson(uid))
      .map(({ name }) => name),
  );
  const personal = new Set(
    records(files.group)
      .filter(([, , gid]) => isPerson(Number(gid)))
      .map(([name = '']) => name),
  );
  const members = (list = ''): string =>
    list
      .split(',')
      .filter((name) => !people.has(name))
      .join(',');
  return {
    passwd: text(records(files.passwd).filter(([name = '']) => !people.has(name))),
    group: text(
      records(files.group)
        .filter(([name = '']) => !personal.has(name))
        .map(([name = '', password = '', gid = '', list]) => [name, password, gid, members(list)]),
    ),
    shadow:
      files.shadow &&
      text(
        records(files.shadow)
          .filter(([name = '']) => !people.has(name))
          .map(([name = '', , ...rest]) => [name, '*', ...rest]),
      ),
    gshadow:
      files.gshadow &&
      text(
        records(files.gshadow)
          .filter(([name = '']) => !personal.has(name))
          .map(([name = '', , , list]) => [name, '*', '', members(list)]),
      ),
  };
}

/**
 * Adds a person with a group of the same name, a locked password, and membership in the given groups as far as they
 * exist. Ids are the first free ones from 1000.
 */
export function addPerson(files: AccountFiles, name: string, groups: readonly string[]): AccountFiles {
  const taken = new Set([
    ...accounts(files.passwd).map(({ uid }) => uid),
    ...records(files.group).map(([, , gid]) => Number(gid)),
  ]);
  let id = FIRST_PERSON;
  while (taken.has(id)) id += 1;
  const join = (content: string, field: number): string =>
    text(
      records(content).map((record) =>
        groups.includes(record[0] ?? '')
          ? record.map((value, index) => (index === field ? [value, name].filter(Boolean).join(',') : value))
          : record,
      ),
    );
  const ownGroup = groupId(files.group, name);
  const gid = ownGroup ?? id;
  return {
    passwd: `${ended(files.passwd)}${name}:x:${id}:${gid}:${name}:/home/${name}:/bin/bash\n`,
    group: `${join(files.group, 3)}${ownGroup === undefined ? `${name}:x:${gid}:\n` : ''}`,
    shadow: files.shadow && `${ended(files.shadow)}${name}:!:19000:0:99999:7:::\n`,
    gshadow: files.gshadow && `${join(files.gshadow, 3)}${ownGroup === undefined ? `${name}:!::\n` : ''}`,
  };
}

/** Adds a system group if it is missing. */
export function withGroup(files: AccountFiles, name: string): AccountFiles {
  if (groupId(files.group, name) !== undefined) return files;
  const taken = new Set(records(files.group).map(([, , gid]) => Number(gid)));
  let gid = FIRST_PERSON - 1;
  while (taken.has(gid)) gid -= 1;
  return {
    ...files,
    group: `${ended(files.group)}${name}:x:${gid}:\n`,
    gshadow: files.gshadow && `${ended(files.gshadow)}${name}:*::\n`,
  };
}

function isPerson(id: number): boolean {
  return id >= FIRST_PERSON && id <= LAST_PERSON;
}

function records(content: string): readonly (readonly string[])[] {
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(':'));
}

function text(all: readonly (readonly string[])[]): string {
  return all.map((record) => `${record.join(':')}\n`).join('');
}

function ended(content: string): string {
  return content === '' || content.endsWith('\n') ? content : `${content}\n`;
}
