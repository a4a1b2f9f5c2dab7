/**
 * The ways in which a secret may turn up in a text: as it is, escaped for JSON or a URL, in base64
 * (alone or as part of something longer), in hex, and with its white space gone.
 */
export function secretForms(secret: string): ReadonlySet<string> {
  const bytes = Buffer.from(secret, 'utf8');
  // Half a letter cannot be written in a URL and throws; the bytes have none.
  const url = encodeURIComponent(bytes.toString('utf8'));
  const plain = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    url,
    url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    url.replaceAll('%20', '+'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
  ];
  const cores = [0, 1, 2].flatMap((shift) => base64Core(bytes, shift));
  return new Set([...plain, ...plain.map(withoutSpace), ...cores].filter((form) => form !== ''));
}

const shortestCore = 6;

/**
 * Three bytes make four letters, so the letters of a secret depend on how many bytes stand before
 * it. Those at its edges also depend on its neighbours; they are left out.
 */
function base64Core(bytes: Buffer, shift: number): readonly string[] {
  const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
  const letters = padded.toString('base64').replace(/=+$/, '');
  const from = Math.ceil((shift * 4) / 3);
  const core = letters.slice(from, Math.floor((padded.length * 4) / 3));
  if (core.length < shortestCore) return [];
  return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
