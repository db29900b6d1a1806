import type { Question } from './question.ts';

/** The user that an image's maker provides, by what the image's name says. Sources: the makers' own AWS pages. */
const USERS: readonly (readonly [RegExp, string])[] = [
  [/ubuntu/i, 'ubuntu'],
  [/^debian|\/debian/i, 'admin'],
  [/^(amzn|al20|amazon)/i, 'ec2-user'],
  [/rhel|suse|sles/i, 'ec2-user'],
  [/fedora/i, 'fedora'],
  [/centos/i, 'centos'],
  [/rocky/i, 'rocky'],
  [/alma/i, 'ec2-user'],
  [/oracle|^OL\d/i, 'ec2-user'],
  [/flatcar|coreos/i, 'core'],
  [/arch-linux|^arch/i, 'arch'],
  [/freebsd/i, 'ec2-user'],
  [/bitnami/i, 'bitnami'],
  [/alpine/i, 'alpine'],
];

/** Is it the wrong user? The server was reached and refused the login. */
export const login: Question = ({ bake, error }) => {
  if (error.code !== 'ssh-login-refused') return undefined;
  const { username } = bake.connector;
  const name = bake.data['SourceAMIName'];
  if (typeof name !== 'string') return undefined;
  const usual = USERS.find(([pattern]) => pattern.test(name))?.[1];
  if (usual === undefined || usual === username) return undefined;
  return {
    what: `Images like ${name} usually let the user "${usual}" log in, and ssh_username is "${username}"`,
    remedy: `Set ssh_username = "${usual}".`,
  };
};
