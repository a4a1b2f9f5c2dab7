import { describe, expect, it } from 'vitest';
import {
  type Link,
  type LinkFault,
  longestLink,
  readLink,
} from '../../../shared/domain/app/link.ts';
import { chargersCalled } from '../../../shared/domain/charger/chargers-called.ts';
import { fc } from '../../fixtures/properties.ts';

const garage = (command?: Extract<Link, { kind: 'charger' }>['command']): Link =>
  command
    ? { kind: 'charger', charger: 'Garage', command }
    : { kind: 'charger', charger: 'Garage' };

const understood: readonly (readonly [string, Link])[] = [
  ['chargetray://open', { kind: 'view', view: 'chargers' }],
  ['chargetray://open/', { kind: 'view', view: 'chargers' }],
  ['CHARGETRAY://history', { kind: 'view', view: 'history' }],
  ['chargetray://settings', { kind: 'view', view: 'settings' }],
  ['chargetray://charger/Garage', garage()],
  ['chargetray://charger/Garage/', garage()],
  ['chargetray://charger/Garage/pause', garage({ kind: 'pause' })],
  ['chargetray://charger/Garage/resume', garage({ kind: 'resume' })],
  ['chargetray://charger/Garage/lock', garage({ kind: 'lock' })],
  ['chargetray://charger/Garage/unlock/', garage({ kind: 'unlock' })],
  ['chargetray://charger/Garage/schedule', garage({ kind: 'backToSchedule' })],
  ['chargetray://charger/Garage/limit/16', garage({ kind: 'setLimit', limitA: 16 })],
  ['chargetray://charger/700123', { kind: 'charger', charger: '700123' }],
  ['chargetray://charger/Gar%61ge%20N%2FS%20%3F', { kind: 'charger', charger: 'Garage N/S ?' }],
  ['chargetray://charger/caf%C3%A9', { kind: 'charger', charger: 'café' }],
  ['chargetray://charger/café', { kind: 'charger', charger: 'café' }],
];

const malformed = { kind: 'malformed' } as const;
const refused: readonly (readonly [string, LinkFault])[] = [
  ['', malformed],
  ['chargetray:', malformed],
  ['chargetray://charger/%E2%80%AEegaraG/pause', malformed],
  ['chargetray://', malformed],
  ['chargetray:open', malformed],
  ['chargetray:///open', malformed],
  ['https://charger/Garage/pause', malformed],
  ['xchargetray://open', malformed],
  [' chargetray://open', malformed],
  ['chargetray://open\n', malformed],
  ['chargetray://user@charger/Garage', malformed],
  ['chargetray://user:word@charger/Garage/pause', malformed],
  ['chargetray://charger:80/Garage', malformed],
  ['chargetray://charger/Garage/pause?now', malformed],
  ['chargetray://charger/Garage/pause#now', malformed],
  ['chargetray://charger/Garage\\pause', malformed],
  ['chargetray://charger//pause', malformed],
  ['chargetray://charger/', malformed],
  ['chargetray://charger', malformed],
  ['chargetray://charger/%20/pause', malformed],
  ['chargetray://charger/100%', malformed],
  ['chargetray://charger/%C3%28', malformed],
  ['chargetray://charger/a%00b', malformed],
  ['chargetray://charger/a%0Apause', malformed],
  ['chargetray://charger/Garage/limit/16/17', malformed],
  [`chargetray://charger/${'x'.repeat(10_000)}`, { kind: 'tooLong' }],
  ['chargetray://elsewhere', { kind: 'unknownPlace', word: 'elsewhere' }],
  ['chargetray://settings/reset', { kind: 'unknownPlace', word: 'settings/reset' }],
  ['chargetray://charger/Garage/reboot', { kind: 'unknownCommand', word: 'reboot' }],
  ['chargetray://charger/Garage/PAUSE', { kind: 'unknownCommand', word: 'PAUSE' }],
  ['chargetray://charger/Garage/pause/now', { kind: 'unknownCommand', word: 'pause/now' }],
  ['chargetray://charger/Garage/constructor', { kind: 'unknownCommand', word: 'constructor' }],
  ['chargetray://charger/Garage/%E2%80%AEpause', { kind: 'unknownCommand', word: 'pause' }],
  ['chargetray://charger/Garage/limit', malformed],
  ...['0', '-6', '+6', '6.5', '1e1', '0x10', '016', '1000', 'max'].map(
    (word) => [`chargetray://charger/Garage/limit/${word}`, { kind: 'badLimit', word }] as const,
  ),
];

describe('a link', () => {
  it.each(understood)('%s means what it says', (text, value) =>
    expect(readLink(text)).toEqual({ ok: true, value }),
  );

  it.each(refused.map(([text, fault]) => [text.slice(0, 60), text, fault] as const))(
    '%s means nothing',
    (_, text, failure) => expect(readLink(text)).toEqual({ ok: false, failure }),
  );

  it('is too long from a length on that no link has', () => {
    const start = 'chargetray://charger/';
    const longest = start + 'x'.repeat(longestLink - start.length);
    expect(readLink(longest).ok).toBe(true);
    expect(readLink(`${longest}x`).ok).toBe(false);
  });

  it('is read whatever it is, and what is shown of it is short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(3), (text, depth) => {
        const read = readLink(`chargetray://${'charger/a/b/'.slice(0, depth * 4)}${text}`);
        const word = !read.ok && 'word' in read.failure ? read.failure.word : '';
        expect(word.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});

describe('a charger is called', () => {
  const named = (id: string, alias: string) =>
    ({ id, alias, reading: { certainty: 'never' } }) as const;
  const all = [
    named('a/700123', 'Garage'),
    named('a/700124', 'Yard'),
    named('b/5', 'yard '),
    named('b/6', '700124'),
  ];
  const ids = (wanted: string) => chargersCalled(all, wanted).map(({ id }) => id);

  it.each([
    ['Garage', ['a/700123']],
    [' garage ', ['a/700123']],
    ['700123', ['a/700123']],
    ['a/700123', ['a/700123']],
    ['YARD', ['a/700124', 'b/5']],
    ['Gar', []],
    ['00123', []],
    ['', []],
  ])('%s', (wanted, found) => expect(ids(wanted)).toEqual(found));

  it('by its id before another by its name', () => expect(ids('700124')).toEqual(['a/700124']));

  it('by its name however its letters are put together', () => {
    const cafe = [named('a/1', 'Cafe\u0301')];
    expect(chargersCalled(cafe, 'café')).toEqual(cafe);
  });
});
