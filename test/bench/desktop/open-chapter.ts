import { setTimeout } from 'node:timers/promises';
import type { Chapter } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import type { Place } from '../place.ts';
import { memoryOf } from '../processes.ts';
import { insideWindow, type Subject } from '../subject.ts';
import { inTurns, type Subjects, withApp } from './subjects.ts';

/** What a window costs while it is open. */
export async function openChapter(
  place: Place,
  { idleRounds, windowSettleS }: BenchOptions,
  { bareWindow, ourWindow }: Subjects,
): Promise<Chapter> {
  const opening = { ...bareWindow, args: [...bareWindow.args, '--open'] };
  const memory = (subject: Subject) => () => memoryWithWindow(place, subject, windowSettleS);
  const [bare = [], ours = []] = await inTurns(idleRounds, [memory(opening), memory(ourWindow)]);
  return {
    title: 'Open window',
    how: `Each app in turn, ${idleRounds} times, with its window; read ${windowSettleS} s after it was painted.`,
    figures: [
      {
        id: 'open-memory',
        what: 'memory, window open on live chargers',
        unit: 'MiB',
        ours,
        floor: { name: 'app with an open static page', values: bare },
        goals: [{ kind: 'ratio', atMost: 1.25 }],
      },
    ],
  };
}

function memoryWithWindow(place: Place, subject: Subject, settleS: number): Promise<number> {
  return withApp(place, subject, async (app) => {
    await place.screen.painted(insideWindow);
    await setTimeout(settleS * 1000);
    return (await memoryOf(app.pid)).sharedMiB;
  });
}
