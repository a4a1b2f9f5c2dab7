import { describe, expect, it } from 'vitest';
import { phrases as english } from '../../shared/languages/en.ts';
import { lengthFaults, likenessFaults, writingFaults } from './language-faults.ts';
import { everyCountBeing, markedFills, placesOf } from './phrases.ts';

describe('the law of writing finds', () => {
  it.each<[string, string, string]>([
    ['de', 'Stand undefined', 'a raw value'],
    ['de', 'Zwei  Leerzeichen', 'a space too many'],
    ['de', "Geht's?", 'a straight quote, or dots for an ellipsis'],
    ['de', 'Lädt...', 'a straight quote, or dots for an ellipsis'],
    ['de', '„Laden“ (heute', '(…) without its other half'],
    ['de', '„Laden', '„…“ without its other half'],
    ['nl', '„Laden”', '„ is no quote of the language'],
    ['fr', '«\u00a0Recharge', '«\u00a0…\u00a0» without its other half'],
    ['es', 'Sales?', '¿…? without its other half'],
    ['de', 'Warum ?', 'the space before “ ?”'],
    ['nl', 'Wacht : 1', 'the space before “ :”'],
    ['fr', 'Borne: 1', 'the space before “:”'],
    ['fr', 'Borne : 1', 'the space before “:”'],
    ['fr', '⟦name⟧: 1', 'the space before “:”'],
    ['de', 'Ihre charger', '“charger” is English'],
    ['es', 'El cargador isn’t', '“isn’t” is English'],
  ])('%s: %s', (language, text, fault) => {
    expect(writingFaults(language, text)).toContain(fault);
  });

  it.each<[string, string]>([
    ['de', 'Wählen Sie „⟦name⟧“ (Power Boost): 10:30, etwa 5\u00a0kW…'],
    ['es', '¿Quitar “⟦name⟧”? Añade :puerto.'],
    ['fr', 'Borne\u00a0: «\u00a0⟦name⟧\u00a0», 10:30. Ajoutez :port si ce n’est pas 443.'],
    ['nl', 'Auto’s van “⟦name⟧”: één update; foto’s niet.'],
  ])('nothing in %s: %s', (language, text) => expect(writingFaults(language, text)).toEqual([]));
});

it.each([
  ['Fertig', 'Done.', 'ends otherwise than “Done.”'],
  ['Lädt', 'Loading…', 'no … where “Loading…” has it'],
  ['Stand', 'As of ⟦time⟧', '⟦time⟧ is left out'],
])('%s is not like %s', (text, other, fault) => {
  expect(likenessFaults(text, other)).toContain(fault);
  expect(likenessFaults(other, other)).toEqual([]);
});

it.each([
  ['a.b', 'W'.repeat(57), 57],
  ['a.b', `${'Wort '.repeat(40)}Ende.`, 205],
  ['notices.away.title', 'W'.repeat(41), 41],
])('%s can be too long', (where, text, long) => {
  expect(lengthFaults(where, text)[0]).toContain(`${long} characters`);
  expect(lengthFaults(where, text.slice(-40))).toEqual([]);
});

it('a phrase is called with every choice, and with what may be unknown', () => {
  const places = placesOf(english);
  const said = (where: string) => {
    const place = places.get(where);
    return place ? markedFills(place).flatMap((fill) => place.say(fill)) : [];
  };
  expect(said('exporting.range').map(({ text }) => text)).toEqual([
    '⟦charger⟧, ⟦span⟧.',
    'All of ⟦span⟧.',
  ]);
  expect(said('historySums.change')).toHaveLength(3);
  expect(said('troubles.stuck').map(({ where }) => where)).toEqual([
    'troubles.stuck(time: ⟦time⟧).title',
    'troubles.stuck(time: ⟦time⟧).body',
  ]);
  expect(places.get('history.list.count')?.say(everyCountBeing(1))[0]?.text).toBe('1 session');
  expect(places.get('brandForms.wallbox.notes.1')?.names).toEqual([]);
});
