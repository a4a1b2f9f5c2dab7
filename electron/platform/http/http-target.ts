/** An origin, and a path without a dot, a percent sign or a question: no parser rewrites these. */
const plainOrigin = /^https?:\/\/[a-z0-9.-]+(?::[1-9]\d{1,4})?$/;
const plainPath = /^(?:\/[\w-]+)+$/;

/**
 * The URL of a path under a base, or undefined when it would not be exactly that: another origin,
 * a way up and out, a credential, or any spelling that the URL parser would rewrite.
 */
export function joinedUrl(base: string, path: string): URL | undefined {
  const plain = plainOrigin.test(base) && plainPath.test(path) ? parsed(base + path) : undefined;
  // `http://1` or a port that the protocol implies would still be rewritten.
  if (plain?.href === base + path) return plain;
  const root = parsed(base);
  if (!root || root.search || root.hash || root.username || root.password) return undefined;
  if (root.protocol !== 'https:' && root.protocol !== 'http:') return undefined;
  const wanted = root.pathname.replace(/\/$/, '') + path;
  const url = parsed(root.origin + wanted);
  const same = url?.origin === root.origin && url.pathname + url.search === wanted;
  return same && path.startsWith('/') ? url : undefined;
}

/** Whether an address is this computer itself. No proxy stands in between. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname;
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
