import type { CommandProgress } from '../../shared/domain/charger/command.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import type { ChargerStatus } from '../../shared/domain/charger/status.ts';
import type { SessionEnd } from '../../shared/domain/session/history.ts';
import { type ChargerRecord, feedsHome, runningSession, type SessionRecord } from './record.ts';
import { flows } from './reduce-session.ts';

/** Something that happened to a charger and that its owner may want to hear of. Times are epoch ms. */
export type DomainEvent =
  | { readonly kind: 'chargeStarted'; readonly at: number }
  | { readonly kind: 'chargeEnded'; readonly at: number; readonly session: SessionRecord }
  | { readonly kind: 'chargeStopped'; readonly at: number; readonly session: SessionRecord }
  | { readonly kind: 'pluggedIn'; readonly at: number }
  /** Plugged in, and no power since then although nothing holds it back. */
  | { readonly kind: 'noPower'; readonly at: number; readonly since: number }
  /** An update is offered. Versions as the maker writes them. */
  | {
      readonly kind: 'firmware';
      readonly at: number;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'carWaiting';
      readonly at: number;
      /** It was plugged in before the charger was locked. */
      readonly wasThere?: true;
    }
  | {
      readonly kind: 'fault';
      readonly at: number;
      readonly code: string;
      readonly unconfirmed?: true;
      readonly before?: SeenAt;
    }
  | { readonly kind: 'faultOver'; readonly at: number; readonly observation: Observation }
  | { readonly kind: 'homePowered'; readonly at: number; readonly begins: boolean }
  | { readonly kind: 'powerCut'; readonly at: number; readonly begins: boolean }
  | {
      readonly kind: 'doubt';
      readonly at: number;
      readonly cause: 'certificateChanged' | 'otherCharger';
    }
  | {
      readonly kind: 'away';
      readonly at: number;
      readonly since: number;
      /** What was going on when it was last heard of. */
      readonly during: 'charge' | 'homePower';
    }
  | { readonly kind: 'back'; readonly at: number; readonly observation: Observation }
  /** What is left of a plan cannot be charged in time any more: at most `possibleWh`. */
  | {
      readonly kind: 'planInDanger';
      readonly at: number;
      readonly readyBy: number;
      readonly wantedWh: number;
      readonly possibleWh: number;
    }
  /** The time to be ready by is over, and `chargedWh` of `wantedWh` are in the car. */
  | {
      readonly kind: 'planMissed';
      readonly at: number;
      readonly readyBy: number;
      readonly wantedWh: number;
      readonly chargedWh: number;
      /** The computer slept, or could not reach the charger, while it was to charge. */
      readonly why?: 'asleep' | 'offline';
    }
  /** A block of a plan begins; `until` as far as it is known. */
  | { readonly kind: 'planStarts'; readonly at: number; readonly until: number }
  /** A plan waits for a car that was to be plugged in by now. */
  | { readonly kind: 'notPluggedIn'; readonly at: number; readonly startsAt?: number }
  /** A command was sent, and readings say that it was not carried out, or nobody knows. */
  | { readonly kind: 'notConfirmed'; readonly at: number; readonly progress: CommandProgress };

export interface SeenAt {
  readonly at: number;
  readonly observation: Observation;
}

/**
 * Before and after to events. Pure, and the only place that decides what is news. Without a
 * before, a reading is a baseline and never news. `at` is when the after was made.
 */
export function domainEvents(
  before: ChargerRecord,
  after: ChargerRecord,
  at: number,
): readonly DomainEvent[] {
  return [
    ...plugEvents(before, after, at),
    ...noPowerEvents(before, after, at),
    ...firmwareEvents(before, after, at),
    ...sessionEvents(before, after, at),
    ...stateEvents(before, after, at),
    ...homeEvents(before, after, at),
    ...doubtEvents(before, after, at),
    ...awayEvents(before, after, at),
  ];
}

function plugEvents(before: ChargerRecord, after: ChargerRecord, at: number): DomainEvent[] {
  const plugged = before.known?.plugged === 'no' && after.known?.plugged === 'yes';
  return plugged ? [{ kind: 'pluggedIn', at }] : [];
}

function noPowerEvents(before: ChargerRecord, after: ChargerRecord, at: number): DomainEvent[] {
  const { told, since = at } = after.untouched ?? {};
  return told && !before.untouched?.told ? [{ kind: 'noPower', at, since }] : [];
}

/** Once for each version, and not of one that was offered before anybody looked. */
function firmwareEvents(before: ChargerRecord, after: ChargerRecord, at: number): DomainEvent[] {
  const was = lastObservation(before.reading);
  const update = lastObservation(after.reading)?.abilities.update;
  if (!was || !update || update.to === before.firmwareTold) return [];
  return update.to === was.abilities.update?.to ? [] : [{ kind: 'firmware', at, ...update }];
}

