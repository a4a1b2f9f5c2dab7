import { describe, expect, it, test } from 'vitest';
import {
  type BrokerDraft,
  type BrokerFaults,
  draftOf,
  isForSame,
  settled,
  shownPort,
  wishOf,
} from '../../../../renderer/components/broker/draft.ts';
import { brokerWishSchema } from '../../../../shared/schema/app/broker.ts';
import { aBroker, brokerCertificate } from '../../../fixtures/brokers.ts';
import { fc } from '../../../fixtures/properties.ts';

const empty = draftOf(null);
const at = (host: string, parts: Partial<BrokerDraft> = {}) => ({ ...empty, host, ...parts });
const addressOf = (draft: BrokerDraft) => {
  const wish = wishOf(draft, '');
  return wish.ok ? wish.value.address : wish.failure;
};

describe('an address', () => {
  it.each<[typed: string, host: string, port: number, tls: boolean]>([
    ['broker.example', 'broker.example', 1883, false],
    ['  192.0.2.7 ', '192.0.2.7', 1883, false],
    ['broker.example:1884', 'broker.example', 1884, false],
    ['mqtt://broker.example', 'broker.example', 1883, false],
    ['mqtt://broker.example:1884', 'broker.example', 1884, false],
    ['tcp://broker.example/', 'broker.example', 1883, false],
    ['mqtts://broker.example', 'broker.example', 8883, true],
    ['MQTTS://broker.example:8884/', 'broker.example', 8884, true],
    ['ssl://192.0.2.7', '192.0.2.7', 8883, true],
    ['2001:db8::7', '2001:db8::7', 1883, false],
    ['[2001:db8::7]:1884', '2001:db8::7', 1884, false],
    ['tls://[2001:db8::7]', '2001:db8::7', 8883, true],
  ])('%s is understood', (typed, host, port, tls) => {
    expect(addressOf(at(typed))).toEqual({ host, port, tls });
  });

  it.each<[typed: string, fault: NonNullable<BrokerFaults['host']>]>([
    ['', 'noHost'],
    ['   ', 'noHost'],
    ['http://homeassistant.local:8123', 'webAddress'],
    ['https://broker.example', 'webAddress'],
    ['ws://broker.example', 'webAddress'],
    ['mqtt://user:secret@broker.example', 'withUser'],
    ['user@broker.example', 'withUser'],
    ['my broker', 'host'],
    ['broker.example/path', 'host'],
    ['broker:one', 'host'],
    ['mqtt://', 'host'],
    ['küche.local', 'host'],
    ['fe80::1%eth0', 'host'],
    [`${'a'.repeat(256)}`, 'tooLong'],
  ])('“%s” is none', (typed, fault) => {
    expect(addressOf(at(typed))).toEqual({ host: fault });
    // It stays as it was entered.
    expect(settled(at(typed)).host).toBe(typed);
  });

  it.each(['0', '70000', '65536', '-1', '1883.5', 'mqtt', '1 883'])('%s is no port', (port) => {
    expect(addressOf(at('broker.example', { port }))).toEqual({ port: 'port' });
  });

  it('with a port beyond all is wrong in the field for the port', () => {
    expect(addressOf(at('broker.example:99999'))).toEqual({ port: 'port' });
  });
});

describe('the port', () => {
  it('follows the encryption until one is entered', () => {
    expect(shownPort(empty)).toBe('1883');
    expect(shownPort({ ...empty, tls: true })).toBe('8883');
    expect(shownPort({ ...empty, port: '1884', tls: true })).toBe('1884');
    expect(shownPort(settled({ ...empty, port: '1883' }))).toBe('1883');
    expect(shownPort({ ...settled({ ...empty, port: '1883' }), tls: true })).toBe('8883');
  });

  it('is the usual one again where it was emptied, and is empty until then', () => {
    expect(shownPort({ ...empty, port: '' })).toBe('');
    expect(shownPort(settled({ ...empty, port: ' ' }))).toBe('1883');
  });

  it('goes with the scheme that was entered, not with what was there', () => {
    const before = at('mqtts://broker.example', { port: '1884' });
    expect(addressOf(before)).toEqual({ host: 'broker.example', port: 8883, tls: true });
  });
});

type Topic = NonNullable<BrokerFaults['topicPrefix']>;

const topics: readonly (readonly [typed: string, fault: Topic])[] = [
  ['', 'noPrefix'],
  [' ', 'noPrefix'],
  ['charge/#', 'wildcard'],
  ['+', 'wildcard'],
  ['/charge', 'slash'],
  ['charge/', 'slash'],
  ['charge//tray', 'slash'],
  ['charge tray', 'prefix'],
  ['$SYS', 'prefix'],
  ['ladegerät', 'prefix'],
  ['x'.repeat(101), 'tooLong'],
];

