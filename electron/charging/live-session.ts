import type { LiveSession } from '../../shared/domain/session/live-session.ts';
import { sessionEnergyWh, sessionGreenWh } from './energy-counter.ts';
import type { ChargerRecord, SessionRecord } from './record.ts';
import { isGone } from './stay.ts';

/** The charge of the car that is there, or the last one until the next car comes. */
export function shownSession({ session, reading }: ChargerRecord): LiveSession | undefined {
  if (!session || isDeleted(session)) return undefined;
  const observation = reading.certainty === 'never' ? undefined : reading.observation;
  return session.carLeft && !(observation && isGone(observation))
    ? undefined
    : liveSession(session);
}

/** Its owner wants to see it nowhere, whatever the charger still counts of it. */
export function isDeleted({ endedAt, ownersWord }: SessionRecord): boolean {
  return endedAt !== undefined && ownersWord?.kind === 'deleted';
}

/** What tray, window, notification and terminal say of a charge: its own energy, start and time. */
export function liveSession(session: SessionRecord): LiveSession {
  const { endedAt, ownersWord } = session;
  const measured = measuredSession(session);
  // A charge that goes on is measured again, and its owner has not seen how it ends.
  if (endedAt === undefined || ownersWord?.kind !== 'corrected') return measured;
  const { kind: _kind, ...corrected } = ownersWord;
  const { lastPowerAt, samples } = measured;
  return { ...corrected, startSeen: true, lastPowerAt, samples };
}

function measuredSession(session: SessionRecord): LiveSession {
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
