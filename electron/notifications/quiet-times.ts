import type { QuietHours } from '../../shared/domain/app/quiet-hours.ts';
import type { Quiet, Settings } from '../../shared/domain/app/settings.ts';
import type { Notice } from '../ports/notice.ts';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
/** Quiet that has not ended within a week never ends. */
const longestMinutes = 8 * dayMinutes;
/**
 * Zones differ by whole quarters of an hour and change their clocks at one, so that within it the
 * minutes follow from the first: asking the calendar for each would hold up the tray. Minutes.
 */
const quarter = 15;

/** Notifications are off until some time, or until they are switched on again. */
export function isQuiet(quiet: Quiet, now: number): boolean {
  return quiet.kind === 'always' || (quiet.kind === 'until' && now < quiet.at);
}

interface Judged {
  readonly settings: Pick<Settings, 'quiet' | 'quietHours'>;
  /** Epoch ms. */
  readonly now: number;
  /** IANA name. */
  readonly zone: string;
}

/**
 * Until when a notification that is worth telling has to wait, epoch ms; undefined when it may be
 * shown, infinite where nobody has said until when. Nothing waits longer than a day: it is too old
 * then. Pure.
 */
export function waitsUntil(notice: Notice, { settings, now, zone }: Judged): number | undefined {
  const { quiet, quietHours } = settings;
  // Who has quiet hours and turns notifications off in them is not told in the morning all the same.
  if (quietHours.on && isQuiet(quiet, now)) {
    return quiet.kind === 'until' ? quiet.at : Number.POSITIVE_INFINITY;
  }
  if (quietHours.critical && isCritical(notice)) return undefined;
  return quietEndsAt(quietHours, now, zone);
}

/** What must not wait until morning: not a sign-in, which can. */
function isCritical({ kind, urgency }: Notice): boolean {
  return urgency === 'critical' && (kind === 'fault' || kind === 'powerCut');
}

/**
 * When the quiet hours end that have begun by now, epoch ms; undefined outside of them, infinite
 * where one follows the other without end. By what the clock of the zone shows, so a night in which
 * it is changed is an hour longer or shorter, and ends in time. Pure.
 */
export function quietEndsAt(hours: QuietHours, now: number, zone: string): number | undefined {
  if (!hours.on || hours.spans.length === 0) return undefined;
  const clock = clockIn(zone);
  const begun = Math.floor(now / minuteMs);
  const from = begun - (begun % quarter);
  if (!isWithin(hours, clock(now))) return undefined;
  for (let at = from; at <= begun + longestMinutes; at += quarter) {
    const { day, minutes } = clock(at * minuteMs);
    for (let more = 0; more < quarter; more += 1) {
      const isLater = at + more > begun;
      if (isLater && !isWithin(hours, { day, minutes: minutes + more })) {
        return (at + more) * minuteMs;
      }
    }
  }
  return Number.POSITIVE_INFINITY;
}

interface LocalTime {
  /** 1 is Monday, 7 is Sunday. */
  readonly day: number;
  /** After midnight. */
  readonly minutes: number;
}

function isWithin({ spans }: QuietHours, { day, minutes }: LocalTime): boolean {
  const before = day === 1 ? 7 : day - 1;
  return spans.some(({ days, from, to }) => {
    if (from < to) return days.includes(day) && minutes >= from && minutes < to;
    return (days.includes(day) && minutes >= from) || (days.includes(before) && minutes < to);
  });
}

const weekdays: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** What the clock of a zone shows at a moment. */
function clockIn(timeZone: string): (at: number) => LocalTime {
  const how = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('en-US', { ...how, timeZone });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const day = weekdays.indexOf(parts.get('weekday') ?? '') + 1;
    return { day, minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
  };
}
