import { nameKnown } from '../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import { lastSeen, type Reading } from '../../shared/domain/charger/reading.ts';
import { chargeSpanMs } from '../../shared/domain/session/charge-span.ts';
import { exhaustive } from '../../shared/exhaustive.ts';
import { brandText } from '../../shared/text/brand-text.ts';
import {
  clockTime,
  duration,
  energy,
  type Manner,
  money,
  power,
} from '../../shared/text/format.ts';
import { type ChargeWords, type NoticeWords, noticeText } from '../../shared/text/notice-text.ts';
import { faultCode, stateLine, stateSentence } from '../../shared/text/status-text.ts';
import { notConfirmedSentence, wishTitle } from '../../shared/text/wish-text.ts';
import type { ChargeMemory, ChargerMemory } from '../charging/memory.ts';
import type { News } from '../charging/news.ts';
import type { AccountUpdate } from '../charging/reader.ts';
import { shownCharge } from '../charging/shown-charge.ts';
import type { Notice } from './notice.ts';

/** Of an account whose sign-in was refused. `at` is epoch ms. Pure. */
export function signInNotice({ id, brand }: AccountUpdate['account'], at: number): Notice {
  return {
    id: `${id}/signInNeeded/${at}`,
    kind: 'signInNeeded',
    happenedAt: at,
    accountId: id,
    ...brandText[brand].signInNotice,
  };
}

/** Turns a piece of news of one charger into words. Whether it is shown is for the policy. Pure. */
export function noticeFor(happened: News, after: ChargerMemory, manner: Manner = {}): Notice {
  const who = nameKnown(after) ?? '';
  const seen = lastSeen(after.reading);
  return {
    id: `${after.id}/${happened.kind}/${Math.round(happened.at)}`,
    kind: kindOf(happened),
    happenedAt: happened.at,
    chargerId: after.id,
    ...words(happened, { who, seen, reading: after.reading, manner }),
    ...(happened.kind === 'carWaiting' && seen?.abilities.lock
      ? { action: { wish: 'unlock' as const, label: noticeText.unlock } }
      : {}),
  };
}

function kindOf(happened: News): Notice['kind'] {
  switch (happened.kind) {
    case 'faultOver':
      return 'fault';
    case 'homePowered':
      return 'poweringHome';
    case 'doubt':
      return 'identity';
    case 'away':
    case 'back':
      return 'unreachable';
    default:
      return happened.kind;
  }
}

interface Told {
  readonly who: string;
  readonly seen: Observation | undefined;
  readonly reading: Reading;
  readonly manner: Manner;
}

function words(happened: News, told: Told): NoticeWords {
  const { who, seen, manner } = told;
  switch (happened.kind) {
    case 'chargeEnded':
      return endedWords(happened.charge, told);
    case 'chargeStopped':
      return noticeText.chargeStopped(who, chargeWords(happened.charge, told));
    case 'chargeStarted':
      return noticeText.chargeStarted(who, seen?.powerW ? power(seen.powerW, manner) : undefined);
    case 'pluggedIn':
      return noticeText.pluggedIn(who, seen ? stateSentence(seen.status) : '');
    case 'carWaiting':
      return noticeText.carWaiting(who);
    case 'fault':
      return noticeText.fault(who, faultCode(happened), lastSeenWords(happened, manner));
    case 'faultOver':
    case 'back': {
      const say = happened.kind === 'back' ? noticeText.back : noticeText.faultOver;
      return say(who, stateLine(happened.seen, manner));
    }
    case 'homePowered':
      return happened.begins
        ? noticeText.homeBegins(who)
        : noticeText.homeEnds(who, seen ? stateSentence(seen.status) : '');
    case 'powerCut':
      return happened.begins ? noticeText.powerCutBegins(who) : noticeText.powerCutEnds(who);
    case 'doubt':
      return noticeText[happened.cause](who);
    case 'away': {
      const since = clockTime(happened.since, happened.at, manner);
      return noticeText.away(who, happened.during, since);
    }
    case 'notConfirmed': {
      const { at, progress } = happened;
      const said = notConfirmedSentence({ wish: progress, reading: told.reading }, at);
      return noticeText.notConfirmed(who, wishTitle(progress), said);
    }
    default:
      return exhaustive(happened);
  }
}

function endedWords(charge: ChargeMemory, told: Told): NoticeWords {
  const say = {
    unseen: noticeText.chargeEndedUnseen,
    notSaid: noticeText.chargeEndedNotSaid,
    other: noticeText.chargeEnded,
  };
  const reason = charge.endReason;
  const known = reason === 'unseen' || reason === 'notSaid' ? reason : 'other';
  return say[known](told.who, chargeWords(charge, told));
}

function lastSeenWords(fault: Extract<News, { kind: 'fault' }>, manner: Manner) {
  if (!fault.before) return undefined;
  const state = stateSentence(fault.before.seen.status);
  return noticeText.lastSeen(
    `${state.charAt(0).toLowerCase()}${state.slice(1)}`,
    clockTime(fault.before.at, fault.at, manner),
  );
}

function chargeWords(memory: ChargeMemory, told: Told): ChargeWords {
  const { reading, manner } = told;
  const charge = shownCharge(memory);
  const { cost, energyWh } = charge;
  const lasted = chargeSpanMs(charge, reading);
  const why = memory.endReason === 'complete' ? undefined : memory.endReason;
  return {
    ...(energyWh === undefined ? {} : { energy: energy(energyWh, manner) }),
    ...(lasted ? { duration: duration(lasted) } : {}),
    ...(cost ? { cost: money(cost.amount, cost.currency, manner) } : {}),
    ...(why ? { why } : {}),
  };
}
