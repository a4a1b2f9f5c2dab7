import type { NoticeTest } from '../domain/app/notice-test.ts';
import type { NoticeKind } from '../domain/app/settings.ts';
import type { ChargerStateName } from '../domain/charger/status.ts';
import type { SessionEnd } from '../domain/session/history.ts';
import { commandLabels } from './command-text.ts';

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
}

/** What is known of several sessions together. */
export interface SessionsSumWords {
  readonly count: number;
  readonly duration: string;
  readonly energy?: string;
}

/** Every sentence that a notification can say. `who` is the charger's name. */
export const noticeText = {
  chargeEnded: (who: string, session: SessionWords): NoticeWords => ({
    title: `Charge complete · ${who}`,
    body: sessionSum(session) ?? 'Charging has ended.',
  }),
  chargeEndedUnseen: (who: string, session: SessionWords): NoticeWords => ({
    title: `Charging ended · ${who}`,
    body: sessionSum(session) ?? 'It ended while ChargeTray wasn’t connected.',
  }),
  chargeEndedNotSaid: (who: string, session: SessionWords): NoticeWords => ({
    title: `Charging ended · ${who}`,
    body: [sessionSum(session), 'The station doesn’t report whether it finished or was stopped.']
      .filter(Boolean)
      .join('. '),
  }),
  chargeStopped: (who: string, session: SessionWords): NoticeWords => ({
    title: `Charging stopped · ${who}`,
    body: withCost(stopSentence(session), session.cost),
  }),
  /** Sessions of a charger that begin and end over and over; `energy` only where all is known. */
  sessionsSum: (who: string, sum: SessionsSumWords): NoticeWords => ({
    title: `Charging started and stopped · ${who}`,
    body: sum.energy
      ? `${sum.count} sessions in ${sum.duration}, ${sum.energy} in total`
      : `${sum.count} sessions in ${sum.duration}`,
  }),
  carWaiting: (who: string): NoticeWords => ({
    title: `Car waiting · ${who}`,
    body: 'The charger is locked. Unlock it to charge.',
  }),
  fault: (who: string, code: string, before: string | undefined): NoticeWords => ({
    title: `Fault · ${who}`,
    body: before
      ? `Error ${code}. ${before} Check the charger.`
      : `Error ${code}. Check the charger.`,
  }),
  lastObservation: (state: ChargerStateName, time: string): string => wasUntil[state](time),
  faultOver: (who: string, state: string): NoticeWords => ({
    title: `Fault cleared · ${who}`,
    body: `Now: ${state}`,
  }),
  homeBegins: (who: string): NoticeWords => ({
    title: 'Your vehicle is powering the house',
    body: who,
  }),
  homeEnds: (who: string, state: string): NoticeWords => ({
    title: 'Vehicle stopped powering the house',
    body: `${who}: ${state}`,
  }),
  powerCutBegins: (who: string): NoticeWords => ({
    title: `Power cut · ${who}`,
    body: 'Your home has lost grid power.',
  }),
  powerCutEnds: (who: string): NoticeWords => ({
    title: `Power restored · ${who}`,
    body: 'Grid power is back.',
  }),
  certificateChanged: (who: string): NoticeWords => ({
    title: titled('Certificate changed', who),
    body: 'Nothing is sent until you trust the new certificate. Click to compare.',
  }),
  otherCharger: (who: string): NoticeWords => ({
    title: titled('Different charger found', who),
    body: 'A different charger responds at this address. Click to review.',
  }),
  away: (who: string, during: 'charge' | 'homePower', time: string): NoticeWords => ({
    title: `Connection lost · ${who}`,
    body: awayBodies[during](time),
  }),
  back: (who: string, state: string): NoticeWords => ({
    title: `Back online · ${who}`,
    body: `Now: ${state}`,
  }),
  notConfirmed: (who: string, command: string, said: string): NoticeWords => ({
    title: titled('Not confirmed', who),
    body: `“${command}” wasn’t confirmed. ${said}`,
  }),
  chargeStarted: (who: string, power: string | undefined): NoticeWords => ({
    title: `Charging started · ${who}`,
    body: power ? `At ${power}` : 'Power is flowing.',
  }),
  noPower: (who: string, time: string): NoticeWords => ({
    title: `Plugged in, not charging · ${who}`,
    body: `No power since ${time}. Check the cable and the car’s own timer.`,
  }),
  firmware: (who: string, from: string, to: string): NoticeWords => ({
    title: `Firmware available · ${who}`,
    body: `Version ${to} (installed: ${from})`,
  }),
  pluggedIn: (who: string, state: string): NoticeWords => ({
    title: `Plugged in · ${who}`,
    body: state,
  }),
  /** The first of several, each in a line. */
  summary: (count: number, first: readonly NoticeWords[]): NoticeWords => ({
    title: `${count} updates while you were away`,
    body: linesOf(count, first),
  }),
  quietSummary: (count: number, first: readonly NoticeWords[]): NoticeWords => ({
    title: `${count} updates during quiet hours`,
    body: linesOf(count, first),
  }),
  test: {
    title: 'Test notification',
    body: 'This is how ChargeTray notifies you.',
  },
  unlock: commandLabels.unlock,
} as const;

