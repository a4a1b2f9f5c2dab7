import { expect, it } from 'vitest';
import { tokenLifeMs } from '../../../../electron/integrations/fcsp/auth/token-life.ts';
import { tokenWith } from '../wallbox/scripted-cloud.ts';

it.each([
  ['5 minutes', { iat: 1_000_000, exp: 1_000_300 }, 290_000],
  ['5 minutes by a clock of 1970', { iat: 60, exp: 360 }, 290_000],
  ['5 minutes by a clock of 2099', { iat: 4_070_908_800, exp: 4_070_909_100 }, 290_000],
  ['20 seconds', { iat: 1000, exp: 1020 }, 18_000],
  ['a day', { iat: 1000, exp: 87_400 }, 86_390_000],
])('a token of %s is used for nearly all of it', (_, claims, lifeMs) => {
  expect(tokenLifeMs(tokenWith(claims))).toBe(lifeMs);
});

it.each([
  ['no exp', tokenWith({ iat: 1000 })],
  ['no iat', tokenWith({ exp: 4_070_908_800 })],
  ['neither', tokenWith({})],
  ['words', tokenWith({ iat: 'then', exp: 'later' })],
  ['its end before its beginning', tokenWith({ iat: 2000, exp: 1000 })],
  ['a hundred years', tokenWith({ iat: 1000, exp: 3_155_760_000 })],
  ['no claims', 'opaque'],
  ['broken claims', 'a.%%%.c'],
  ['nothing', ''],
])('a token with %s holds until it is refused', (_, token) => {
  expect(tokenLifeMs(token)).toBeUndefined();
});
