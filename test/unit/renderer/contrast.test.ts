import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../renderer/theme/tokens.css', import.meta.url), 'utf8');

/** Each theme is what its own block sets over the block before. */
const [base = '', ...others] = css.split('@media');
const light = tokensIn(base);
const dark = { ...light, ...tokensIn(themed('(prefers-color-scheme: dark) {')) };
const themes = { light, dark };

/** Words, and what they stand on. */
const words = [
  ['--ink', '--bg'],
  ['--ink', '--card'],
  ['--soft', '--bg'],
  ['--soft', '--card'],
  ['--accent', '--card'],
  ['--accent', '--accent-wash'],
  ['--soft', '--accent-wash'],
  ['--soft', '--warn-wash'],
  ['--accent-ink', '--accent'],
  ['--warn', '--warn-wash'],
  ['--warn', '--card'],
] as const;

/** Lines that mean something: edges of controls, rings, the picture. */
const lines = [
  ['--edge', '--card'],
  ['--edge', '--bg'],
  ['--accent', '--bg'],
  ['--energy', '--card'],
  ['--solar', '--card'],
] as const;

describe.each(Object.entries(themes))('%s', (_, tokens) => {
  test.each(words)('%s on %s can be read', (ink, paper) => {
    expect(contrast(tokens[ink], tokens[paper])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(lines)('%s on %s can be seen', (ink, paper) => {
    expect(contrast(tokens[ink], tokens[paper])).toBeGreaterThanOrEqual(3);
  });
});

function themed(query: string): string {
  return others.find((block) => block.trim().startsWith(query)) ?? '';
}

function tokensIn(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+): (#[\da-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

function contrast(a: string | undefined, b: string | undefined): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string | undefined): number {
  if (!colour) throw new Error('A colour is missing');
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
