const HIGHEST_PORT = 65_535;

/** Why the text can't be asked by http, as a clause that quotes nothing of it but a port; undefined when it can. */
export function urlProblem(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url)) return 'it has to begin with https:// or http://, and a host';
  if (URL.parse(url) !== null) return undefined;
  const authority = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const port = /:([^:\]]*)$/.exec(host)?.[1];
  if (host === '' || host.startsWith(':')) return 'there is no host in it';
  if (port !== undefined && /^\d+$/.test(port) && Number(port) > HIGHEST_PORT) {
    return `its port ${port} is above ${HIGHEST_PORT}, the highest that there is`;
  }
  if (port !== undefined && !/^\d*$/.test(port)) return 'what stands behind the host is no port: that is a number';
  return 'its host is none that an address can have';
}

/** A URL for messages: without user and password, and without the query, which may hold a token. */
export function shownUrl(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return 'an address that is no URL';
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search === '' ? '' : '?…'}`;
}
