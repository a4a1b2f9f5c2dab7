import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** An Ed25519 signature is so long, bytes. */
const signatureBytes = 64;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * The keys that a line each names: SPKI, DER, base64, as `npm run release:key` writes them. Throws
 * where one is not an Ed25519 key: whoever built the app has to know.
 */
export function publicKeys(lines: string): readonly KeyObject[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const key = createPublicKey({
        key: Buffer.from(line, 'base64'),
        format: 'der',
        type: 'spki',
      });
      if (key.asymmetricKeyType !== 'ed25519') throw new Error('Not an Ed25519 key');
      return key;
    });
}

/**
 * Whether one of the keys has signed exactly these bytes.
 * @param signature base64, as it stands in the file beside them; space around it does not count
 */
export function isSignedBy(
  keys: readonly KeyObject[],
  bytes: Uint8Array,
  signature: string,
): boolean {
  const text = signature.trim();
  // Node reads base64 leniently; of one signature there shall be one spelling.
  if (!base64.test(text)) return false;
  const given = Buffer.from(text, 'base64');
  if (given.byteLength !== signatureBytes || given.toString('base64') !== text) return false;
  return keys.some((key) => verify(null, bytes, key, given));
}
