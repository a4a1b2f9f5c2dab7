import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../../electron/integrations/fcsp/address.ts';
import { developerKey, isKey } from '../../../../electron/integrations/fcsp/auth/developer-key.ts';
import { identityOf, otherThan } from '../../../../electron/integrations/fcsp/auth/identity.ts';
import {
  deserialized,
  type Known,
  knownFrom,
  plainOf,
  serialized,
} from '../../../../electron/integrations/fcsp/kept.ts';
import { readCharger, type WireCharger } from '../../../../electron/integrations/fcsp/wire.ts';
import { accountRecordSchema } from '../../../../electron/settings/kept-settings.ts';

const address = parseAddress('192.0.2.10:8443');
if (!address) throw new Error('No address');
const certificate = { fingerprint: 'AA:BB', subject: 'CN=SWA12ABC', validFrom: 1, validTo: 2 };
const identity = { id: 'SWA12ABC', from: 'traceNo' } as const;
const least: Known = { address, identity, certificate, hasOwnKey: false };

describe('what the settings keep of a station', () => {
  it.each<[string, Known]>([
    ['the least', least],
    [
      'all',
      {
        ...least,
        name: 'Garage',
        hasOwnKey: true,
        certificate: { ...certificate, key: 'RSA 2048' },
      },
    ],
    ['one known by its certificate', { ...least, identity: { id: 'AA:BB', from: 'certificate' } }],
  ])('comes back: %s', (_, known) => {
    const plain = JSON.parse(JSON.stringify(plainOf(known)));
    const record = { id: '1', brand: 'fcsp', label: 'x', keepSignedIn: true, plain };
    expect(accountRecordSchema.parse(record).plain).toEqual(plain);
    expect(knownFrom(plain)).toEqual(known);
  });

  it.each([
    ['nothing', undefined],
    ['another version', { ...plainOf(least), version: 2 }],
    ['no address', { ...plainOf(least), address: '' }],
    ['an address elsewhere', { ...plainOf(least), address: 'http://192.0.2.10' }],
    ['no id', { ...plainOf(least), stationId: '' }],
    ['an id from nowhere', { ...plainOf(least), stationIdFrom: 'passcode' }],
    ['no pin', { ...plainOf(least), fingerprint: '' }],
    ['a number for a pin', { ...plainOf(least), fingerprint: 7 }],
    ['a word for a time', { ...plainOf(least), validFrom: 'then' }],
  ])('is not gone on with where it is %s', (_, plain) => {
    expect(knownFrom(plain)).toBeUndefined();
  });
});

describe('what the keychain keeps of a station', () => {
  it('is its own key', () => expect(deserialized(serialized('my-own-key'))).toBe('my-own-key'));

  it.each([
    undefined,
    '',
    '{}',
    'null',
    '{"version":1}',
    serialized(undefined),
    serialized('two words'),
    '{"version":2,"key":"k"}',
  ])('is none in %j', (text) => {
    expect(deserialized(text)).toBeUndefined();
  });

  it.each([
    [developerKey, true],
    ['k', true],
    ['', false],
    ['two words', false],
    ['schlüssel', false],
    ['a\nb', false],
    ['k'.repeat(501), false],
  ])('could be %j: %s', (text, could) => expect(isKey(text)).toBe(could));
});

describe('who a station is', () => {
  const wire = (told: object): WireCharger => {
    const read = readCharger(JSON.stringify({ state: 'CS00', ...told }));
    if (!read) throw new Error('No charger');
    return read;
  };
  const all = { traceNo: 'SWA12ABC', wifiAddr: '02:00:00:00:00:01', bleAddr: '02:00:00:00:00:02' };

  it.each([
    [all, 'SWA12ABC', 'traceNo'],
    [{ ...all, traceNo: ' ' }, all.wifiAddr, 'wifiAddr'],
    [{ bleAddr: all.bleAddr }, all.bleAddr, 'bleAddr'],
    [{}, 'AA:BB', 'certificate'],
  ])('by %j is %s', (told, id, from) => {
    expect(identityOf(wire(told), 'AA:BB')).toEqual({ id, from });
  });

  it.each([
    ['the same', identity, all, undefined],
    ['the same that tells less', identity, { wifiAddr: 'other' }, undefined],
    ['another', identity, { ...all, traceNo: 'SWA99XYZ' }, 'SWA99XYZ'],
    ['the same that tells more by now', { id: all.wifiAddr, from: 'wifiAddr' }, all, undefined],
    ['another by its address', { id: 'x', from: 'wifiAddr' }, all, all.wifiAddr],
    ['one whose certificate vouches for it', { id: 'AA', from: 'certificate' }, all, undefined],
  ] as const)('is seen to be %s', (_, known, told, other) => {
    expect(otherThan(known, wire(told))).toBe(other);
  });
});
