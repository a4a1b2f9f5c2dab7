import { describe, expect, it } from 'vitest';
import { chargerLine } from '../../../electron/tray/tray-lines.ts';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import {
  aCharger,
  aChargingCharger,
  current,
  outdated,
  readAt,
} from '../../fixtures/app-states.ts';
import { anObservation } from '../../fixtures/observations.ts';

const hour = 3_600_000;
const telling = { now: readAt, formatOptions: { locale: 'en-GB', timeZone: 'UTC' } };
const session = {
  startedAt: readAt - 2.05 * hour,
  startSeen: true,
  lastPowerAt: readAt,
  samples: [],
};

const otherCharger: Failure = { kind: 'otherCharger', found: 'SWA34DEF', known: 'SWA12ABC' };
const old = (more: { because?: Failure; away?: true }): Reading => ({
  certainty: 'outdated',
  at: readAt - hour,
  since: readAt - hour,
  observation: anObservation('charging'),
  ...more,
});

/** Plain spaces, so that the tables below can be read. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the line of a charger', () => {
  const charging = current(anObservation('charging', { powerW: 7200 }));
  const table: Record<string, { charger: ChargerState; line: string }> = {
    'that charges': {
      charger: aCharger(charging, { session: { ...session, energyWh: 10_990 } }),
      line: 'Garage: Charging 7.2 kW · 10.99 kWh · 2 h 03 min',
    },
    'that charges with unknown power and energy': {
      charger: aCharger(current(anObservation('charging')), { session }),
      line: 'Garage: Charging · 2 h 03 min',
    },
    'whose charge was under way at the first look': {
      charger: aCharger(charging, { session: { ...session, startSeen: false, energyWh: 500 } }),
      line: 'Garage: Charging 7.2 kW · 0.50 kWh',
    },
    'that counts the time itself': {
      charger: aCharger(current(anObservation('charging')), {
        session: {
          ...session,
          startSeen: false,
          connected: { ms: 14 * 60_000, at: readAt },
          energyWh: 500,
        },
      }),
      line: 'Garage: Charging · 0.50 kWh · 14 min',
    },
    'that has not been charging': {
      charger: aCharger(charging),
      line: 'Garage: Charging 7.2 kW',
    },
    'that is at zero power': {
      charger: aCharger(current(anObservation('charging', { powerW: 0 }))),
      line: 'Garage: Charging 0.0 kW',
    },
    'whose charge is complete': {
      charger: aCharger(current(anObservation('complete')), {
        session: { ...session, endedAt: readAt - hour, energyWh: 8000 },
      }),
      line: 'Garage: Charge complete · 8.00 kWh · 1 h 03 min',
    },
    'that is ready and shows nothing of the last charge': {
      charger: aCharger(current(anObservation('available')), {
        session: { ...session, energyWh: 1 },
      }),
      line: 'Garage: Ready',
    },
    'that powers the house': {
      charger: aCharger(
        current(
          anObservation(
            { state: 'discharging', phase: 'active' },
            { powerW: 3000, energyWh: 7420, dischargedEnergyWh: 2100 },
          ),
        ),
        { session: { ...session, energyWh: 7420 } },
      ),
      line: 'Garage: Powering your home 3.0 kW · 2.10 kWh',
    },
    'that waits for power and says which': {
      charger: aCharger(current(anObservation({ state: 'queued', cause: 'solarMode' }))),
      line: 'Garage: Waiting for power (Eco-Smart)',
    },
    'that waits for its schedule and knows when it begins': {
      charger: aCharger(current(anObservation({ state: 'scheduled', nextStartAt: readAt + hour }))),
      line: 'Garage: Scheduled · next start 13:41',
    },
    'whose next start is over': {
      charger: aCharger(current(anObservation({ state: 'scheduled', nextStartAt: readAt - hour }))),
      line: 'Garage: Scheduled',
    },
    'with a fault': {
      charger: aCharger(current(anObservation('error'))),
      line: 'Garage: Fault, code 14',
    },
    'in a state nobody knows': {
      charger: aCharger(current(anObservation('unknown'))),
      line: 'Garage: Unknown state (200)',
    },
    'that was last heard of a while ago': {
      charger: aCharger(outdated(anObservation('charging', { powerW: 7200 }))),
      line: 'Garage: Charging 7.2 kW · as of 12:32',
    },
    'that was last heard of on another day': {
      charger: aCharger({
        certainty: 'outdated',
        at: readAt - 24 * hour,
        since: readAt - 24 * hour,
        observation: anObservation('paused'),
      }),
      line: 'Garage: Paused · as of Fri 15 May, 12:41',
    },
    'that takes no power and does not say why': {
      charger: aCharger(current(anObservation({ state: 'waiting', notSaid: true }))),
      line: 'Garage: Plugged in, no power flowing',
    },
    'that was stopped or has finished, without a count of energy': {
      charger: aCharger(current(anObservation({ state: 'paused', notSaid: true })), {
        session: { ...session, endedAt: readAt - hour },
      }),
      line: 'Garage: Stopped or finished · 1 h 03 min',
    },
    'that does not know the direction': {
      charger: aCharger(current(anObservation('transferring')), { session }),
      line: 'Garage: Power is flowing, direction unknown · 2 h 03 min',
    },
    'with a fault that nobody has seen in the field': {
      charger: aCharger(
        current(anObservation({ state: 'error', code: 'CS03', unconfirmed: true })),
      ),
      line: 'Garage: Fault, code CS03 (unconfirmed)',
    },
    'in a power cut': {
      charger: aCharger(current(anObservation('discharging', { grid: 'powerCut' }))),
      line: 'Garage: Powering your home · power cut',
    },
    'whose grid is there': {
      charger: aCharger(current(anObservation('waiting', { grid: 'present' }))),
      line: 'Garage: Plugged in, waiting for car',
    },
    'that is gone': {
      charger: aCharger(old({ away: true }), {
        session: { ...session, lastPowerAt: readAt - hour },
      }),
      line: 'Garage: unreachable since 11:41 (was: Charging) · 1 h 03 min',
    },
    'that shows another certificate': {
      charger: aCharger(
        old({
          because: {
            kind: 'certificateChanged',
            offered: { fingerprint: 'AA:BB', subject: 'CN=station', validFrom: 1, validTo: 2 },
          },
        }),
      ),
      line: 'Garage: Charging · as of 11:41 · certificate changed',
    },
    'in whose place another one answers, for long': {
      charger: aCharger(old({ because: otherCharger, away: true })),
      line: 'Garage: unreachable since 11:41 (was: Charging) · different charger found',
    },
    'in whose place another one answers, and was never read': {
      charger: aCharger({ certainty: 'never', because: otherCharger }),
      line: 'different charger found',
    },
    'of another make that needs its owner': {
      charger: aCharger(
        { certainty: 'signInNeeded', at: 1, observation: anObservation('available') },
        { brand: 'fcsp' },
      ),
      line: 'Garage: Ready · check the developer key',
    },
    'that needs a sign-in': {
      charger: aCharger({ certainty: 'signInNeeded', at: 1, observation: anObservation('paused') }),
      line: 'Garage: Paused · sign-in required',
    },
    'that needs a sign-in and was never read': {
      charger: aCharger({ certainty: 'signInNeeded' }),
      line: 'sign-in required',
    },
    'that was never read': { charger: aCharger({ certainty: 'never' }), line: 'no data yet' },
  };

  it.each(Object.entries(table))('%s', (_name, { charger, line }) => {
    expect(plain(chargerLine(charger, telling))).toBe(line);
  });

  it('never breaks between a number and its unit', () => {
    expect(chargerLine(aChargingCharger(), telling)).not.toMatch(/\d [a-zA-Z]/);
  });
});
