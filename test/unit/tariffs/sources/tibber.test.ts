import { describe, expect, it } from 'vitest';
import { tibber } from '../../../../electron/tariffs/sources/tibber.ts';
import { failed } from '../../../../shared/result.ts';
import { askWith, type Canned, wire } from './canned.ts';

const token = 'a-made-up-token';
const price = (startsAt: string, total: unknown, currency = 'SEK') => ({
  startsAt,
  total,
  currency,
});
const answer = (...homes: readonly unknown[]) => wire({ data: { viewer: { homes } } });
const home = (priceInfo: object | null) => ({ currentSubscription: { priceInfo } });
const errors = (...codes: readonly string[]) =>
  wire({ errors: codes.map((code) => ({ message: token, extensions: { code } })), data: null });

const today = [
  price('2026-11-29T00:00:00.000+01:00', 1.2345),
  price('2026-11-29T00:15:00.000+01:00', -0.01),
];

describe('Tibber', () => {
  it('is asked with the token in one header and nowhere else', async () => {
    const { sent, log, slots, outcome } = await askWith(tibber, {
      answers: [answer(home({ current: today[0], today, tomorrow: [] }))],
      token,
    });
    expect(sent).toMatchObject([
      { method: 'POST', base: 'https://api.tibber.com', path: '/v1-beta/gql' },
    ]);
    expect(sent[0]?.headers.authorization).toBe(`Bearer ${token}`);
    expect(JSON.stringify([sent[0]?.json, sent[0]?.path, log.text, outcome])).not.toContain(token);
    expect(slots).toEqual(['11-28T23:00 15 1.2345', '11-28T23:15 15 -0.01']);
    expect(outcome).toMatchObject({ value: { currency: 'SEK', vatIncluded: true } });
  });

  it.each([undefined, '', 'two words', 'a\nline', 'é'])(
    'is not asked with %j for a token',
    async (odd) => {
      const more = odd === undefined ? {} : { token: odd };
      const { outcome, sent } = await askWith(tibber, { answers: [], ...more });
      expect(outcome).toEqual(failed({ kind: 'tokenRefused' }));
      expect(sent).toEqual([]);
    },
  );

  it.each<[string, Canned, string]>([
    ['401', { status: 401, body: '' }, 'tokenRefused'],
    ['an error with 200', errors('UNAUTHENTICATED'), 'tokenRefused'],
    ['an error with 400', { status: 400, body: errors('UNAUTHENTICATED') }, 'tokenRefused'],
    ['a right that is missing', errors('FORBIDDEN'), 'tokenRefused'],
    ['an error without a code', wire({ errors: [{ message: 'no' }], data: null }), 'tokenRefused'],
    ['a fault of its own', errors('INTERNAL_SERVER_ERROR'), 'serverError'],
    ['a fault with 400', { status: 400, body: errors('INTERNAL_SERVER_ERROR') }, 'serverError'],
    ['a question of the past', errors('GRAPHQL_VALIDATION_FAILED'), 'notUnderstood'],
    ['no data', wire({ data: null }), 'notUnderstood'],
    ['no viewer', wire({ data: { viewer: null } }), 'notUnderstood'],
    [
      'a currency that is none',
      answer(home({ today: [price('2026-11-29T00:00Z', 1, 'kr')] })),
      'notUnderstood',
    ],
    ['no home', answer(), 'tokenRefused'],
    ['homes without a contract', answer(null, { currentSubscription: null }), 'tokenRefused'],
    ['a contract without prices', answer(home({ current: null, today: [] })), 'notPublished'],
  ])('is understood when it answers with %s', async (_, canned, kind) => {
    const { outcome } = await askWith(tibber, { answers: [canned], token });
    expect(outcome).toEqual(failed({ kind }));
  });

  it('is read for the first home that has prices', async () => {
    const homes = [{ currentSubscription: null }, home({ today: [] }), home({ today })];
    const { slots } = await askWith(tibber, { answers: [answer(...homes)], token });
    expect(slots).toHaveLength(2);
  });

  it('may have hours, or the current quarter alone', async () => {
    const hours = [price('2026-11-29T00:00+01:00', 1), price('2026-11-29T01:00+01:00', 2)];
    const hourly = await askWith(tibber, { answers: [answer(home({ today: hours }))], token });
    expect(hourly.slots).toEqual(['11-28T23:00 60 1', '11-29T00:00 60 2']);
    const current = price('2026-11-29T10:15+01:00', 3);
    const alone = await askWith(tibber, { answers: [answer(home({ current }))], token });
    expect(alone.slots).toEqual(['11-29T09:15 15 3']);
  });
});
