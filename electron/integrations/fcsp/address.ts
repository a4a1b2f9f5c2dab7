import { isIPv4, isIPv6 } from 'node:net';
import { isLoopback } from '../../platform/http/http-target.ts';

/** Where a station is asked. */
export interface FcspAddress {
  /** How it is written and compared: the host, in brackets for IPv6, and the port unless 443. */
  readonly label: string;
  /** Origin without a slash at the end. */
  readonly base: string;
  readonly isLoopback: boolean;
}

const usualPort = 443;

/**
 * The address in what a person typed or pasted: a name, an IPv4 or an IPv6 address, bare or in
 * brackets, with `:port` or without, also as `https://…/`. Undefined for everything else, above all
 * for what would make the URL lead elsewhere. An IPv6 zone (`fe80::1%eth0`) is refused as well: no
 * URL can hold one, and it names an interface of this computer alone.
 */
export function parseAddress(typed: string): FcspAddress | undefined {
  const bare = typed
    .trim()
    .replace(/^https:\/\//i, '')
    .replace(/\/$/, '');
  const parts = isIPv6(bare) ? { host: `[${bare}]` } : split(bare);
  const host = parts && hostOf(parts.host.toLowerCase());
  const port = parts?.port === undefined ? usualPort : portOf(parts.port);
  return host === undefined || port === undefined ? undefined : addressOf(host, port);
}

function split(text: string): { readonly host: string; readonly port?: string } | undefined {
  const { host, port } = /^(?<host>\[[^\]]*\]|[^:]*)(?::(?<port>.*))?$/s.exec(text)?.groups ?? {};
  return host === undefined ? undefined : { host, ...(port === undefined ? {} : { port }) };
}

function hostOf(text: string): string | undefined {
  const inner = /^\[(.*)\]$/.exec(text)?.[1];
  if (inner !== undefined) return isIPv6(inner) && !inner.includes('%') ? text : undefined;
  if (isIPv4(text)) return text;
  const name = text.replace(/\.$/, '');
  return isName(name) ? name : undefined;
}

const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;

function isName(text: string): boolean {
  return text.length <= 253 && text.split('.').every((one) => label.test(one));
}

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

function addressOf(host: string, port: number): FcspAddress | undefined {
  const written = `https://${host}:${port}`;
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  // It reads a name that ends in a number as an IPv4 address in one of its odd spellings. What it
  // makes of a host must be that host; an IPv6 address it may shorten.
  if (!host.startsWith('[') && url.hostname !== host) return undefined;
  return { label: url.host, base: url.origin, isLoopback: isLoopback(url) };
}
