import { describe, expect, it } from 'vitest';
import type { Keytar } from '../../../electron/platform/keychain/keytar.ts';
import { partedKeytar } from '../../../electron/platform/keychain/parted-keytar.ts';

const mostBytes = 100;

/** A keychain that refuses what is too long, as Windows does. */
function setUp() {
  const entries = new Map<string, string>();
  const inner: Keytar = {
    getPassword: async (_service, account) => entries.get(account) ?? null,
    async setPassword(_service, account, password) {
      if (Buffer.byteLength(password) > mostBytes) throw new Error('The stub received bad data');
      entries.set(account, password);
    },
    deletePassword: async (_service, account) => entries.delete(account),
  };
  return { entries, keytar: partedKeytar(inner, mostBytes) };
}

describe('a secret that is too long for one entry', () => {
  it.each([1, 99, 100, 101, 1000])('comes back whole with %i letters', async (length) => {
    const { keytar } = setUp();
    const secret = 'ä€😀x'.repeat(length).slice(0, length);
    await keytar.setPassword('s', 'a', secret);
    expect(await keytar.getPassword('s', 'a')).toBe(Buffer.from(secret).toString());
  });

  it('leaves a short one alone', async () => {
    const { entries, keytar } = setUp();
    await keytar.setPassword('s', 'a', 'short');
    expect([...entries]).toEqual([['a', 'short']]);
    expect(await keytar.getPassword('s', 'b')).toBeNull();
  });

  it('leaves no part behind when it becomes shorter or is deleted', async () => {
    const { entries, keytar } = setUp();
    await keytar.setPassword('s', 'a', 'x'.repeat(500));
    expect(entries.size).toBe(8);
    await keytar.setPassword('s', 'a', 'x'.repeat(200));
    expect(entries.size).toBe(4);
    await keytar.setPassword('s', 'a', 'x');
    expect([...entries]).toEqual([['a', 'x']]);
    await keytar.setPassword('s', 'a', 'x'.repeat(500));
    expect(await keytar.deletePassword('s', 'a')).toBe(true);
    expect(entries.size).toBe(0);
  });

  it('is none rather than one of parts that do not belong together', async () => {
    const { entries, keytar } = setUp();
    await keytar.setPassword('s', 'a', 'x'.repeat(200));
    entries.set('a (2)', 'tampered');
    expect(await keytar.getPassword('s', 'a')).toBeNull();
    entries.delete('a (2)');
    expect(await keytar.getPassword('s', 'a')).toBeNull();
  });
});
