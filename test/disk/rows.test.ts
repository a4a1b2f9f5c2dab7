import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rows } from './rows.ts';

const root = join(import.meta.dirname, '..');
const english = readFileSync(join(root, '../shared/languages/en.ts'), 'utf8');
const page = readFileSync(join(root, '../docs/reliability.md'), 'utf8');

describe('what the page says of the disk', () => {
  it.each(rows.map((row) => [row.fault, row] as const))(
    'is tested, in words of the app: %s',
    (_, row) => {
      const { proof, sees, tried } = row;
      const [file, title] = proof;
      const test = readFileSync(join(root, file), 'utf8');
      expect(test).toContain(title);
      if (tried !== undefined) expect(test).toContain(`tried('${tried}'`);
      for (const [, words = ''] of sees.matchAll(/“([^”]+)”/g)) {
        for (const part of words.split('…')) expect(english).toContain(part.trim());
      }
      expect(page.includes(`| ${row.fault} | ${sees} | ${row.keeps} |`)).toBe(true);
    },
  );
});
