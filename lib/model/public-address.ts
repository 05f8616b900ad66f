/** Which addresses are on the open web: a clipped page must not make us knock on doors of the local network. */

const privateIpv4 =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./u;
const privateIpv6 = /^\[(?:::|::1|::ffff:.*|64:ff9b:.*|f[cd].*|fe[89ab].*)\]$/u;
const privateName = /\.(?:local|localhost|internal|home|lan|intranet|corp)\.?$/u;

/** Whether an address is http(s), names no user, and its host is neither a private number nor a local name. */
export function isPublicAddress(url: string): boolean {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/u.test(parsed.protocol) || parsed.username || parsed.password) return false;
  const { hostname } = parsed;
  if (privateIpv4.test(hostname) || privateIpv6.test(hostname)) return false;
  return hostname.startsWith('[') || (hostname.includes('.') && !privateName.test(hostname));
}
