import type { LiveSession } from '../../shared/domain/session/live-session.ts';
import { sessionEnergyWh, sessionGreenWh } from './energy-counter.ts';
import type { ChargerRecord, SessionRecord } from './record.ts';
import { isGone } from './stay.ts';

/** The charge of the car that is there, or the last one until the next car comes. */
export function shownSession({ session, reading }: ChargerRecord): LiveSession | undefined {
  if (!session) return undefined;
  const observation = reading.certainty === 'never' ? undefined : reading.observation;
  return session.carLeft && !(observation && isGone(observation))
    ? undefined
    : liveSession(session);
}

/** What tray, window, notification and terminal say of a charge: its own energy, start and time. */
export function liveSession(session: SessionRecord): LiveSession {
  const { startedAt, startSeen, lastPowerAt, endedAt, endReason, connected, cost, samples } =
    session;
  const energyWh = sessionEnergyWh(session);
  const greenEnergyWh = sessionGreenWh(session);
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
