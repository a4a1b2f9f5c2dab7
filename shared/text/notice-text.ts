import type { ChargerStateName } from '../domain/charger/status.ts';
import type { SessionEnd } from '../domain/session/history.ts';
import { messages } from './messages.ts';

/** A notification in words. */
export interface NoticeWords {
  readonly title: string;
  readonly body: string;
}

/** What is known of a session that ended; each part already written out. */
export interface SessionWords {
  readonly energy?: string;
  readonly duration?: string;
  readonly cost?: string;
  /** How it ended, unless it was complete. */
  readonly why?: Exclude<SessionEnd, 'complete'>;
  /** A plan ended it. */
  readonly isByPlan?: true;
}

/** A plan that its time has overtaken; each part already written out. */
export interface PlanDangerWords {
  readonly wanted: string;
  readonly possible: string;
  readonly time: string;
}

export interface PlanMissedWords {
  readonly wanted: string;
  readonly charged: string;
  readonly time: string;
  readonly why?: 'asleep' | 'offline';
}

/** What is known of several sessions together. */
export interface SessionsSumWords {
  readonly count: number;
  readonly duration: string;
  readonly energy?: string;
}

const words = () => messages.notices;

/** Every sentence that a notification can say. `who` is the charger's name. */
export const noticeText = {
  chargeEnded: (who: string, session: SessionWords): NoticeWords => ({
    title: titled(words().chargeEnded.title, who),
    body: session.isByPlan
      ? withCost(stopSentence(session), session.cost)
      : (sessionSum(session) ?? words().chargeEnded.body),
  }),
  chargeEndedUnseen: (who: string, session: SessionWords): NoticeWords => ({
    title: titled(words().chargeEndedUnseen.title, who),
    body: sessionSum(session) ?? words().chargeEndedUnseen.body,
  }),
  chargeEndedNotSaid: (who: string, session: SessionWords): NoticeWords => {
    const { title, body, bodyAfter } = words().chargeEndedNotSaid;
    const sum = sessionSum(session);
    return { title: titled(title, who), body: sum ? bodyAfter(sum) : body };
  },
  chargeStopped: (who: string, session: SessionWords): NoticeWords => ({
    title: titled(words().chargeStopped.title, who),
    body: withCost(stopSentence(session), session.cost),
  }),
  /** Sessions of a charger that begin and end over and over; `energy` only where all is known. */
  sessionsSum: (who: string, { energy, ...sum }: SessionsSumWords): NoticeWords => {
    const { title, body, bodyWithEnergy } = words().sessionsSum;
    return {
      title: titled(title, who),
      body: energy ? bodyWithEnergy({ ...sum, energy }) : body(sum),
    };
  },
  carWaiting: (who: string) => named(words().carWaiting, who),
  fault: (who: string, code: string, before: string | undefined): NoticeWords => {
    const { title, body, bodyAfter } = words().fault;
    return {
      title: titled(title, who),
      body: before ? bodyAfter({ code, before }) : body(code),
    };
  },
  lastObservation: (state: ChargerStateName, time: string): string => words().wasUntil[state](time),
  faultOver: (who: string, state: string): NoticeWords => ({
    title: titled(words().faultOver.title, who),
    body: words().faultOver.body(state),
  }),
  homeBegins: (who: string): NoticeWords => ({ title: words().homeBegins.title, body: who }),
  homeEnds: (who: string, state: string): NoticeWords => ({
    title: words().homeEnds.title,
    body: words().homeEnds.body({ charger: who, state }),
  }),
  powerCutBegins: (who: string) => named(words().powerCutBegins, who),
  powerCutEnds: (who: string) => named(words().powerCutEnds, who),
  certificateChanged: (who: string) => named(words().certificateChanged, who),
  otherCharger: (who: string) => named(words().otherCharger, who),
  away: (who: string, during: 'charge' | 'homePower', time: string): NoticeWords => ({
    title: titled(words().away.title, who),
    body: words().away[during](time),
  }),
  back: (who: string, state: string): NoticeWords => ({
    title: titled(words().back.title, who),
    body: words().back.body(state),
  }),
  notConfirmed: (who: string, command: string, said: string): NoticeWords => ({
    title: titled(words().notConfirmed.title, who),
    body: words().notConfirmed.body({ command, said }),
  }),
  chargeStarted: (who: string, power: string | undefined): NoticeWords => {
    const { title, body, bodyWithPower } = words().chargeStarted;
    return { title: titled(title, who), body: power ? bodyWithPower(power) : body };
  },
  noPower: (who: string, time: string): NoticeWords => ({
    title: titled(words().noPower.title, who),
    body: words().noPower.body(time),
  }),
  planInDanger: (who: string, plan: PlanDangerWords): NoticeWords => ({
    title: titled(words().planInDanger.title, who),
    body: words().planInDanger.body(plan),
  }),
  planMissed: (who: string, { why, ...plan }: PlanMissedWords): NoticeWords => {
    const { title, body, ...because } = words().planMissed;
    const sum = body(plan);
    return { title: titled(title, who), body: why ? because[why](sum) : sum };
  },
  planStarts: (who: string, until: string): NoticeWords => ({
    title: titled(words().planStarts.title, who),
    body: words().planStarts.body(until),
  }),
  notPluggedIn: (who: string, startsAt: string | undefined): NoticeWords => {
    const { title, body, bodyBefore } = words().notPluggedIn;
    return { title: titled(title, who), body: startsAt ? bodyBefore(startsAt) : body };
  },
  firmware: (who: string, from: string, to: string): NoticeWords => ({
    title: titled(words().firmware.title, who),
    body: words().firmware.body({ from, to }),
  }),
  pluggedIn: (who: string, state: string): NoticeWords => ({
    title: titled(words().pluggedIn.title, who),
    body: state,
  }),
  /** The first of several, each in a line. */
  summary: (count: number, first: readonly NoticeWords[]): NoticeWords => ({
    title: words().summary(count),
    body: linesOf(count, first),
  }),
  quietSummary: (count: number, first: readonly NoticeWords[]): NoticeWords => ({
    title: words().quietSummary(count),
    body: linesOf(count, first),
  }),
} as const;

function linesOf(count: number, first: readonly NoticeWords[]): string {
  const lines = first.map((one) => words().line(one));
  return [...lines, ...(count > lines.length ? ['…'] : [])].join('\n');
}

function named({ title, body }: NoticeWords, who: string): NoticeWords {
  return { title: titled(title, who), body };
}

/** A charger that was never read may have no name yet. */
function titled(title: string, who: string): string {
  return who ? words().titled({ title, charger: who }) : title;
}

function stopSentence(session: SessionWords): string {
  const { stops, stopsByPlan } = words();
  const byPlan = stopsByPlan[session.why === 'paused' ? 'paused' : 'complete'];
  const { plain, after } = session.isByPlan ? byPlan : stops[session.why ?? 'unseen'];
  const sum = energyAndTime(session);
  return sum ? after(sum) : plain;
}

function energyAndTime({ energy, duration }: SessionWords): string | undefined {
  return energy && duration ? words().sum.energyInTime({ energy, duration }) : (energy ?? duration);
}

function withCost(sum: string, cost: string | undefined): string {
  return cost ? words().sum.withCost({ sum, cost }) : sum;
}

/** Undefined where nothing of it is known. */
function sessionSum(session: SessionWords): string | undefined {
  const { energy, duration, cost } = session;
  const sum = energy ? energyAndTime(session) : duration && words().sum.after(duration);
  return sum ? withCost(sum, cost) : cost && words().sum.cost(cost);
}
