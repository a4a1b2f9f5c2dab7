import type { Charge } from '../../shared/domain/session/charge.ts';
import { sessionEnergyWh, sessionGreenWh } from './energy-counter.ts';
import type { ChargerRecord, SessionRecord } from './record.ts';
import { isGone } from './stay.ts';

/** The charge of the car that is there, or the last one until the next car comes. */
export function chargeOf({ charge, reading }: ChargerRecord): Charge | undefined {
  if (!charge) return undefined;
  const seen = reading.certainty === 'never' ? undefined : reading.seen;
  return charge.carLeft && !(seen && isGone(seen)) ? undefined : shownCharge(charge);
}

/** What tray, window, notification and terminal say of a charge: its own energy, start and time. */
export function shownCharge(charge: SessionRecord): Charge {
  const { startedAt, startSeen, lastPowerAt, endedAt, endReason, connected, cost, samples } =
    charge;
  const energyWh = sessionEnergyWh(charge);
  const greenEnergyWh = sessionGreenWh(charge);
  // Nobody saw it end and nothing was counted: how long it took is as good as not known.
  const timed = endReason !== 'unseen' || energyWh !== undefined;
  return {
    startedAt,
    startSeen: startSeen && timed,
    lastPowerAt,
    samples,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(energyWh === undefined ? {} : { energyWh }),
    ...(greenEnergyWh === undefined ? {} : { greenEnergyWh }),
    ...(cost ? { cost } : {}),
    // The charger's count says nothing of an end that nobody saw.
    ...(connected && endReason !== 'unseen' ? { connected } : {}),
  };
}
