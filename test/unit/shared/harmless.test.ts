import { describe, expect, it } from 'vitest';
import { bounds, within } from '../../../shared/domain/bounds.ts';
import { harmless, harmlessLines, spelledOut } from '../../../shared/domain/harmless.ts';
import { fc } from '../../fixtures/properties.ts';

const family = '👨‍👩‍👧‍👦';
const england = '🏴󠁧󠁢󠁥󠁮󠁧󠁿';

describe('text from outside', () => {
  it.each([
    ['a title for the terminal', '\u001b]0;owned\u0007Garage', ']0;ownedGarage'],
    ['a colour', '\u001b[31mGarage\u001b[0m', '[31mGarage[0m'],
    ['the one-byte form of it', '\u009b31mGarage', '31mGarage'],
    ['a second line', 'Garage\n  Charging · 11 kW', 'Garage   Charging · 11 kW'],
    ['the line ends of other systems', 'a\r\nb\u0085c\u2028d\u2029e\vf\fg', 'a b c d e f g'],
    ['the end of all text', 'Garage\0 · offline', 'Garage · offline'],
    ['text turned round', 'Garage \u202egnp.exe', 'Garage gnp.exe'],
    ['isolates', '\u2066Garage\u2069', 'Garage'],
    ['a byte order mark', '\ufeffGarage', 'Garage'],
    ['halves of characters', 'Ga\ud83drage\udd0c', 'Garage'],
    ['no characters', 'Ga\uffffra\ufdd0ge', 'Garage'],
    ['blanks around', '\t Garage \u00a0', 'Garage'],
  ])('loses %s', (_what, text, shown) => expect(harmless(text)).toBe(shown));

  it.each([
    'Müllers Garage',
    'Carport №2 – “left”',
    `${family} ❤️‍🔥 ${england} 🇨🇭`,
    'مرآب المنزل',
    'חניה\u200f 2',
    'ガレージ',
    'गैराज',
    'می‌خواهم',
    'e\u0301tage',
  ])('keeps %s', (text) => expect(harmless(text)).toBe(text));

  it('ends after a whole character where it is too long', () => {
    expect(harmless('x'.repeat(500))).toHaveLength(200);
    expect(harmless(family.repeat(50), 30)).toBe(family.repeat(2));
    expect(harmless('e\u0301'.repeat(500), 5)).toBe('e\u0301e\u0301');
    expect(harmless(`e${'\u0301'.repeat(5000)}`)).toHaveLength(200);
    expect(harmless('x'.repeat(50_000_000), 10)).toBe('xxxxxxxxxx');
  });

  it('is the same after going through the door twice, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(20), (text, longest) => {
        const once = harmless(text, longest);
        expect(harmless(once, longest)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(longest);
        expect(once).not.toMatch(/\p{Cs}/u);
        expect(once).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('may have several lines where that is asked for', () => {
    expect(harmlessLines('Garage\n\u001b[2JCarport\0')).toBe('Garage\n[2JCarport');
  });

  it('is spelled out in a log, where nothing may be lost', () => {
    expect(spelledOut('a\nb\u001b[2J\u202e\u2028é🔌\ud83d')).toBe(
      'a\\u000ab\\u001b[2J\\u202e\\u2028é🔌\\ud83d',
    );
  });
});

describe('a number from outside', () => {
  it.each([
    [bounds.powerW, 22_000, 22_000],
    [bounds.powerW, -1_000_000, -1_000_000],
    [bounds.powerW, 1_000_001, undefined],
    [bounds.powerW, Number.POSITIVE_INFINITY, undefined],
    [bounds.powerW, Number.NaN, undefined],
    [bounds.powerW, undefined, undefined],
    [bounds.percent, 100, 100],
    [bounds.percent, 100.5, undefined],
    [bounds.instant, 8.64e15, undefined],
  ])('%j: %d becomes %d', (kind, value, found) => expect(within(kind, value)).toBe(found));
});
