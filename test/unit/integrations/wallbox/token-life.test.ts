import { describe, expect, it } from 'vitest';
import {
  renewalAgeMs,
  tokenLifeMs,
} from '../../../../electron/integrations/wallbox/auth/token-life.ts';
import { tokenWith } from './scripted-cloud.ts';

const now = Date.UTC(2026, 10, 21, 12);
const minute = 60_000;
const hour = 60 * minute;
const s = (ms: number) => ms / 1000;

describe('the life of a token', () => {
  it.each([
    ['15 min, all agree', { iat: s(now), exp: s(now + 15 * minute) }, now + 15 * minute, 15],
    ['24 h, all agree', { iat: s(now), exp: s(now + 24 * hour) }, now + 24 * hour, 24 * 60],
    ['ttl in seconds', { iat: s(now), exp: s(now + 15 * minute) }, s(now + 15 * minute), 15],
    ['ttl later than the token', { iat: s(now), exp: s(now + 15 * minute) }, now + 24 * hour, 15],
    ['token later than ttl', { iat: s(now), exp: s(now + 24 * hour) }, now + 15 * minute, 15],
    ['ttl nonsense', { iat: s(now), exp: s(now + 15 * minute) }, 145_656_758, 15],
    ['ttl absent', { iat: s(now), exp: s(now + 15 * minute) }, undefined, 15],
    ['only ttl, in ms', {}, now + 15 * minute, 15],
    ['only exp', { exp: s(now + 15 * minute) }, undefined, 15],
    ['nothing', {}, undefined, 10],
    ['all in the past', { exp: s(now - hour) }, now - hour, 10],
    ['backwards', { iat: s(now), exp: s(now - hour) }, undefined, 10],
    ['for ever', { iat: s(now), exp: s(now + 1e15) }, undefined, 10],
    ['words', { iat: 'now', exp: 'later' }, undefined, 10],
    [
      'our clock an hour ahead',
      { iat: s(now - hour), exp: s(now - 45 * minute) },
      now - 45 * minute,
      15,
    ],
    [
      'our clock an hour behind',
      { iat: s(now + hour), exp: s(now + 75 * minute) },
      now + 75 * minute,
      15,
    ],
  ])('%s', (_, claims, ttl, minutes) => {
    expect(tokenLifeMs(tokenWith(claims), ttl, now)).toBe(minutes * minute);
  });

  it.each(['opaque', '', 'a.b.c', 'a.!!!.c', '..'])(
    'of %j, which is no JWT, is what ttl says',
    (token) => {
      expect(tokenLifeMs(token, now + 15 * minute, now)).toBe(15 * minute);
      expect(tokenLifeMs(token, undefined, now)).toBe(10 * minute);
    },
  );
});

it.each([
  [15 * minute, 13 * minute],
  [24 * hour, 24 * hour - 2 * minute],
  [4 * minute, 2 * minute],
  [minute, minute / 2],
  [2, 1],
])('a life of %d ms ends with a renewal at %d', (lifeMs, expected) => {
  expect(renewalAgeMs(lifeMs)).toBe(expected);
});
