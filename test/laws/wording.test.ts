import { describe, expect, it } from 'vitest';
import { phrases as english } from '../../shared/languages/en.ts';
import { speak } from '../../shared/text/messages.ts';
import { type Said, saidBy } from './said.ts';
import { shapeFaults, wordFaults } from './wording.ts';
import { wordingSamples } from './wording-samples.ts';

// Some of it is said before the tests run.
speak(english);

/** What is right all the same, by where it stands or as it reads; each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  'brandForms.wallbox.fieldTrouble.email': '“looks like” is how one says it',
  'notices.sessionsSum.bodyWithEnergy': 'the one line of a notification, with all its numbers',
  'notices.stops.reversed.after': 'the one line of a notification, with all its numbers',
  'noticeText.chargeStopped': 'the one line of a notification, with all its numbers',
  'Waiting for power (meter out of tolerance)': 'the field’s own word, and no button',
};

const modules = import.meta.glob<object>('../../shared/text/*-text.ts', { eager: true });
const said = [english, ...Object.values(modules)].flatMap((module) =>
  saidBy(module, wordingSamples),
);
const nameOf = (where: string) => where.split('(')[0] ?? where;
const exceptionFor = ({ where, text }: Said) =>
  Object.keys(exceptions).find(
    (name) => text === name || `${nameOf(where)}.`.startsWith(`${name}.`),
  );

describe('what stands on the screen', () => {
  it('says everything in plain words of the field, as short as it can be', () => {
    const faults = said
      .filter((one) => exceptionFor(one) === undefined)
      .flatMap(({ where, text }) =>
        [...wordFaults(text), ...shapeFaults(text)].map((fault) => `${where}: ${fault}: ${text}`),
      );
    expect(faults).toEqual([]);
  });

  it('has no exception and no sample for what is not there or needs none', () => {
    const needed = said.filter(
      ({ text }) => [...wordFaults(text), ...shapeFaults(text)].length > 0,
    );
    const used = new Set(needed.map(exceptionFor));
    expect(Object.keys(exceptions).filter((name) => !used.has(name))).toEqual([]);
    const names = new Set(said.map(({ where }) => nameOf(where)));
    expect(Object.keys(wordingSamples).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('the law of words finds', () => {
  it.each([
    ['Look at the charger.', '“Look”: say reading, update, check'],
    ['All makes of this maker', '“maker”: say brand'],
    ['Type your password.', '“Type your”: say enter'],
    ['From the sun', '“sun”: say solar'],
    ['2 charges', '“charges”: say sessions'],
    ['This cannot be', '“cannot”: say a contraction'],
    ["It's here", 'a straight apostrophe'],
  ])('%s', (text, fault) => expect(wordFaults(text)).toEqual([fault]));

  it.each([
    ['Two  spaces', 'a doubled space'],
    ['One (half', 'brackets or quotes without their other half'],
    ['Other ”half“', 'brackets or quotes without their other half'],
    ['A label that goes on for much longer than 40', '44 characters, where 40 are enough'],
    [`Short. ${'Word '.repeat(30)}end.`, '154 characters, where 140 are enough'],
  ])('%s', (text, fault) => expect(shapeFaults(text)).toEqual([fault]));

  it('nothing in a sound text', () => {
    const text = 'Data comes from the Wallbox cloud (“live”). It doesn’t take long.';
    expect([...wordFaults(text), ...shapeFaults(text)]).toEqual([]);
  });
});

describe('the walk through a catalogue', () => {
  it('reads texts, calls functions, and goes into what they return', () => {
    const words = { one: 'One', two: { say: (n: number) => `Two ${n}`, pair: () => ({ t: 'T' }) } };
    const found = saidBy({ words }, {}).map(({ text }) => text);
    expect(found).toEqual(expect.arrayContaining(['One', 'Two 0', 'Two 1', 'T']));
  });

  it('asks for samples where it has no arguments that fit', () => {
    const say = ({ of }: { of: { name: string } }) => of.name;
    expect(() => saidBy({ say }, {})).toThrow('say needs sample arguments');
    expect(saidBy({ say }, { say: [[{ of: { name: 'Fit' } }]] })).toMatchObject([{ text: 'Fit' }]);
  });
});
