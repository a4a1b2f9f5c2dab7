import { isKindOn, type NoticeKind, type Settings } from '../../shared/domain/app/settings.ts';
import type { CommandKind, CommandProgress } from '../../shared/domain/charger/command.ts';
import type { DomainEvent } from '../charging/domain-events.ts';
import { sessionEnergyWh } from '../charging/energy-counter.ts';
import type { Notice } from '../ports/notice.ts';
import { isQuiet, waitsUntil } from './quiet-times.ts';

/** Why a notice is not shown. Each is a name that stands in the log. */
export type Suppression =
  | 'hidden'
  | 'switchedOff'
  | 'quiet'
  | 'quietHours'
  | 'tooOld'
  | 'askedHere'
  | 'topUp';

/** What is told of an event later than this is history, not news. */
export const tooOldMs = 24 * 3_600_000;
/** A few of these finish by themselves while a full car keeps its battery warm. */
const topUpWh = 300;

/** A pause that comes later than this after the command was last heard of is somebody else's. */
const freshCommandMs = 10 * 60_000;
/** Where no reading has answered a command, it may explain what the first one finds for so long. */
const explainsMs = tooOldMs;

export interface Judged {
  readonly notice: Notice;
  readonly event?: DomainEvent;
  readonly settings: Pick<Settings, 'notices' | 'noticesOf' | 'quiet' | 'quietHours' | 'chargers'>;
  /** IANA name of the zone by whose clock its owner lives. */
  readonly zone: string;
  /** The last commands for that charger. */
  readonly asked?: readonly CommandProgress[];
  /** Epoch ms. */
  readonly now: number;
}

/** Shows a notice, or suppresses it for a named reason. Pure. */
export function suppression(judged: Judged): Suppression | undefined {
  const { notice, event, settings, now } = judged;
  const { chargerId } = notice;
  if (chargerId !== undefined && settings.chargers.hidden.includes(chargerId)) return 'hidden';
  if (!isKindOn(settings, notice.kind, chargerId)) return 'switchedOff';
  if (isQuiet(settings.quiet, now)) return 'quiet';
  if (now - notice.happenedAt > tooOldMs) return 'tooOld';
  if (event && askedHere(event, judged)) return 'askedHere';
  if (event && isTopUp(event)) return 'topUp';
  // Last, so that what is told later is known to be worth it.
  if (passing.has(notice.kind) && waitsUntil(notice, judged) !== undefined) return 'quietHours';
  return undefined;
}

/** Hours later these are no news. All else that happens in quiet hours waits for their end. */
const passing: ReadonlySet<NoticeKind> = new Set([
  'chargeStarted',
  'pluggedIn',
  'planStarts',
  'notPluggedIn',
]);

/** Nobody needs to be told what they have just pressed: that it paused, or locked out the car. */
function askedHere(event: DomainEvent, { asked = [], now }: Judged): boolean {
  const kind = askedBy(event);
  const command = asked.find(({ command }) => command.kind === kind);
  if (!command || command.phase === 'failed' || command.origin !== undefined) return false;
  // Either way: a clock that was set back since must not stretch it.
  const agoMs = Math.abs(now - command.at);
  return agoMs <= (isUnanswered(command) ? explainsMs : freshCommandMs);
}

/** The command that brings this about. */
function askedBy(event: DomainEvent): CommandKind | undefined {
  if (event.kind === 'carWaiting') return event.wasThere ? 'lock' : undefined;
  if (event.kind !== 'chargeStopped') return undefined;
  const reason = event.session.endReason;
  return reason === 'paused' ? 'pause' : reason === 'locked' ? 'lock' : undefined;
}

/** No reading has confirmed or contradicted it so far. */
function isUnanswered(command: CommandProgress): boolean {
  if (command.phase === 'sent') return !command.contradicted;
  return (
    command.phase === 'sending' || (command.phase === 'notConfirmed' && command.unread === true)
  );
}

/** A full car keeps its battery warm, or its charger flaps: nothing new but a little more energy. */
function isTopUp(event: DomainEvent): boolean {
  if (event.kind !== 'chargeEnded') return false;
  const { session } = event;
  const energyWh = sessionEnergyWh(session);
  const fromWh = session.toldWh ?? (session.isLater ? 0 : undefined);
  // Energy that was read before the end was found may lack whatever came in between.
  if (energyWh === undefined || session.countedAt !== session.foundAt) return false;
  return fromWh !== undefined && energyWh - fromWh < topUpWh;
}