/** What the charger did before something happened to it, and until when. */
const wasUntil: Record<ChargerStateName, (time: string) => string> = {
  charging: (time) => `Was charging until ${time}.`,
  discharging: (time) => `Was powering your home until ${time}.`,
  transferring: (time) => `Power was flowing until ${time}.`,
  waiting: (time) => `A car was plugged in until ${time}.`,
  queued: (time) => `Was waiting for power until ${time}.`,
  scheduled: (time) => `Was waiting for its schedule until ${time}.`,
  paused: (time) => `Was paused or stopped until ${time}.`,
  complete: (time) => `The charge was complete at ${time}.`,
  locked: (time) => `Was locked until ${time}.`,
  lockedCar: (time) => `Was locked until ${time}.`,
  available: (time) => `Was ready until ${time}.`,
  updating: (time) => `Was updating its firmware until ${time}.`,
  error: (time) => `Had a fault until ${time}.`,
  offline: (time) => `Was offline until ${time}.`,
  unknown: (time) => `Its state was unknown until ${time}.`,
};

const awayBodies = {
  charge: (time: string) => `Was charging. Last update ${time}.`,
  homePower: (time: string) => `Your vehicle was powering the house. Last update ${time}.`,
} as const;

function linesOf(count: number, first: readonly NoticeWords[]): string {
  const lines = first.map(({ title, body }) => `${title}: ${body}`);
  return [...lines, ...(count > lines.length ? ['…'] : [])].join('\n');
}

/** A charger that was never read may have no name yet. */
function titled(title: string, who: string): string {
  return who ? `${title} · ${who}` : title;
}

type Stop = NonNullable<SessionWords['why']>;

const stopWords: Record<Stop, { readonly plain: string; readonly after: (sum: string) => string }> =
  {
    paused: { plain: 'Paused', after: (sum) => `Paused after ${sum}` },
    locked: { plain: 'Locked', after: (sum) => `Locked after ${sum}` },
    unplugged: { plain: 'Unplugged', after: (sum) => `Unplugged after ${sum}` },
    unseen: { plain: 'Ended', after: (sum) => `Ended after ${sum}` },
    notSaid: { plain: 'Stopped or finished', after: (sum) => `Stopped or finished after ${sum}` },
    reversed: {
      plain: 'Switched to powering your home',
      after: (sum) => `Switched to powering your home after ${sum}`,
    },
  };

function stopSentence(session: SessionWords): string {
  const { plain, after } = stopWords[session.why ?? 'unseen'];
  const sum = energyAndTime(session);
  return sum ? after(sum) : plain;
}

function energyAndTime({ energy, duration }: SessionWords): string | undefined {
  return energy && duration ? `${energy} in ${duration}` : (energy ?? duration);
}

function withCost(sentence: string, cost: string | undefined): string {
  return cost ? `${sentence}, about ${cost}` : sentence;
}

/** Undefined where nothing of it is known. */
function sessionSum(session: SessionWords): string | undefined {
  const { energy, duration, cost } = session;
  const sum = energy ? energyAndTime(session) : duration && `After ${duration}`;
  return sum ? withCost(sum, cost) : cost && `About ${cost}`;
}

/** What became of a test notification, in the settings. */
export const noticeTestWords: Record<NoticeTest, string> = {
  shown: 'Sent. Not visible? Check your system settings.',
  noService:
    'Nothing on this desktop shows notifications. Install or start a notification service.',
  refused: 'Your desktop rejected the notification.',
  noAnswer: 'Your desktop’s notification service isn’t responding.',
  unsupported: 'Notifications aren’t supported on this system.',
};

/** The name of each kind in the settings. */
export const noticeKindLabels: Record<NoticeKind, string> = {
  chargeEnded: 'Charge complete',
  chargeStopped: 'Charge stopped early',
  carWaiting: 'Car waiting at a locked charger',
  fault: 'Faults and recovery',
  poweringHome: 'Vehicle powering the house',
  powerCut: 'Power cuts and recovery',
  signInNeeded: 'Sign-in required',
  identity: 'Certificate or charger changed',
  unreachable: 'Connection lost while charging',
  notConfirmed: 'Command not confirmed',
  noPower: 'Plugged in, but not charging',
  chargeStarted: 'Charge started',
  pluggedIn: 'Car plugged in',
  firmware: 'Firmware available',
};
