/** Which addresses are on the open web: a clipped page must not make us knock on doors of the local network. */

/** Ranges of https://www.iana.org/assignments/iana-ipv4-special-registry, and multicast and beyond. */
const privateIpv4 =
  /^(?:0|10|127|169\.254|192\.168|192\.0\.0|198\.1[89]|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|2(?:2[4-9]|[345]\d))\./u;
/** Global unicast, without what carries an IPv4 address in it (6to4, Teredo): those would be a way round. */
const publicIpv6 = /^\[(?!2002:|2001:(?:0?:|db8:))[23][0-9a-f]{3}:/u;
const privateName = /(?:^|\.)(?:local|localhost|internal|home|lan|intranet|corp|home\.arpa)$/u;

/** Whether an address is http(s), names no user, and its host is neither a private number nor a local name. */
export function isPublicAddress(url: string): boolean {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/u.test(parsed.protocol) || parsed.username || parsed.password) return false;
  const host = parsed.hostname.replace(/\.$/u, '');
  if (host.startsWith('[')) return publicIpv6.test(host);
  return host.includes('.') && !privateIpv4.test(host) && !privateName.test(host);
}
