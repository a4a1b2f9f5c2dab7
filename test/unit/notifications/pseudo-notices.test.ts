import { beforeEach, expect, it } from 'vitest';
import type { DomainEvent } from '../../../electron/charging/domain-events.ts';
import { newRecord } from '../../../electron/charging/record.ts';
import { noticeFor, signInNotice, testNotice } from '../../../electron/notifications/rules.ts';
import { summary } from '../../../electron/notifications/summary.ts';
import type { CommandProgress } from '../../../shared/domain/charger/command.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { speak } from '../../../shared/text/messages.ts';
import { endedSession, noon } from '../../fixtures/core-notices.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { plainWords, pseudoOf } from '../../fixtures/pseudo-language.ts';

beforeEach(() => speak(pseudoOf(english)));

/** Dates in Greek have no letter of ours. */
const greek = { locale: 'el-GR', timeZone: 'UTC' };
const day = 86_400_000;
const observation = anObservation('charging', { powerW: 7200 });
const after = {
  ...newRecord({ id: 'a/1', accountId: 'a', brand: 'wallbox' }),
  reading: { certainty: 'current', at: noon, observation },
} as const;

const at = noon;
const cost = { amount: '3.4069', currency: 'EUR' };
const reasons = ['complete', 'unseen', 'notSaid', 'paused', 'locked', 'unplugged'] as const;
const progress: CommandProgress = {
  phase: 'notConfirmed',
  command: { kind: 'setLimit', limitA: 16 },
  at,
};
const events: readonly DomainEvent[] = [
  { kind: 'chargeStarted', at },
  ...reasons.flatMap((endReason): DomainEvent[] => [
    { kind: 'chargeEnded', at, session: endedSession({ endReason, cost }) },
    { kind: 'chargeStopped', at, session: endedSession({ endReason, cost }) },
  ]),
  { kind: 'pluggedIn', at },
  { kind: 'noPower', at, since: noon - day },
  { kind: 'firmware', at, from: '1', to: '2' },
  { kind: 'carWaiting', at },
  { kind: 'fault', at, code: '14', unconfirmed: true, before: { at: noon - day, observation } },
  { kind: 'faultOver', at, observation },
  ...[true, false].flatMap((begins): DomainEvent[] => [
    { kind: 'homePowered', at, begins },
    { kind: 'powerCut', at, begins },
  ]),
  { kind: 'doubt', at, cause: 'certificateChanged' },
  { kind: 'doubt', at, cause: 'otherCharger' },
  { kind: 'away', at, since: noon - day, during: 'charge' },
  { kind: 'away', at, since: noon - day, during: 'homePower' },
  { kind: 'back', at, observation },
  { kind: 'notConfirmed', at, progress },
];

it('no word of a notification is without its translation', () => {
  const notices = [
    ...events.map((event) => noticeFor(event, after, greek)),
    testNotice(at),
    ...(['wallbox', 'fcsp'] as const).map((brand) => signInNotice({ id: 'a', brand }, at)),
  ];
  const all = notices.map((notice) => ({ notice, covers: [notice.id] }));
  const sums = [summary(all, 'summary').notice, summary(all, 'quietSummary').notice];
  for (const { title, body, action } of [...notices, ...sums]) {
    expect(title).toMatch(/^\[.*·\]/);
    expect([title, body, action?.label ?? ''].flatMap(plainWords)).toEqual([]);
  }
});
