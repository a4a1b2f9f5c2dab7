import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export const pageScheme = 'chargetray';
export const pageOrigin = `${pageScheme}://app`;
export const pageAddress = `${pageOrigin}/index.html`;

/** By this address a page imports the language that it begins with. */
const firstLanguage = `${pageOrigin}/assets/language.js`;

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const everyAnswer = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // No opener policy: it makes Chromium begin every window with a process that it then throws away,
  // and a page that can neither be opened by another nor open one has nobody to be kept from.
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

interface PageFilesOptions {
  /** Code of the language that is spoken now. */
  readonly language: () => string;
  /** Files are read once: those of a packed app stay as they are, those under development do not. */
  readonly keep: boolean;
}

/** Answers the page's requests from one folder and from nothing else. */
export function pageFiles(folder: string, { keep, language }: PageFilesOptions) {
  const kept = new Map<string, Buffer>();
  const read = async (address: string): Promise<Buffer | undefined> => {
    const bytes = kept.get(address) ?? (await fileWithin(folder, address));
    if (keep && bytes) kept.set(address, bytes);
    return bytes;
  };
  return async ({ method, url }: Request): Promise<Response> => {
    const type = method === 'GET' ? contentTypes.get(extensionOf(url)) : undefined;
    const address = url === firstLanguage ? `${pageOrigin}/assets/language-${language()}.js` : url;
    const bytes = type === undefined ? undefined : await read(address);
    if (type === undefined || bytes === undefined) return notThere();
    return new Response(bytes, { headers: { ...everyAnswer, 'Content-Type': type } });
  };
}

/** Whether an address belongs to our page. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, port } = new URL(address);
  return protocol === `${pageScheme}:` && host === 'app' && username === '' && port === '';
}

/** The file that an address means, if it really lies in the folder: links are followed first. */
async function fileWithin(folder: string, address: string): Promise<Buffer | undefined> {
  if (!isOwnAddress(address)) return undefined;
  try {
    const wanted = decodeURIComponent(new URL(address).pathname);
    if (/[\0\\]/.test(wanted)) return undefined;
    const [inside, real] = await Promise.all([realpath(folder), realpath(join(folder, wanted))]);
    return real.startsWith(inside + sep) ? await readFile(real) : undefined;
  } catch {
    return undefined;
  }
}

function extensionOf(address: string): string {
  return URL.canParse(address) ? extname(new URL(address).pathname).toLowerCase() : '';
}

function notThere(): Response {
  return new Response(null, { status: 404, headers: everyAnswer });
}
