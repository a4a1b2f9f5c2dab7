import type { NoticeKind } from '../domain/app/settings.ts';
import type { SessionEnd } from '../domain/session/history.ts';
import { commandLabels } from './command-text.ts';

/** A notification in words. */
export interface NoticeWords {
  readonly title: string;
  readonly body: string;
}

/** What is known of a charge that ended; each part already written out. */
export interface SessionWords {
  readonly energy?: string;
  readonly duration?: string;
  readonly cost?: string;
  /** How it ended when it did not end by itself, or when nobody knows how. */
  readonly why?: Exclude<SessionEnd, 'complete'>;
}

/** Every sentence that a notification can say. `who` is the charger's name. */
export const noticeText = {
  chargeEnded: (who: string, session: SessionWords): NoticeWords => ({
    title: `Charge complete · ${who}`,
    body: chargeSum(session),
  }),
  chargeEndedUnseen: (who: string, session: SessionWords): NoticeWords => ({
    title: `Charging ended · ${who}`,
    body: chargeSum(session, 'It ended while nobody looked.'),
  }),
  chargeEndedNotSaid: (who: string, session: SessionWords): NoticeWords => ({
    title: `Charging ended · ${who}`,
    body: [chargeSum(session, ''), 'Stopped or finished: the charger does not say which.']
      .filter(Boolean)
      .join('. '),
  }),
  chargeStopped: (who: string, session: SessionWords): NoticeWords => ({
    title: `Charging stopped · ${who}`,
    body: `${stopWords[session.why ?? 'unseen']}${session.energy ? ` after ${session.energy}` : ''}`,
  }),
  carWaiting: (who: string): NoticeWords => ({
    title: `A car is waiting · ${who}`,
    body: 'The charger is locked. Unlock it to charge.',
  }),
  fault: (who: string, code: string, before: string | undefined): NoticeWords => ({
    title: `Fault · ${who}`,
    body: `Code ${code}.${before ? ` ${before}` : ''} Look at the charger.`,
  }),
  lastObservation: (state: string, time: string): string => `Last seen ${state} at ${time}.`,
  faultOver: (who: string, state: string): NoticeWords => ({
    title: `Fault over · ${who}`,
    body: `Now: ${state}`,
  }),
  homeBegins: (who: string): NoticeWords => ({
    title: 'Your vehicle is powering the house',
    body: who,
  }),
  homeEnds: (who: string, state: string): NoticeWords => ({
    title: 'Your vehicle no longer powers the house',
    body: `${who}: ${state}`,
  }),
  powerCutBegins: (who: string): NoticeWords => ({
    title: `Power cut · ${who}`,
    body: 'The house has no grid power.',
  }),
  powerCutEnds: (who: string): NoticeWords => ({
    title: `Power is back · ${who}`,
    body: 'The house has grid power again.',
  }),
  certificateChanged: (who: string): NoticeWords => ({
    title: titled('Certificate changed', who),
    body: 'Nothing is sent until you trust the new one. Click to compare.',
  }),
  otherCharger: (who: string): NoticeWords => ({
    title: titled('Another charger', who),
    body: 'A different charger answers at this address. Click to decide.',
  }),
  away: (who: string, during: 'charge' | 'homePower', time: string): NoticeWords => ({
    title: `No contact · ${who}`,
    body: `${wentOn[during]} Nothing heard since ${time}.`,
  }),
  back: (who: string, state: string): NoticeWords => ({
    title: `Back again · ${who}`,
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
  pluggedIn: (who: string, state: string): NoticeWords => ({
    title: `Plugged in · ${who}`,
    body: state,
  }),
  summary: (count: number, lines: readonly string[]): NoticeWords => ({
    title: `${count} things happened meanwhile`,
    body: [...lines, ...(count > lines.length ? ['…'] : [])].join('\n'),
  }),
  unlock: commandLabels.unlock,
} as const;

const wentOn = {
  charge: 'A charge was running.',
  homePower: 'Your vehicle was powering the house.',
} as const;

/** Before it was read once, nobody knows what a charger is called. */
function titled(title: string, who: string): string {
  return who ? `${title} · ${who}` : title;
}

const stopWords: Record<NonNullable<SessionWords['why']>, string> = {
  paused: 'Paused',
  locked: 'Locked',
  unplugged: 'Unplugged',
  unseen: 'Ended',
  notSaid: 'Stopped or finished',
  reversed: 'Switched to powering your home',
};

function chargeSum(session: SessionWords, nothing = 'The charge has ended.'): string {
  const amount =
    session.energy && session.duration
      ? `${session.energy} in ${session.duration}`
      : (session.energy ?? (session.duration && `After ${session.duration}`));
  const parts = [amount, session.cost && `about ${session.cost}`].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : nothing;
}

/** The name of each kind in the settings. */
export const noticeKindLabels: Record<NoticeKind, string> = {
  chargeEnded: 'Charge complete or ended',
  chargeStopped: 'Charging stopped early',
  carWaiting: 'A car waits for unlock',
  fault: 'Fault, and when it is over',
  poweringHome: 'Vehicle powers the house',
  powerCut: 'Power cut, and when it is over',
  signInNeeded: 'Sign-in needed',
  identity: 'Another certificate or charger',
  unreachable: 'No contact while power flows',
  notConfirmed: 'Command not confirmed',
  chargeStarted: 'Charging started',
  pluggedIn: 'Car plugged in',
};