function sessionEvents(before: ChargerRecord, after: ChargerRecord, at: number): DomainEvent[] {
  if (lastObservation(before.reading) === undefined) return [];
  const was = runningSession(before);
  const is = after.session;
  const found: DomainEvent[] = [];
  if (was && is && is.startedAt !== was.startedAt) {
    // Another charge runs already: the one before ended while nobody looked.
    found.push({
      kind: 'chargeEnded',
      at: was.lastPowerAt,
      session: { ...was, endedAt: was.lastPowerAt, endReason: 'unseen' },
    });
  }
  const held = before.session?.heldSince === undefined ? undefined : before.session;
  if (held?.endedAt !== undefined && held.startedAt !== is?.startedAt) {
    found.push(endOf(held, held.endedAt));
  }
  if (is?.endedAt !== undefined && isNewEnd(before.session, is)) found.push(endOf(is, is.endedAt));
  const isOther = is !== undefined && is.startedAt !== before.session?.startedAt;
  // One that is found while it is held back began earlier.
  if (isOther && is.endedAt === undefined && flows(lastObservation(after.reading)?.status.state)) {
    found.push({ kind: 'chargeStarted', at });
  }
  return found;
}

function isNewEnd(before: SessionRecord | undefined, after: SessionRecord): boolean {
  // One that may go on at once is told when it has lasted.
  if (after.heldSince !== undefined) return false;
  const wasTold = before?.endedAt !== undefined && before.heldSince === undefined;
  return !wasTold || before.startedAt !== after.startedAt;
}

/** Nobody cut these short, as far as anybody knows. */
const toTheEnd: ReadonlySet<SessionEnd> = new Set(['complete', 'unseen', 'notSaid']);

function endOf(session: SessionRecord, at: number): DomainEvent {
  const whole = session.endReason !== undefined && toTheEnd.has(session.endReason);
  return { kind: whole ? 'chargeEnded' : 'chargeStopped', at, session };
}

function stateEvents(before: ChargerRecord, after: ChargerRecord, at: number): DomainEvent[] {
  const was = before.known;
  if (!was || after.known === was || after.reading.certainty !== 'current') return [];
  const is = after.reading.observation;
  const found: DomainEvent[] = [];
  if (is.status.state === 'lockedCar' && was.status.state !== 'lockedCar') {
    found.push({ kind: 'carWaiting', at, ...(was.plugged === 'yes' ? { wasThere: true } : {}) });
  }
  if (is.status.state === 'error' && !isSameFault(was.status, is.status)) {
    const { code, unconfirmed } = is.status;
    const sure = unconfirmed ? { unconfirmed } : {};
    found.push({ kind: 'fault', at, code, ...sure, ...observedThen(before) });
  }
  const settled = after.known?.status.state === is.status.state;
  if (was.status.state === 'error' && settled && is.status.state !== 'error') {
    found.push({ kind: 'faultOver', at, observation: is });
  }
  return found;
}

/** Another code is another fault, and one that nobody knows may turn out to be one that is known. */
function isSameFault(was: ChargerStatus, is: ChargerStatus): boolean {
  return was.state === 'error' && is.state === 'error' && was.code === is.code;
}

/** What the vehicle does for the house, and what the grid does. Without a before, nothing. */
function homeEvents(before: ChargerRecord, after: ChargerRecord, at: number): DomainEvent[] {
  const found: DomainEvent[] = [];
  if (before.grid && after.grid !== before.grid) {
    found.push({ kind: 'powerCut', at, begins: after.grid === 'powerCut' });
  }
  if (before.known && feedsHome(after) !== feedsHome(before)) {
    found.push({ kind: 'homePowered', at, begins: feedsHome(after) });
  }
  return found;
}

/** Also told of a charger that was never read: nothing else would say why. */
function doubtEvents(before: ChargerRecord, after: ChargerRecord, at: number): DomainEvent[] {
  const because = 'because' in after.reading ? after.reading.because?.kind : undefined;
  if (because !== 'certificateChanged' && because !== 'otherCharger') return [];
  return after.doubtTold === before.doubtTold ? [] : [{ kind: 'doubt', at, cause: because }];
}

function observedThen(before: ChargerRecord): { before?: SeenAt } {
  const observation = lastObservation(before.reading);
  if (!observation || before.reading.certainty === 'never' || before.reading.at === undefined)
    return {};
  return { before: { at: before.reading.at, observation } };
}

function awayEvents(before: ChargerRecord, after: ChargerRecord, at: number): DomainEvent[] {
  if (after.awayTold && !before.awayTold) {
    const during = feedsHome(after) ? 'homePower' : 'charge';
    return [{ kind: 'away', at, since: after.awaySince ?? at, during }];
  }
  if (before.awayTold && !after.awayTold && after.reading.certainty === 'current') {
    return [{ kind: 'back', at, observation: after.reading.observation }];
  }
  return [];
}
