import { describe, expect, it } from 'vitest';
import { merged } from '../../../electron/history/merge/merge.ts';
import type { Session } from '../../../shared/domain/session/history.ts';
import { begin, kept, key, minute, own, told } from './merge-rows.ts';

describe('sessions of looks and cloud', () => {
  it('end with the charge, and have no gap, where the car stood there full with all its energy', () => {
    const row = own(1, [0, 100], { energyWh: 10_000, chargingMs: 100 * minute });
    const cloud = told('a', [0, 600], { energyWh: 10_040, chargingMs: 99 * minute });
    const once = merged(key, [row], [cloud]);
    expect(once.sessions[0]?.session).toMatchObject({ endedAt: begin + 100 * minute });
    expect(once.sessions[0]?.session).not.toHaveProperty('gaps');
    expect(kept(merged(key, kept(once), [cloud]))).toEqual(kept(once));
  });

  it('have no gap where parts that were watched make all the energy', () => {
    const parts = [own(1, [0, 20], { energyWh: 600 }), own(2, [40, 60], { energyWh: 400 })];
    expect(merged(key, parts, [told('a', [0, 300])]).sessions).toMatchObject([
      { session: { source: 'both', endedAt: begin + 60 * minute } },
    ]);
    expect(merged(key, parts, [told('a', [0, 300])]).sessions[0]?.session.gaps).toBeUndefined();
  });

  it.each<[string, Partial<Session>]>([
    ['energy came after the last look', { energyWh: 9000 }],
    ['looks had gaps', { energyWh: 10_000, gaps: true }],
  ])('have a gap where %s', (_, change) => {
    const cloud = told('a', [0, 600], { energyWh: 10_000 });
    const [row] = merged(key, [own(1, [0, 100], change)], [cloud]).sessions;
    expect(row?.session.gaps).toBe(true);
  });
});
