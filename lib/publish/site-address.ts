/** Addresses of sites as people type them, and whether a secret may be sent to one. */

/** An address as people type it, completed and without what they copied along; null when it is none. */
export function siteAddress(typed: string): string | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || !url.hostname) return null;
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/\/(wp-admin|wp-login\.php|wp-json|index\.php)(\/.*)?$/, '/');
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** Whether a password may be sent there: over https, or to this computer itself. */
export function isConfidential(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
