import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newPair, signManifests, startKey } from '../../../build/release/signing.mjs';
import { isSignedBy, publicKeys } from '../../../electron/updates/signature.ts';

type Change = (signature: string) => [manifest: string, signature: string];

const manifest = 'version: 0.2.0\n';

let folder: string;
let keyFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signing-'));
  keyFile = join(folder, 'update-key.pub');
  writeFileSync(join(folder, 'latest-linux.yml'), manifest);
});

afterEach(() => rmSync(folder, { recursive: true }));

function signed(): string {
  signManifests({ folder, keyFile, privateKey: startKey(keyFile) });
  return readFileSync(join(folder, 'latest-linux.yml.sig'), 'utf8');
}

const keys = () => publicKeys(readFileSync(keyFile, 'utf8'));
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a signed manifest', () => {
  it('is believed', () => {
    const signature = signed();
    expect(isSignedBy(keys(), bytes(manifest), signature)).toBe(true);
  });

  it('is believed by a copy that knows another key as well', () => {
    const signature = signed();
    const both = publicKeys(`# ours\n${newPair().publicKey}\n${readFileSync(keyFile, 'utf8')}`);
    expect(isSignedBy(both, bytes(manifest), signature)).toBe(true);
  });

  it.each<[what: string, changed: Change]>([
    ['a byte more', (signature) => [`${manifest} `, signature]],
    ['another byte', (signature) => [manifest.replace('2', '3'), signature]],
    ['no signature', () => [manifest, '']],
    ['half a signature', (signature) => [manifest, signature.slice(0, 40)]],
    ['a signature and more', (signature) => [manifest, `${signature.trim()}AAAA`]],
    ['another spelling of it', (signature) => [manifest, signature.trim().replace(/==$/, '')]],
    ['something else than base64', (signature) => [manifest, `!${signature}`]],
    ['a page that says no', () => [manifest, '<html>Not Found</html>']],
  ])('is not believed with %s', (_, changed) => {
    const [text, signature] = changed(signed());
    expect(isSignedBy(keys(), bytes(text), signature)).toBe(false);
  });

  it('is not believed by who knows another key, or none', () => {
    const signature = signed();
    const others = publicKeys(newPair().publicKey);
    expect(isSignedBy(others, bytes(manifest), signature)).toBe(false);
    expect(isSignedBy([], bytes(manifest), signature)).toBe(false);
  });
});

describe('signing', () => {
  it.each<[string, () => string | undefined, RegExp]>([
    ['no key', () => undefined, /is not set/],
    ['a key of somebody else', () => newPair().privateKey, /public half/],
    ['nonsense', () => 'secret words', /has printed/],
  ])('refuses %s and writes nothing', (_, privateKey, reason) => {
    startKey(keyFile);
    const sign = () => signManifests({ folder, keyFile, privateKey: privateKey() });
    expect(sign).toThrow(reason);
    expect(readdirSync(folder)).not.toContain('latest-linux.yml.sig');
  });

  it('never says the key', () => {
    expect(() => signManifests({ folder, keyFile, privateKey: 'secret words' })).not.toThrow(
      /secret words/,
    );
  });

  it('signs every manifest, and nothing else', () => {
    writeFileSync(join(folder, 'latest-mac.yml'), manifest);
    writeFileSync(join(folder, 'builder-debug.yml'), manifest);
    const names = signManifests({ folder, keyFile, privateKey: startKey(keyFile) });
    expect(names).toEqual(['latest-linux.yml', 'latest-mac.yml']);
    expect(readdirSync(folder)).not.toContain('builder-debug.yml.sig');
  });

  it('says so where there is nothing to sign', () => {
    const privateKey = startKey(keyFile);
    rmSync(join(folder, 'latest-linux.yml'));
    expect(() => signManifests({ folder, keyFile, privateKey })).toThrow(/no latest/);
  });

  it('never replaces a key that copies of the app believe', () => {
    startKey(keyFile);
    expect(() => startKey(keyFile)).toThrow(/a key already/);
  });
});
