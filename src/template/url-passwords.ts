/** `//user:password@` as it is written in a URL; the lengths keep the search short where nothing is found. */
const WRITTEN = /:\/\/[^\s/:@"]{0,200}:([^\s/@"]{1,200})@/g;

/** The passwords that stand in URLs of a template's text, whatever they are for; not what is put in when it is read. */
export function urlPasswords(text: string): readonly string[] {
  return Array.from(text.matchAll(WRITTEN), ([, password = '']) => password).filter(
    (password) => !/[$%]\{|\{\{/.test(password),
  );
}
