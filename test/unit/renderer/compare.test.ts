import { describe, expect, test } from 'vitest';
import {
  fingerprintGroups,
  isWeakKey,
  validity,
} from '../../../renderer/components/certificate/compare.ts';
import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import { certificateValues, dayWords, factNames } from '../../../shared/text/certificate-text.ts';
import { messages } from '../../../shared/text/messages.ts';
import { aCertificate, aFingerprint } from '../../fixtures/local-states.ts';

describe('a key', () => {
  test.each<[string | undefined, boolean]>([
    ['RSA 1024', true],
    ['RSA 2047', true],
    ['RSA 2048', false],
    ['RSA 4096', false],
    ['EC P-192', true],
    ['EC P-256', false],
    ['EC secp521r1', false],
    ['Ed25519', false],
    [undefined, false],
  ])('%s: weak %s', (key, weak) => expect(isWeakKey(key)).toBe(weak));
});

describe('the days of a certificate', () => {
  const facts = aCertificate({ validFrom: 100, validTo: 200 });
  test.each([
    [99, 'notYet'],
    [100, 'valid'],
    [200, 'valid'],
    [201, 'expired'],
  ] as const)('at %i it is %s', (now, when) => expect(validity(facts, now)).toBe(when));

  test('are written as days, whatever stands in it', () => {
    const formatOptions = { locale: 'en-IE', timeZone: 'UTC' };
    expect(dayWords(Date.UTC(2026, 4, 16), formatOptions)).toBe('16 May 2026');
    expect(dayWords(Number.POSITIVE_INFINITY, formatOptions)).toBe('?');
    expect(messages.certificate.span({ from: 'a', to: 'b' })).toBe('a to b');
  });
});

describe('a fingerprint', () => {
  test('comes in groups that make it up', () => {
    const whole = aFingerprint(0xf0);
    const groups = fingerprintGroups(whole);
    expect(groups).toHaveLength(8);
    expect(groups[0]).toBe('F0:F1:F2:F3');
    expect(groups.join(':')).toBe(whole);
  });
});

describe('two certificates', () => {
  const formatOptions = { locale: 'en-IE', timeZone: 'UTC' };
  const values = (parts: Partial<CertificateFacts> = {}) =>
    certificateValues(aCertificate(parts), formatOptions);
  const day = 86_400_000;

  test.each<[string, Partial<CertificateFacts>, readonly string[]]>([
    ['nothing', {}, []],
    ['the fingerprint', { fingerprint: aFingerprint(9) }, ['fingerprint']],
    ['who it is for', { subject: '' }, ['subject']],
    ['the first day', { validFrom: aCertificate().validFrom - day }, ['valid']],
    ['the last day', { validTo: aCertificate().validTo + day }, ['valid']],
    ['an hour that nobody sees', { validTo: aCertificate().validTo + 1 }, []],
    ['the key', { key: 'EC P-256' }, ['key']],
  ])('differ in %s', (_, parts, expected) => {
    const differing = factNames.filter((name) => values()[name] !== values(parts)[name]);
    expect(differing).toEqual(expected);
  });

  test('say what is not known', () => {
    const { key: _, ...keyless } = aCertificate({ subject: '' });
    expect(certificateValues(keyless, formatOptions)).toMatchObject({
      subject: 'Not specified',
      key: 'Unknown',
    });
  });
});
