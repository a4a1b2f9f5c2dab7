import { nameKnown } from '../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import { lastObservation, type Reading } from '../../shared/domain/charger/reading.ts';
import { sessionSpanMs } from '../../shared/domain/session/session-span.ts';
import { exhaustive } from '../../shared/exhaustive.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { brandWords } from '../../shared/text/brand-words.ts';
import { commandTitle, notConfirmedSentence } from '../../shared/text/command-text.ts';
import {
  clockTime,
  duration,
  energy,
  type FormatOptions,
  money,
  power,
} from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import { type NoticeWords, noticeText, type SessionWords } from '../../shared/text/notice-text.ts';
import { faultCode, stateLine, stateSentence } from '../../shared/text/status-text.ts';
import type { DomainEvent } from '../charging/domain-events.ts';
import { liveSession } from '../charging/live-session.ts';
import type { AccountUpdate } from '../charging/reader.ts';
import type { ChargerRecord, SessionRecord } from '../charging/record.ts';
import type { Notice } from '../ports/notice.ts';
import { hintsOf } from './hints.ts';

/** Of an account whose sign-in was refused. `at` is epoch ms. Pure. */
export function signInNotice({ id, brand }: AccountUpdate['account'], at: number): Notice {
  return {
    id: `${id}/signInNeeded/${at}`,
    kind: 'signInNeeded',
    happenedAt: at,
    accountId: id,
    topic: `${id}/signIn`,
    urgency: 'critical',
    ...brandWords(brand).signInNotice,
  };
}

/** Sent only to see whether that works; a second one takes the place of the first. Pure. */
export function testNotice(at: number): Notice {
  const id = 'test';
  return { id, kind: 'chargeEnded', happenedAt: at, topic: id, ...messages.notices.test };
}

/** Turns a piece of news of one charger into words. Whether it is shown is for the policy. Pure. */
export function noticeFor(
  event: DomainEvent,
  after: ChargerRecord,
  formatOptions: FormatOptions = {},
): Notice {
  const who = nameKnown(after) ?? '';
  const observation = lastObservation(after.reading);
  return {
    id: `${after.id}/${event.kind}/${whenOf(event)}`,
    kind: kindOf(event),
    happenedAt: event.at,
    chargerId: after.id,
    ...hintsOf(event, after.id),
    ...endedOf(event, who),
    ...words(event, { who, observation, reading: after.reading, formatOptions }),
    ...(event.kind === 'carWaiting' && observation?.abilities.lock
      ? { action: { command: 'unlock' as const, label: messages.commandLabels.unlock } }
      : {}),
  };
}

/** Sessions may end in one moment, and one of them may end twice. */
function whenOf(event: DomainEvent): string {
  const began = 'session' in event ? [event.session.startedAt] : [];
  return [...began, event.at].map(Math.round).join('-');
}

/** The session that has ended, of whichever kind its end is. */
function endedOf(event: DomainEvent, who: string): Pick<Notice, 'ended'> {
  if (!('session' in event)) return {};
  const { startedAt, endedAt = event.at, energyWh } = liveSession(event.session);
  return { ended: { who, startedAt, endedAt, ...omitUndefined({ energyWh }) } };
}

function kindOf(event: DomainEvent): Notice['kind'] {
  switch (event.kind) {
    case 'faultOver':
      return 'fault';
    case 'homePowered':
      return 'poweringHome';
    case 'doubt':
      return 'identity';
    case 'away':
    case 'back':
      return 'unreachable';
    case 'planInDanger':
    case 'planMissed':
      return 'plan';
    default:
      return event.kind;
  }
}

interface Told {
  readonly who: string;
  readonly observation: Observation | undefined;
  readonly reading: Reading;
  readonly formatOptions: FormatOptions;
}

