import { describe, expect, it } from 'vitest';
import { clipped, shownName } from '../../../shared/text/shown-name.ts';
import { fc } from '../../fixtures/properties.ts';

const family = '👨\u200d👩\u200d👧';

describe('a shortened text', () => {
  it.each([
    ['Garage', 6, 'Garage'],
    ['Garage', 5, 'Gara…'],
    ['Garage at home', 8, 'Garage…'],
    [`${family} home`, 8, '…'],
    [`${family} home`, 9, `${family}…`],
    ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
    ['🚗🚗🚗', 4, '🚗…'],
    ['', 5, ''],
  ])('%s in %i: %s', (text, longest, short) => {
    expect(clipped(text, longest)).toBe(short);
  });

  it('is never longer than it may be, and ends after a whole character', () => {
    const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const starts = (text: string) => [...segments.segment(text)].map(({ index }) => index);
    const text = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (whole, longest) => {
        const short = clipped(whole, longest);
        expect(short.length).toBeLessThanOrEqual(longest);
        if (short === whole) return;
        const kept = short.slice(0, -1);
        expect(whole.startsWith(kept)).toBe(true);
        const next = whole.slice(kept.length).length - whole.slice(kept.length).trimStart().length;
        expect([...starts(whole), whole.length]).toContain(kept.length + next);
      }),
    );
  });
});

describe('a name among other words', () => {
  it.each(['מוסך', 'مرآب', 'Garage مرآب', '𞤘𞤢𞤪'])(
    'is kept to itself where it runs the other way: %s',
    (name) => {
      expect(shownName(name)).toBe(`\u200e\u2068${name}\u2069`);
    },
  );

  it.each(['Garage', 'Größe', 'ガレージ', '🚗 Carport'])('stands as it is: %s', (name) => {
    expect(shownName(name)).toBe(name);
  });

  it('closes what it opened, however long it is', () => {
    expect(shownName('מ'.repeat(200))).toBe(`\u200e\u2068${'מ'.repeat(39)}…\u2069`);
  });
});
