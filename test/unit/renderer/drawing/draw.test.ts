import { describe, expect, it, test } from 'vitest';
import { draw, type Shown } from '../../../../renderer/charts/drawing/draw.ts';
import { shownOf } from '../../../../renderer/charts/paint.ts';
import { partOf } from '../../../../renderer/charts/paint-curve.ts';
import { recordedSurface } from './recorded-surface.ts';

const at = (clock: string) => Date.parse(`2026-05-16T${clock}:00Z`) / 1000;
/** 300 pixels wide and 100 high between its labels. */
const size = { width: 380, height: 132 };

function drawn(shown: Shown, { width, height }: typeof size = size, scale = 1) {
  const { surface, marks } = recordedSurface();
  const formatOptions = { locale: 'en-GB', timeZone: 'UTC' };
  const colour = (token: string) => token;
  const sheet = { context: surface, width, height, scale, colour, formatOptions };
  const box = draw(sheet, shown);
  const texts = marks.filter(({ kind }) => kind === 'text');
  const lines = (token: string) =>
    marks.filter(({ kind, colour }) => kind === 'stroke' && colour === token);
  return { box, marks, texts, lines, words: texts.map(({ what }) => what) };
}

const evening: Shown = {
  at: [at('18:00'), at('19:00'), at('21:00')],
  powerKw: [8, 0, 4],
  energyKwh: [0, 6, 12],
  topKw: 8,
  topKwh: 12,
  range: { from: at('18:00'), to: at('21:00') },
  powerWidth: 2,
};

test('says power on the left, energy on the right and times below', () => {
  const { words } = drawn(evening);
  expect(words).toEqual([
    ...['0', '4', '8 kW'],
    ...['0', '6', '12 kWh'],
    ...['18:00', '19:00', '20:00', '21:00'],
  ]);
});

test('the top of the scale is at the top, and zero at the bottom', () => {
  const { box, lines, marks } = drawn(evening);
  expect(box).toEqual({ left: 36, top: 10, width: 300, height: 100 });
  const power = 'M36,10 L136,10 L136,110 L336,110 L336,60';
  expect(lines('--accent').map(({ what }) => what)).toEqual([power]);
  expect(marks.find(({ kind }) => kind === 'fill')?.what).toBe(`${power} L336,110 L36,110`);
  expect(lines('--energy')).toMatchObject([{ what: 'M36,110 L136,60 L336,10', dash: [5, 3] }]);
  expect(lines('--line').map(({ what }) => what)).toEqual([
    'M36,110 L336,110',
    'M36,60 L336,60',
    'M36,10 L336,10',
  ]);
});

test('a gap is open in line, area and energy', () => {
  const { lines, marks } = drawn({
    ...evening,
    powerKw: [8, null, 4],
    energyKwh: [null, 6, 12],
  });
  expect(lines('--accent')[0]?.what).toBe('M36,10 L136,10 M336,60');
  expect(lines('--energy')[0]?.what).toBe('M136,60 L336,10');
  expect(marks.filter(({ kind }) => kind === 'fill')[0]?.what).toBe(
    'M36,10 L136,10 L136,110 L36,110',
  );
});

test('places are whole device pixels', () => {
  const odd = { ...evening, powerKw: [7.77, 3.33, 1.11] };
  expect(drawn(odd).lines('--accent')[0]?.what).not.toMatch(/\./);
  const fine = drawn(odd, size, 2).lines('--accent')[0]?.what ?? '';
  expect(fine).toMatch(/\.5\b/);
  expect(fine).not.toMatch(/\.(?!5\b)/);
});

test('energy rises evenly, between pixels as well', () => {
  const { lines } = drawn({ ...evening, energyKwh: [0, 1.5, 4.5] });
  expect(lines('--energy')[0]?.what).toBe('M36,110 L136,97.5 L336,72.5');
});

describe('where it is now', () => {
  const session = { ...evening, powerKw: [8, 8, 8] };
  it('stands as a dotted line in front of what is expected', () => {
    const { lines } = drawn(shownOf({ ...session, until: at('22:00') }));
    const [now] = lines('--soft');
    expect(now).toMatchObject({ what: 'M261,10 L261,110', dash: [2, 3] });
    expect(lines('--accent')[0]?.what).toMatch(/L261,10$/);
  });

  it('is the end of the picture where no end is expected', () => {
    const { lines } = drawn(shownOf(session));
    expect(lines('--soft')).toEqual([]);
    expect(lines('--accent')[0]?.what).toMatch(/L336,10$/);
  });
});

describe('a part of a curve', () => {
  const curve = {
    ...evening,
    limitA: [16, 16, 8],
    topA: 32,
    interruptions: [
      { from: at('18:30') * 1000, to: at('19:30') * 1000, kind: 'pause' as const },
      { from: at('17:00') * 1000, to: at('18:10') * 1000, kind: 'queue' as const },
    ],
  };
  const range = { from: at('19:00'), to: at('21:00') };

  it('has its limit, and shades as far as they reach into it', () => {
    const { lines, marks } = drawn(partOf(curve, range, 300));
    expect(lines('--soft').map(({ what }) => what)).toEqual(['M-114,60 L336,60 L336,85']);
    expect(marks.filter(({ kind }) => kind === 'rect')).toMatchObject([
      { colour: '--shade', what: '36,10 75x100' },
    ]);
  });

  it('has no limit where none is known', () => {
    const { lines } = drawn(partOf({ ...curve, limitA: [null, null, null] }, range, 300));
    expect(lines('--soft').map(({ what }) => what)).toEqual(['']);
  });
});

describe('labels', () => {
  it.each([
    ['a narrow place', evening, 200],
    ['a very narrow place', evening, 110],
    [
      'a night, with days in front of times',
      { ...evening, range: { from: at('18:00'), to: at('18:00') + 12 * 3600 } },
      380,
    ],
    ['days', { ...evening, range: { from: at('18:00'), to: at('18:00') + 80 * 3600 } }, 420],
    ['large numbers', { ...evening, topKw: 240_000, topKwh: 1_200_000 }, 380],
  ])('never touch or leave the paper: %s', (_, shown, width) => {
    const { box, texts } = drawn(shown, { ...size, width });
    const below = texts.slice(6);
    expect(below.length).toBeGreaterThan(0);
    for (const { from = -1, to = Infinity } of texts) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(width);
    }
    for (const [index, { from = 0 }] of below.entries()) {
      expect(from).toBeGreaterThan(below[index - 1]?.to ?? -1);
    }
    for (const { to = Infinity } of texts.slice(0, 3)) expect(to).toBeLessThan(box.left);
  });

  it('a place without room stays empty', () => {
    const { marks } = drawn(evening, { width: 60, height: 132 });
    expect(marks).toEqual([]);
  });
});
