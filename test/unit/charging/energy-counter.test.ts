import { describe, expect, it } from 'vitest';
import { sessionEnergyWh } from '../../../electron/charging/energy-counter.ts';
import { fc } from '../../fixtures/properties.ts';
import { Story } from './story.ts';

/** Plays a charge whose counter shows these kWh, a reading every two minutes, and sums it up. */
function played(counts: readonly number[], powerW = 22_000): { told: string[]; wh?: number } {
  const story = new Story().read(0, 'available', { energyWh: 0 });
  counts.forEach((count, index) => {
    story.read(2 * (index + 1), 'charging', { energyWh: count * 1000, powerW });
  });
  const last = (counts.at(-1) ?? 0) * 1000;
  story.read(2 * (counts.length + 1), 'complete', { energyWh: last });
  const wh = story.record.session && sessionEnergyWh(story.record.session);
  return { told: story.kinds(), ...(wh === undefined ? {} : { wh: Math.round(wh) }) };
}

const steps = (from: number, to: number, by = 0.7) =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, index) => from + index * by);

describe('one session, whatever its counter does', () => {
  const table: Record<string, { counts: number[]; wh: number }> = {
    'goes up': { counts: steps(0, 7), wh: 7000 },
    'begins anew in its midst': { counts: [...steps(0.5, 6.1), ...steps(0, 5.6)], wh: 11_700 },
    'wraps at sixteen bits': {
      counts: [...steps(0.4, 87.9, 0.5), ...steps(22.4, 29.4, 0.5)],
      wh: 94_936,
    },
    'drops out for a moment': { counts: [...steps(0.5, 6.1), 0, ...steps(6.8, 8.2)], wh: 8200 },
    'drops out for longer': { counts: [...steps(0.5, 6.1), 0, 0, 0, 8.2, 8.9], wh: 8900 },
    'jumps and comes back': { counts: [...steps(0.5, 6.1), 65.5, 6.8, 7.5], wh: 7500 },
    'stays where it has jumped to': { counts: [...steps(0.5, 6.1), 65.5, 66.2], wh: 6800 },
    'stands still and catches up': { counts: [1.2, 1.2, 1.2, 1.2, 1.2, 4.7], wh: 4700 },
    trembles: { counts: [1, 1.05, 1, 1.05, 1.1], wh: 1100 },
  };

  it.each(Object.entries(table))('that %s', (_name, { counts, wh }) => {
    expect(played(counts)).toEqual({
      told: ['pluggedIn', 'chargeStarted', 'chargeEnded:complete'],
      wh,
    });
  });

  it('is told once and never with more than flowed, wherever the counter begins anew', () => {
    // Below that a fall to nothing looks like a counter that trembles.
    const step = fc.integer({ min: 101, max: 733 });
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 40 }), fc.nat(), (flow, where) => {
        const cut = 1 + (where % (flow.length - 2));
        let count = 0;
        const counts = flow.map((wh, index) => {
          count = index === cut ? 0 : count + wh;
          return count / 1000;
        });
        const sum = flow.reduce((all, wh) => all + wh, 0);
        const { told, wh = 0 } = played(counts);
        expect(told).toHaveLength(3);
        // What flowed between the last reading before it and its beginning nobody has counted.
        const countedWh = sum - (flow[cut] ?? 0);
        expect(wh).toBeLessThanOrEqual(countedWh);
        // A counter that falls by less is one that trembles.
        expect(wh).toBeGreaterThanOrEqual(countedWh - 100);
      }),
    );
  });
});