describe('a prefix', () => {
  it.each(topics)('“%s” is refused, by the app too', (topicPrefix, fault) => {
    const wish = wishOf({ ...at('broker.example'), topicPrefix }, '');
    expect(wish).toEqual({ ok: false, failure: { topicPrefix: fault } });
    const sound = wishOf(at('broker.example'), '');
    if (!sound.ok) throw new Error('a plain address is enough');
    expect(brokerWishSchema.safeParse({ ...sound.value, topicPrefix }).success).toBe(false);
  });

  it('for Home Assistant is looked at only where chargers are announced', () => {
    const draft = at('broker.example', { discovery: '#' });
    expect(wishOf(draft, '')).toEqual({ ok: false, failure: { discovery: 'wildcard' } });
    const silent = wishOf({ ...draft, announces: false }, '');
    expect(silent).toMatchObject({ ok: true, value: { discovery: null } });
  });

  it('may have levels, and spaces around it', () => {
    const wish = wishOf(at('broker.example', { topicPrefix: ' home/cars ' }), '');
    expect(wish).toMatchObject({ ok: true, value: { topicPrefix: 'home/cars' } });
  });
});

describe('the user', () => {
  it.each<[user: string, password: string, fault: BrokerFaults['user']]>([
    ['', 'made up', 'noUser'],
    ['  ', 'made up', 'noUser'],
    ['x'.repeat(201), '', 'tooLong'],
  ])('%s with %s is refused', (user, password, fault) => {
    const wish = wishOf(at('broker.example', { user }), password);
    expect(wish).toEqual({ ok: false, failure: { user: fault } });
  });

  it.each(['', ' ', '\u0007'])('is absent where nobody is asked: %j', (user) => {
    const wish = wishOf(at('broker.example', { user }), '');
    expect(wish.ok && 'user' in wish.value).toBe(false);
  });
});

describe('what is set', () => {
  const address = { host: 'broker.example', port: 8883, tls: true };

  it.each([
    aBroker(),
    aBroker({ discovery: null, commands: true, topicPrefix: 'home/cars' }),
    aBroker({ address: { ...address, port: 1884, certificate: brokerCertificate } }),
  ])('comes out of the form as it went in: %#', (choice) => {
    const { installation: _id, password: _where, ...wish } = choice;
    expect(wishOf(draftOf(choice), '')).toEqual({ ok: true, value: wish });
  });

  it.each<[string, Partial<BrokerDraft>]>([
    ['host', { host: 'other.example' }],
    ['port', { port: '1884' }],
    ['encryption', { tls: false, port: '8883' }],
  ])('a certificate is that of one broker alone: another %s', (_, parts) => {
    const choice = aBroker({ address: { ...address, certificate: brokerCertificate } });
    expect(addressOf({ ...draftOf(choice), ...parts })).not.toHaveProperty('certificate');
  });

  it('says whom the password that is kept is for', () => {
    const draft = draftOf(aBroker());
    expect(isForSame({ ...draft, commands: true, port: '8883' }, aBroker())).toBe(true);
    for (const parts of [{ host: 'other' }, { port: '1' }, { tls: false }, { user: 'other' }]) {
      expect(isForSame({ ...draft, ...parts }, aBroker())).toBe(false);
    }
  });
});

test('whatever is entered is refused in the form or taken by the app', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 260 }),
    fc.stringMatching(/^(mqtts?:\/\/)?[\w.:/@[\]-]{0,20}(:\d{1,6})?\/?$/),
  );
  const drafts = fc.record({
    host: text,
    port: fc.option(text, { nil: undefined }),
    tls: fc.boolean(),
    user: text,
    topicPrefix: text,
    announces: fc.boolean(),
    discovery: text,
    commands: fc.boolean(),
  });
  const sound = { host: 'broker.example', topicPrefix: 'chargetray', discovery: 'homeassistant' };
  const some = fc.oneof(
    drafts,
    drafts.map((draft) => ({ ...draft, ...sound, port: undefined })),
  );
  fc.assert(
    fc.property(some, (draft) => {
      const wish = wishOf(draft, '');
      if (wish.ok) expect(brokerWishSchema.safeParse(wish.value).success).toBe(true);
      expect(settled(settled(draft))).toEqual(settled(draft));
    }),
    { numRuns: 1000 },
  );
});
