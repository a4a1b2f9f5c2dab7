import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../electron/charging/domain-events.ts';
import {
  type ChargerRecord,
  newRecord,
  type SessionRecord,
} from '../../../electron/charging/record.ts';
import { noticeFor } from '../../../electron/notifications/rules.ts';
import type { Notice } from '../../../electron/ports/notice.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { endedSession, noon } from '../../fixtures/core-notices.ts';
import { anObservation } from '../../fixtures/observations.ts';

const minute = 60_000;
const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const garage = newRecord({ id: 'a/1', accountId: 'a', brand: 'wallbox' });
const price = { perKwh: 0.5, currency: 'EUR' };
const cost = { amount: '3.4069', currency: 'EUR' };
const nbsp = '\u00a0';

function showing(
  state: Observation['status']['state'],
  more: Partial<Observation> = {},
): ChargerRecord {
  return {
    ...garage,
    reading: { certainty: 'current', at: noon, observation: anObservation(state, more) },
  };
}

/** Plain spaces, so that the tables below can be read. */
function said({ title, body }: Pick<Notice, 'title' | 'body'>): string {
  return `${title} — ${body}`.replaceAll(nbsp, ' ');
}

type Case = {
  event: DomainEvent;
  after: ChargerRecord;
  kind: Notice['kind'];
  words: string;
};

const ended = (more: Partial<SessionRecord> = {}): DomainEvent => ({
  kind: 'chargeEnded',
  at: noon,
  session: endedSession(more),
});
const stopped = (more: Partial<SessionRecord>): DomainEvent => ({
  kind: 'chargeStopped',
  at: noon,
  session: endedSession({ energyWh: 3400, ...more }),
});

const { energyWh: _unknown, ...uncounted } = endedSession();

