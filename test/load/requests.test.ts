import { describe, expect, it } from 'vitest';
import { askedOf, overruns } from './budget.ts';
import { busyHours } from './busy-days.ts';
import { load } from './options.ts';
import { hoursTable, requestsSection } from './report/requests.ts';
import { writeSection } from './report/section.ts';

const minute = 60_000;

describe('the measure', () => {
  const request = { path: '/chargers', query: '', auth: 'access', account: null } as const;
  const at = (method: string, times: readonly number[]) =>
    overruns(
      askedOf(
        times.map((time) => ({ ...request, at: time, method, userAgent: null, status: 200 })),
      ),
      0,
    ).map(({ count }) => count);

  it('allows three reads at once and one a minute', () => {
    expect(at('GET', [0, 0, 0, minute, 2 * minute, 5 * minute, 5 * minute, 5 * minute])).toEqual(
      [],
    );
    expect(at('GET', [0, 0, 0, minute - 200])).toEqual([4]);
    expect(at('GET', [0, minute, minute, 2 * minute, 2 * minute, 2 * minute])).toEqual([5]);
  });

  it('allows five commands in any minute', () => {
    expect(at('POST', [0, 1, 2, 3, 4, minute, minute + 1])).toEqual([]);
    expect(at('POST', [50_000, 50_001, 50_002, 50_003, 109_000, 109_001])).toEqual([6]);
  });
});

describe.each([1, 2, 10])('an account with %d chargers', (chargers) => {
  it('is never asked for more than is promised, whatever happens', async () => {
    const result = await busyHours({ chargers, hours: load.hours, seed: load.seed });
    if (load.isReport) {
      console.log(hoursTable(result));
      const what = chargers === 1 ? 'a charger' : `${chargers} chargers`;
      writeSection(`Requests of an account with ${what}`, requestsSection(result));
    }
    expect(result.asked.reads.length).toBeGreaterThan(result.hours);
    expect({ overruns: result.overruns, blamed: result.blamed }).toEqual({
      overruns: [],
      blamed: [],
    });
  }, 600_000);
});
