import { type Chapter, figures } from '../figures.ts';
import { runPlans } from '../measured/program.ts';
import type { BenchOptions } from '../options.ts';

/** The first of them are for the compiler. */
const warmUps = 30;
const chargers = 10;

/** What it costs to plan when to charge. */
export async function planChapter({ quick }: BenchOptions): Promise<Chapter> {
  const counted = quick ? 20 : 200;
  const all = (await runPlans(warmUps + counted)).slice(warmUps);
  const rounds = all.map(({ exact, calm }) => ({
    'plan-one': exact / chargers,
    'plan-ten': exact,
    'plan-calm': calm,
  }));
  return {
    title: 'Planning by price',
    how:
      `Processor time of plans for ${chargers} chargers and two days of quarter-hours, from one ` +
      'hour to ten, in four blocks at most, other prices each time. The bundle is made as that of ' +
      'the app.',
    figures: figures(rounds, {
      'plan-one': ['a plan', { atMost: 0.5 }],
      'plan-ten': ['plans for ten chargers', { atMost: 5 }],
      'plan-calm': [
        'the same without stops that hardly pay',
        {},
        'As the app makes them: each is planned with fewer blocks too. A look at a charger makes one only where something has changed.',
      ],
    }),
  };
}
