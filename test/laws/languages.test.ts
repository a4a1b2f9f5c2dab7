import { describe, expect, it } from 'vitest';
import { phrases as english } from '../../shared/languages/en.ts';
import { languages } from '../../shared/languages/languages.ts';
import type { Messages } from '../../shared/text/messages.ts';
import { exceptions, isSameIn, sameWordsOf } from './language-exceptions.ts';
import { lengthFaults, likenessFaults, missingMarks, writingFaults } from './language-faults.ts';
import {
  allBeing,
  counted,
  everyCountBeing,
  type Fill,
  markedFills,
  marks,
  onlyBeing,
  type Phrase,
  type Place,
  placesOf,
} from './phrases.ts';

const measure = placesOf(english);
const translations = [...languages.keys()].filter((code) => code !== english.code);
const catalogues = new Map<string, Messages>();
for (const [code, { load }] of languages) catalogues.set(code, await load());

/** A phrase beside what English says of the same values. */
interface Pair extends Phrase {
  readonly english: string;
}

type Law = (pair: Pair, place: Place) => readonly string[];

/** What a language says of values, each beside the English of the same. */
function pairsOf(place: Place, fill: Fill): readonly Pair[] {
  const others = measure.get(place.where)?.say(fill) ?? [];
  return place.say(fill).map((phrase, index) => ({
    ...phrase,
    english: others[index]?.text ?? '',
  }));
}

function faultsOf(
  code: string,
  fills: (place: Place) => readonly Fill[],
  law: Law,
): readonly string[] {
  const catalogue = catalogues.get(code) ?? english;
  const found = [...placesOf(catalogue, english).values()].flatMap((place) =>
    fills(place).flatMap((fill) =>
      pairsOf(place, fill).flatMap((pair) =>
        law(pair, place)
          .filter((fault) => !isExcepted(code, place.where, fault))
          .map((fault) => `${code} ${pair.where}: ${fault}: ${pair.text}`),
      ),
    ),
  );
  return [...new Set(found)];
}

const used = new Set<string>();

function isExcepted(code: string, where: string, fault: string): boolean {
  const name = Object.keys(exceptions).find((one) => {
    const [place = '', kind = ''] = one.split(' # ');
    return (place === `${code} ${where}` || place === where) && fault.includes(kind);
  });
  if (name !== undefined) used.add(name);
  return name !== undefined;
}

const counts = [0, 1, 2, 1.5, 21, 10_000];
const extremes = ['A'.repeat(200), 'מוסך הבית', '🔌👩‍👩‍👧', ''];

const countFills = () => counts.map(everyCountBeing);
const countsOf = (name: string) =>
  counted.has(name) ? counts.map((count) => onlyBeing(name, count)) : [];

/** Nothing raw, and whatever of its values English has. */
const valuesLaw: Law = ({ text, english: other }) => [
  ...(/undefined|NaN|\[object/.test(text) ? ['a raw value'] : []),
  ...missingMarks(other, text).map((one) => `${one} is left out`),
  ...[...extremes, ...counts.map(String)]
    .filter((value) => value && other.includes(value) && !text.includes(value))
    .map((value) => `${value} is left out`),
];

const pluralLaw: Law = ({ text, english: other }, place) => {
  const [two] = pairsOf(place, everyCountBeing(2));
  if (!two || bare(two.english) === bare(other)) return [];
  return bare(two.text) === bare(text) ? [`the same as of two, unlike “${other}”`] : [];
};

/** A text without its values, and without its numbers. */
const plain = (text: string) => text.replaceAll(marks, '·');
const bare = (text: string) => plain(text).replaceAll(/\d+/g, '#');
const letters = (text: string) => text.replaceAll(marks, '').match(/\p{L}/gu)?.length ?? 0;

describe.each(translations)('%s', (code) => {
  const written: Law = ({ text }) => writingFaults(code, text);
  const alike: Law = ({ text, english: other }) => likenessFaults(text, other);
  const same: Law = ({ text, english: other }) =>
    text === other && letters(text) > 1 && !isSameIn(code, plain(text)) ? ['is English'] : [];
  const short: Law = ({ where, text }) => lengthFaults(where, text);

  it('is written as its readers write', () => {
    expect(faultsOf(code, markedFills, written)).toEqual([]);
    expect(faultsOf(code, countFills, written)).toEqual([]);
  });

  it('says of the same values what English does, in as many sentences', () => {
    expect(faultsOf(code, markedFills, alike)).toEqual([]);
    expect(faultsOf(code, (place) => place.names.flatMap(countsOf), valuesLaw)).toEqual([]);
  });

  it('says nothing in English', () => expect(faultsOf(code, markedFills, same)).toEqual([]));

  it('is short enough', () => expect(faultsOf(code, markedFills, short)).toEqual([]));

  it('takes whatever it is given', () => {
    const fills = () => extremes.map(allBeing);
    expect(faultsOf(code, fills, valuesLaw)).toEqual([]);
  });

  it('says one thing otherwise than two wherever English does', () => {
    expect(faultsOf(code, () => [everyCountBeing(1)], pluralLaw)).toEqual([]);
  });
});

describe('an exception', () => {
  it('is none where nothing needs it', () => {
    expect(Object.keys(exceptions).filter((name) => !used.has(name))).toEqual([]);
    const said = (code: string) =>
      [...placesOf(catalogues.get(code) ?? english, english).values()].flatMap((place) =>
        markedFills(place).flatMap((fill) => pairsOf(place, fill)),
      );
    const idle = translations.flatMap((code) => {
      const alike = said(code).filter((pair) => pair.text === pair.english);
      const same = new Set(alike.map(({ text }) => plain(text)));
      return sameWordsOf(code).filter((text) => !same.has(text));
    });
    expect(idle).toEqual([]);
  });
});
