/**
 * The first way that Chromium's answer offers and we can go: the address of a proxy, or undefined
 * for the direct way. It looks like `PROXY host:3128; SOCKS5 other:1080; DIRECT`.
 */
export function proxyAddress(answer: string): string | undefined {
  for (const way of answer.split(';')) {
    const [kind = '', place = ''] = way.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return undefined;
    const scheme = schemes.get(kind.toUpperCase());
    const address = scheme === undefined ? undefined : usable(`${scheme}://${place}`);
    if (address !== undefined) return address;
  }
  return undefined;
}

// SOCKS is left out: the HTTP client we have cannot speak it.
const schemes: ReadonlyMap<string, string> = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
]);

function usable(address: string): string | undefined {
  return URL.canParse(address) && new URL(address).host !== '' ? address : undefined;
}
