// @ts-check
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../prepare/say.mjs';

/** What the app believes only with a signature beside it. */
const manifests = /^latest.*\.yml$/;

/**
 * A new pair. Both are base64 of DER: SPKI, which `electron/updates/signature.ts` reads, and PKCS #8.
 * @returns {{ publicKey: string, privateKey: string }}
 */
export function newPair() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/**
 * Makes a pair and keeps the public half in a file, which must not be there: every copy of the app
 * that was released believes that one.
 * @param {string} keyFile
 * @returns {string} the private half
 */
export function startKey(keyFile) {
  if (existsSync(keyFile)) {
    throw new Stop(
      'there is a key already: copies that believe it would never be offered anything.',
    );
  }
  const { publicKey, privateKey } = newPair();
  writeFileSync(keyFile, `${publicKey}\n`);
  return privateKey;
}

/**
 * Writes beside each manifest of a folder who has signed it, `<name>.sig`. Nothing is written unless
 * all of it can be.
 * @param {{ folder: string, keyFile: string, privateKey: string | undefined }} given
 * @returns {readonly string[]} names of the manifests
 */
export function signManifests({ folder, keyFile, privateKey }) {
  const key = keyOf(privateKey);
  const own = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  if (!existsSync(keyFile))
    throw new Stop('there is no public key (npm run release:key makes one).');
  const believed = readFileSync(keyFile, 'utf8').split('\n');
  if (!believed.some((line) => line.trim() === own)) {
    throw new Stop('UPDATE_SIGNING_KEY is not the key whose public half the app is built with.');
  }
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => manifests.test(name))
        .sort()
    : [];
  if (names.length === 0) throw new Stop(`there is no latest*.yml in ${folder}.`);
  for (const name of names) {
    const signature = sign(null, readFileSync(join(folder, name)), key).toString('base64');
    writeFileSync(join(folder, `${name}.sig`), `${signature}\n`);
  }
  return names;
}

/** @param {string | undefined} privateKey */
function keyOf(privateKey) {
  if (!privateKey?.trim()) throw new Stop('UPDATE_SIGNING_KEY is not set.');
  try {
    const der = Buffer.from(privateKey.trim(), 'base64');
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // What Node says of it could quote it.
  }
  throw new Stop('UPDATE_SIGNING_KEY is not what npm run release:key has printed.');
}
