import { describe, expect, it } from '@jest/globals';
import {
  type AccountFiles,
  addPerson,
  findAccount,
  groupsOf,
  withGroup,
  withoutPeople,
} from '../../../src/local-cloud/sandbox/accounts.ts';
import { assignments } from '../../../src/local-cloud/sandbox/login.ts';

const host: AccountFiles = {
  passwd:
    'root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1::/usr/sbin:/usr/sbin/nologin\nnobody:x:65534:65534::/none:/bin/false\nrunner:x:1001:118::/home/runner:/bin/bash\n',
  group: 'root:x:0:\nsudo:x:27:runner\nadm:x:4:syslog,runner\ndocker:x:118:runner\nrunner:x:1001:\n',
  shadow: 'root:$6$secret:1::::::\nrunner:$6$other:1::::::\n',
  gshadow: 'sudo:*::runner\nrunner:!::\n',
};

describe('account files', () => {
  it('lose people, their groups and memberships, and all passwords', () => {
    expect(withoutPeople(host)).toEqual({
      passwd: host.passwd.replace(/runner:.*\n/, ''),
      group: 'root:x:0:\nsudo:x:27:\nadm:x:4:syslog\ndocker:x:118:\n',
      shadow: 'root:*:1::::::\n',
      gshadow: 'sudo:*::\n',
    });
  });

  it('take a new person with the first free id, into the groups that exist', () => {
    const after = addPerson(withoutPeople(host), 'ubuntu', ['sudo', 'adm', 'lxd']);
    const account = findAccount(after.passwd, 'ubuntu');
    expect(account).toEqual({ name: 'ubuntu', uid: 1000, gid: 1000, home: '/home/ubuntu', shell: '/bin/bash' });
    expect(account && groupsOf(after.group, account)).toEqual([1000, 27, 4]);
    expect(after.group).toBe('root:x:0:\nsudo:x:27:ubuntu\nadm:x:4:syslog,ubuntu\ndocker:x:118:\nubuntu:x:1000:\n');
    expect(after.shadow).toBe('root:*:1::::::\nubuntu:!:19000:0:99999:7:::\n');
  });

  it('leave taken ids alone and use a group of the same name', () => {
    const after = addPerson(
      { ...host, passwd: `${host.passwd}a:x:1000:5::/:/bin/sh\n`, group: `${host.group}admin:x:114:\n` },
      'admin',
      [],
    );
    expect(findAccount(after.passwd, 'admin')).toMatchObject({ uid: 1002, gid: 114 });
  });

  it('get a missing group', () => {
    expect(withGroup(host, 'sudo')).toBe(host);
    expect(withGroup({ ...host, group: 'root:x:0:' }, 'sudo').group).toBe('root:x:0:\nsudo:x:999:\n');
  });

  it('are read with care', () => {
    expect(findAccount('bad\n:x:1:1:::\nx:x:abc:1:::\n\nok:x:5:6::/:\n', 'ok')).toEqual({
      name: 'ok',
      uid: 5,
      gid: 6,
      home: '/',
      shell: '/bin/sh',
    });
    expect(findAccount('x:x:abc:1:::\n', 'x')).toBeUndefined();
  });
});

describe('/etc/environment', () => {
  it('is assignments with optional quotes, and nothing is expanded', () => {
    expect(assignments('# comment\nA=1\nexport B="two words"\nC=\'$A\'\n D = x\nE=a=b\nnot a line\n')).toEqual({
      A: '1',
      B: 'two words',
      C: '$A',
      E: 'a=b',
    });
  });

  it('is read in time, however much white space a machine puts into it', () => {
    const space = ' '.repeat(500_000);
    expect(assignments(`A=x${space}y\nB=${space}\n${space}C=z${space}`)).toEqual({ A: `x${space}y`, B: '', C: 'z' });
  });
});
