import type { IncomingHttpHeaders } from 'node:http';

/** Names that lead to this computer whatever a DNS server says (RFC 6761, 6.3); 127.0.0.0/8 and ::1 are loopback. */
const LOCAL_NAME = /^(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether a browser sends this for a web page. Every page that somebody visits could otherwise launch machines here: the
 * cloud verifies no signatures. Browsers say where a request comes from (Fetch Standard, `Origin`; Fetch Metadata); a page
 * that has its own name lead here (DNS rebinding) is told by that name.
 */
export function isFromWebPage({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (origin !== undefined) return true;
  // `none`: somebody has typed the address.
  if (site !== undefined && site !== 'none') return true;
  return host !== undefined && !LOCAL_NAME.test(host);
}
