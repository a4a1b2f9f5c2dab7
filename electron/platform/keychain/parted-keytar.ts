import { createHash } from 'node:crypto';
import type { Keytar } from './keytar.ts';

/**
 * Windows keeps 2560 bytes under one name, and the tokens of an account can be longer. A long
 * secret is kept in parts; the entry under its own name then says how many, with a fingerprint of
 * the whole, so that parts of two different writes are never taken for one secret.
 */
export function partedKeytar(keytar: Keytar, mostBytes: number): Keytar {
  const partCount = async (service: string, account: string): Promise<number> =>
    headerOf(await keytar.getPassword(service, account)).count;
  const removeParts = async (service: string, account: string, from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      await keytar.deletePassword(service, partName(account, index));
    }
  };
  return {
    async getPassword(service, account) {
      const first = await keytar.getPassword(service, account);
      const { count, print } = headerOf(first);
      if (print === undefined) return first;
      const parts: string[] = [];
      for (let index = 0; index < count; index += 1) {
        parts.push((await keytar.getPassword(service, partName(account, index))) ?? '');
      }
      const whole = Buffer.from(parts.join(''), 'base64').toString('utf8');
      return fingerprint(whole) === print ? whole : null;
    },
    async setPassword(service, account, password) {
      const before = await partCount(service, account);
      const { header, parts } = split(password, mostBytes);
      for (const [index, part] of parts.entries()) {
        await keytar.setPassword(service, partName(account, index), part);
      }
      await keytar.setPassword(service, account, header ?? password);
      await removeParts(service, account, parts.length, before);
    },
    async deletePassword(service, account) {
      const count = await partCount(service, account);
      const deleted = await keytar.deletePassword(service, account);
      await removeParts(service, account, 0, count);
      return deleted;
    },
  };
}

interface Split {
  readonly header?: string;
  readonly parts: readonly string[];
}

function split(text: string, mostBytes: number): Split {
  if (Buffer.byteLength(text) <= mostBytes) return { parts: [] };
  // Base64 has one byte for each letter, so a cut never falls into the middle of one.
  const safe = Buffer.from(text, 'utf8').toString('base64');
  const count = Math.ceil(safe.length / mostBytes);
  const parts = Array.from({ length: count }, (_, index) =>
    safe.slice(index * mostBytes, (index + 1) * mostBytes),
  );
  return { header: `parts:${count}:${fingerprint(text)}`, parts };
}

function headerOf(first: string | null): { count: number; print?: string } {
  const [, count, print] = /^parts:(\d{1,3}):([0-9a-f]{16})$/.exec(first ?? '') ?? [];
  return print === undefined ? { count: 0 } : { count: Number(count), print };
}

function partName(account: string, index: number): string {
  return `${account} (${index + 2})`;
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