describe('the words of every kind of news', () => {
  const cases: Record<string, Case> = {
    'a charge is complete': {
      event: ended({ cost }),
      after: showing('complete', { price }),
      kind: 'chargeEnded',
      words: 'Charge complete · Garage — 10.99 kWh in 2 h 03 min, about €3.41',
    },
    'complete, and no price of its time is known': {
      event: ended(),
      after: showing('complete', { price }),
      kind: 'chargeEnded',
      words: 'Charge complete · Garage — 10.99 kWh in 2 h 03 min',
    },
    'complete, and its owner was paid for it': {
      event: ended({ cost: { ...cost, amount: '-0.12' } }),
      after: showing('complete'),
      kind: 'chargeEnded',
      words: 'Charge complete · Garage — 10.99 kWh in 2 h 03 min, about -€0.12',
    },
    'complete, and nobody saw it begin': {
      event: ended({ cost, startSeen: false }),
      after: showing('complete', { price }),
      kind: 'chargeEnded',
      words: 'Charge complete · Garage — 10.99 kWh, about €3.41',
    },
    'complete, and the energy is not known': {
      event: { kind: 'chargeEnded', at: noon, session: uncounted },
      after: showing('complete', { price }),
      kind: 'chargeEnded',
      words: 'Charge complete · Garage — After 2 h 03 min',
    },
    'complete, and nothing more is known': {
      event: { kind: 'chargeEnded', at: noon, session: { ...uncounted, startSeen: false } },
      after: showing('complete', { price }),
      kind: 'chargeEnded',
      words: 'Charge complete · Garage — Charging has ended.',
    },
    'it ended while nobody looked': {
      event: ended({ cost, endReason: 'unseen', startSeen: false }),
      after: showing('available', { price, durationMs: 14 * minute }),
      kind: 'chargeEnded',
      words: 'Charging ended · Garage — 10.99 kWh, about €3.41',
    },
    'it ended while nobody looked, and how much it took is known': {
      event: ended({ endReason: 'unseen' }),
      after: showing('available'),
      kind: 'chargeEnded',
      words: 'Charging ended · Garage — 10.99 kWh in 2 h 03 min',
    },
    'it ended while nobody looked, and nothing was counted': {
      event: {
        kind: 'chargeEnded',
        at: noon,
        session: { ...uncounted, endReason: 'unseen' },
      },
      after: showing('available', { price, durationMs: 14 * minute }),
      kind: 'chargeEnded',
      words: 'Charging ended · Garage — It ended while ChargeTray wasn’t connected.',
    },
    'the charger does not say why it ended': {
      event: {
        kind: 'chargeEnded',
        at: noon,
        session: { ...uncounted, endReason: 'notSaid' },
      },
      after: showing('paused'),
      kind: 'chargeEnded',
      words:
        'Charging ended · Garage — After 2 h 03 min. ' +
        'The station doesn’t report whether it finished or was stopped.',
    },
    'nor did anybody see it begin': {
      event: {
        kind: 'chargeEnded',
        at: noon,
        session: { ...uncounted, endReason: 'notSaid', startSeen: false },
      },
      after: showing('paused'),
      kind: 'chargeEnded',
      words:
        'Charging ended · Garage — The station doesn’t report whether it finished or was stopped.',
    },
    'paused by someone': {
      event: stopped({ endReason: 'paused' }),
      after: showing('paused', { price }),
      kind: 'chargeStopped',
      words: 'Charging stopped · Garage — Paused after 3.40 kWh in 2 h 03 min',
    },
    'paused by a plan, and its cost is known': {
      event: stopped({ endReason: 'paused', endedByPlan: true, cost }),
      after: showing('paused', { price }),
      kind: 'chargeStopped',
      words: 'Charging stopped · Garage — Paused by plan after 3.40 kWh in 2 h 03 min, about €3.41',
    },
    'ended by a plan with its goal reached': {
      event: ended({ endedByPlan: true }),
      after: showing('paused', { price }),
      kind: 'chargeEnded',
      words: 'Charge complete · Garage — Ended by plan after 10.99 kWh in 2 h 03 min',
    },
    'locked by someone': {
      event: stopped({ endReason: 'locked' }),
      after: showing('lockedCar'),
      kind: 'chargeStopped',
      words: 'Charging stopped · Garage — Locked after 3.40 kWh in 2 h 03 min',
    },
    'unplugged, and the energy is not known': {
      event: {
        kind: 'chargeStopped',
        at: noon,
        session: { ...uncounted, endReason: 'unplugged' },
      },
      after: showing('available'),
      kind: 'chargeStopped',
      words: 'Charging stopped · Garage — Unplugged after 2 h 03 min',
    },
    'a charge began': {
      event: { kind: 'chargeStarted', at: noon },
      after: showing('charging', { powerW: 7200 }),
      kind: 'chargeStarted',
      words: 'Charging started · Garage — At 7.2 kW',
    },
    'a charge began, and the power is not known': {
      event: { kind: 'chargeStarted', at: noon },
      after: showing('charging'),
      kind: 'chargeStarted',
      words: 'Charging started · Garage — Power is flowing.',
    },
    'a car was plugged in': {
      event: { kind: 'pluggedIn', at: noon },
      after: showing('waiting'),
      kind: 'pluggedIn',
      words: 'Plugged in · Garage — Plugged in, waiting for car',
    },
    'a car waits for unlock': {
      event: { kind: 'carWaiting', at: noon },
      after: showing('lockedCar'),
      kind: 'carWaiting',
      words: 'Car waiting · Garage — The charger is locked. Unlock it to charge.',
    },
    'a fault': {
      event: {
        kind: 'fault',
        at: noon,
        code: '14',
        before: { at: noon - 19 * minute, observation: anObservation('charging') },
      },
      after: showing('error'),
      kind: 'fault',
      words: 'Fault · Garage — Error 14. Was charging until 12:41. Check the charger.',
    },
    'a fault after a night': {
      event: {
        kind: 'fault',
        at: noon,
        code: '14',
        before: { at: noon - 14 * 60 * minute, observation: anObservation('locked') },
      },
      after: showing('error'),
      kind: 'fault',
      words: 'Fault · Garage — Error 14. Was locked until Fri 20 Nov, 23:00. Check the charger.',
    },
    'a fault, and nothing seen before': {
      event: { kind: 'fault', at: noon, code: '14' },
      after: showing('error'),
      kind: 'fault',
      words: 'Fault · Garage — Error 14. Check the charger.',
    },
    'a fault that nobody has seen in the field': {
      event: { kind: 'fault', at: noon, code: '14', unconfirmed: true },
      after: showing('error'),
      kind: 'fault',
      words: 'Fault · Garage — Error 14 (unconfirmed). Check the charger.',
    },
    'the fault is over': {
      event: {
        kind: 'faultOver',
        at: noon,
        observation: anObservation('charging', { powerW: 7200 }),
      },
      after: showing('charging'),
      kind: 'fault',
      words: 'Fault cleared · Garage — Now: Charging 7.2 kW',
    },
    'the vehicle powers the house': {
      event: { kind: 'homePowered', at: noon, begins: true },
      after: showing('discharging'),
      kind: 'poweringHome',
      words: 'Your vehicle is powering the house — Garage',
    },
    'the vehicle no longer powers the house': {
      event: { kind: 'homePowered', at: noon, begins: false },
      after: showing('waiting'),
      kind: 'poweringHome',
      words: 'Vehicle stopped powering the house — Garage: Plugged in, waiting for car',
    },
    'a power cut': {
      event: { kind: 'powerCut', at: noon, begins: true },
      after: showing('waiting'),
      kind: 'powerCut',
      words: 'Power cut · Garage — Your home has lost grid power.',
    },
    'the grid is back': {
      event: { kind: 'powerCut', at: noon, begins: false },
      after: showing('waiting'),
      kind: 'powerCut',
      words: 'Power restored · Garage — Grid power is back.',
    },
    'another certificate': {
      event: { kind: 'doubt', at: noon, cause: 'certificateChanged' },
      after: showing('waiting'),
      kind: 'identity',
      words:
        'Certificate changed · Garage — Nothing is sent until you trust the new certificate. Click to compare.',
    },
    'another charger': {
      event: { kind: 'doubt', at: noon, cause: 'otherCharger' },
      after: showing('waiting'),
      kind: 'identity',
      words:
        'Different charger found · Garage — A different charger responds at this address. Click to review.',
    },
    'another certificate before anybody knew its name': {
      event: { kind: 'doubt', at: noon, cause: 'certificateChanged' },
      after: garage,
      kind: 'identity',
      words:
        'Certificate changed — Nothing is sent until you trust the new certificate. Click to compare.',
    },
    'another charger in the place of one that was only listed': {
      event: { kind: 'doubt', at: noon, cause: 'otherCharger' },
      after: { ...garage, listed: { name: 'Garage' } },
      kind: 'identity',
      words:
        'Different charger found · Garage — A different charger responds at this address. Click to review.',
    },
    'no contact during a charge': {
      event: { kind: 'away', at: noon, since: noon - 15 * minute, during: 'charge' },
      after: showing('charging'),
      kind: 'unreachable',
      words: 'Connection lost · Garage — Was charging. Last update 12:45.',
    },
    'no contact while the vehicle powers the house': {
      event: { kind: 'away', at: noon, since: noon - 4 * minute, during: 'homePower' },
      after: showing('discharging'),
      kind: 'unreachable',
      words: 'Connection lost · Garage — Your vehicle was powering the house. Last update 12:56.',
    },
    'back again': {
      event: { kind: 'back', at: noon, observation: anObservation('complete') },
      after: showing('complete'),
      kind: 'unreachable',
      words: 'Back online · Garage — Now: Charge complete',
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { event, after, kind, words }) => {
    const told = noticeFor(event, after, berlin);
    expect(said(told)).toBe(words);
    expect(told).toMatchObject({ kind, chargerId: 'a/1', happenedAt: noon });
  });
});

describe('what comes with the words', () => {
  const waits: DomainEvent = { kind: 'carWaiting', at: noon };

  it('a button to unlock, where the charger can be unlocked', () => {
    expect(noticeFor(waits, showing('lockedCar')).action).toEqual({
      command: 'unlock',
      label: 'Unlock',
    });
    expect(noticeFor(waits, showing('lockedCar', { abilities: {} })).action).toBeUndefined();
  });

  it('an id that is the same for the same event and another for another', () => {
    const after = showing('complete');
    expect(noticeFor(ended(), after).id).toBe(noticeFor(ended(), after).id);
    const ids = [
      noticeFor(ended(), after),
      noticeFor({ ...ended(), at: noon + 1 }, after),
      noticeFor(ended({ startedAt: noon - minute }), after),
      noticeFor(stopped({}), after),
      noticeFor(ended(), { ...after, id: 'a/2' }),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('money in the owner’s way of writing', () => {
    const formatOptions = { locale: 'de-DE', timeZone: 'Europe/Berlin' };
    const told = noticeFor(ended({ cost }), showing('complete'), formatOptions);
    expect(told.body.replaceAll(nbsp, ' ')).toBe('10,99 kWh in 2 h 03 min, about 3,41 €');
  });
});
