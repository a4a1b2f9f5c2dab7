import type { PlayedClock, TimeCourse } from '../../test/simulators/clock.ts';
import { DEMO_SPEED } from '../../test/simulators/shared/rounds.ts';
import type { AppAtHand } from './app-at-hand.ts';

/** The hour of the computer's clock at which the demo begins: the market has said tomorrow's prices. */
const firstHour = 16;

/** The next time that it is so late, epoch ms. Later than now, as after a sleep: no clock goes back. */
export function demoBegin(now: number): number {
  const day = new Date(new Date(now).setHours(firstHour, 0, 0, 0));
  if (day.getTime() < now) day.setDate(day.getDate() + 1);
  return day.getTime();
}

/** What waits for longer waits for a time of day, not for an answer. */
const longMs = 5 * 60_000;

/**
 * The time of the app's own process and of its windows is that of the clouds from here on. Its timers
 * stay real, so that whoever waits for an answer waits as long as ever, except for those that wait for
 * a time of day. Gives what has the app take over another course of the clock.
 */
export async function playTime(app: AppAtHand, clock: PlayedClock): Promise<() => Promise<void>> {
  const { electron } = app;
  await electron.evaluate(`{
    const wait = globalThis.setTimeout;
    const played = (then, ms, ...rest) => wait(then, ms < ${longMs} ? ms : ms / ${DEMO_SPEED}, ...rest);
    globalThis.setTimeout = Object.defineProperties(played, Object.getOwnPropertyDescriptors(wait));
  }`);
  const everywhere = async () => {
    const script = scriptOf(clock.course);
    const windows = electron.windows().map((page) => page.evaluate(script));
    await Promise.all([electron.evaluate(script), ...windows]);
  };
  await app.window();
  await electron.context().addInitScript({ content: scriptOf(clock.course) });
  await everywhere();
  return everywhere;
}

/** A date that is made anew still has the real time. */
function scriptOf({ at, since, speed }: TimeCourse): string {
  return `Date.now = () => Math.floor(${at} + (new Date().getTime() - ${since}) * ${speed}), undefined`;
}