function words(event: DomainEvent, told: Told): NoticeWords {
  const { who, observation, formatOptions } = told;
  switch (event.kind) {
    case 'chargeEnded':
      return endedWords(event.session, told);
    case 'chargeStopped':
      return noticeText.chargeStopped(who, sessionWords(event.session, told));
    case 'chargeStarted':
      return noticeText.chargeStarted(
        who,
        observation?.powerW ? power(observation.powerW, formatOptions) : undefined,
      );
    case 'pluggedIn':
      return noticeText.pluggedIn(who, observation ? stateSentence(observation.status) : '');
    case 'noPower':
      return noticeText.noPower(who, clockTime(event.since, event.at, formatOptions));
    case 'firmware':
      return noticeText.firmware(who, event.from, event.to);
    case 'planInDanger':
    case 'planMissed':
    case 'planStarts':
    case 'notPluggedIn':
      return planWords(event, who, formatOptions);
    case 'carWaiting':
      return noticeText.carWaiting(who);
    case 'fault':
      return noticeText.fault(who, faultCode(event), lastSeenWords(event, formatOptions));
    case 'faultOver':
    case 'back': {
      const say = event.kind === 'back' ? noticeText.back : noticeText.faultOver;
      return say(who, stateLine(event.observation, formatOptions));
    }
    case 'homePowered':
      return event.begins
        ? noticeText.homeBegins(who)
        : noticeText.homeEnds(who, observation ? stateSentence(observation.status) : '');
    case 'powerCut':
      return event.begins ? noticeText.powerCutBegins(who) : noticeText.powerCutEnds(who);
    case 'doubt':
      return noticeText[event.cause](who);
    case 'away': {
      const since = clockTime(event.since, event.at, formatOptions);
      return noticeText.away(who, event.during, since);
    }
    case 'notConfirmed': {
      const { at, progress } = event;
      const said = notConfirmedSentence({ command: progress, reading: told.reading }, at);
      return noticeText.notConfirmed(who, commandTitle(progress), said);
    }
    default:
      return exhaustive(event);
  }
}

type PlanEvent = Extract<
  DomainEvent,
  { kind: 'planInDanger' | 'planMissed' | 'planStarts' | 'notPluggedIn' }
>;

function planWords(event: PlanEvent, who: string, formatOptions: FormatOptions): NoticeWords {
  const time = (at: number) => clockTime(at, event.at, formatOptions);
  const wh = (amount: number) => energy(amount, formatOptions);
  switch (event.kind) {
    case 'planInDanger': {
      const { possibleWh, readyBy, wantedWh } = event;
      const plan = { wanted: wh(wantedWh), possible: wh(possibleWh), time: time(readyBy) };
      return noticeText.planInDanger(who, plan);
    }
    case 'planMissed': {
      const { chargedWh, readyBy, wantedWh, why } = event;
      const plan = { wanted: wh(wantedWh), charged: wh(chargedWh), time: time(readyBy) };
      return noticeText.planMissed(who, { ...plan, ...omitUndefined({ why }) });
    }
    case 'planStarts':
      return noticeText.planStarts(who, time(event.until));
    case 'notPluggedIn':
      return noticeText.notPluggedIn(
        who,
        event.startsAt === undefined ? undefined : time(event.startsAt),
      );
  }
}

function endedWords(session: SessionRecord, told: Told): NoticeWords {
  const say = {
    unseen: noticeText.chargeEndedUnseen,
    notSaid: noticeText.chargeEndedNotSaid,
    other: noticeText.chargeEnded,
  };
  const reason = session.endReason;
  const known = reason === 'unseen' || reason === 'notSaid' ? reason : 'other';
  return say[known](told.who, sessionWords(session, told));
}

function lastSeenWords(
  fault: Extract<DomainEvent, { kind: 'fault' }>,
  formatOptions: FormatOptions,
) {
  if (!fault.before) return undefined;
  return noticeText.lastObservation(
    fault.before.observation.status.state,
    clockTime(fault.before.at, fault.at, formatOptions),
  );
}

function sessionWords(record: SessionRecord, told: Told): SessionWords {
  const { reading, formatOptions } = told;
  const session = liveSession(record);
  const { cost, energyWh } = session;
  const lasted = sessionSpanMs(session, reading);
  const why = record.endReason === 'complete' ? undefined : record.endReason;
  return {
    ...(energyWh === undefined ? {} : { energy: energy(energyWh, formatOptions) }),
    ...(lasted ? { duration: duration(lasted) } : {}),
    ...(cost ? { cost: money(cost.amount, cost.currency, formatOptions) } : {}),
    ...(why ? { why } : {}),
    ...(record.endedByPlan ? { isByPlan: true as const } : {}),
  };
}
