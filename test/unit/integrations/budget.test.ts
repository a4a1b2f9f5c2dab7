import { describe, expect, it } from 'vitest';
import { DebtBudget, WindowBudget } from '../../../electron/integrations/kit/budget.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';

const minute = 60_000;

function debtBudget() {
  const clock = new FakeClock();
  return { clock, budget: new DebtBudget(clock, { periodMs: minute, burst: 3 }) };
}

describe('a debt', () => {
  it('lets the first three go at once', () => {
    const { budget } = debtBudget();
    const waits = [1, 2, 3].map(() => {
      const wait = budget.waitMs();
      budget.spend();
      return wait;
    });
    expect(waits).toEqual([0, 0, 0]);
  });

  it('makes the fourth wait until all three are paid back', async () => {
    const { clock, budget } = debtBudget();
    for (let sent = 0; sent < 3; sent++) budget.spend();
    expect(budget.waitMs()).toBe(3 * minute);
    await clock.advance(3 * minute - 1);
    expect(budget.waitMs()).toBe(1);
    await clock.advance(1);
    expect(budget.waitMs()).toBe(0);
  });

  it('then lets one go each period and saves nothing up', async () => {
    const { clock, budget } = debtBudget();
    for (let sent = 0; sent < 3; sent++) budget.spend();
    await clock.advance(60 * minute);
    budget.spend();
    expect(budget.waitMs()).toBe(minute);
  });

  it('grows by what could not wait, which costs nothing of the burst', () => {
    const { budget } = debtBudget();
    budget.addDebt();
    for (let sent = 0; sent < 2; sent++) budget.spend();
    expect(budget.waitMs()).toBe(0);
    budget.spend();
    expect(budget.waitMs()).toBe(4 * minute);
  });

  it.each([
    [0, [0, 0, 0, 3]],
    [1, [0, 0, 3, 4]],
    [1.5, [0, 2.5, 3.5, 4.5]],
    [3, [3, 4, 5, 6]],
  ])('of %d minutes from before leaves the less of the burst', (owed, waits) => {
    const clock = new FakeClock();
    const limit = { periodMs: minute, burst: 3, owedMs: owed * minute };
    const budget = new DebtBudget(clock, limit);
    const found = waits.map(() => {
      const waitMs = budget.waitMs();
      budget.spend();
      return waitMs / minute;
    });
    expect(found).toEqual(waits);
  });
});

describe('a window', () => {
  it('holds the sixth back until the first is a period old', async () => {
    const clock = new FakeClock();
    const budget = new WindowBudget(clock, { periodMs: minute, count: 5 });
    for (let sent = 0; sent < 5; sent++) {
      expect(budget.waitMs()).toBe(0);
      budget.spend();
      await clock.advance(1000);
    }
    expect(budget.waitMs()).toBe(minute - 5000);
    await clock.advance(minute - 5000);
    expect(budget.waitMs()).toBe(0);
    budget.spend();
    expect(budget.waitMs()).toBe(1000);
  });

  it('takes no notice of the wall clock', () => {
    const clock = new FakeClock();
    const budget = new WindowBudget(clock, { periodMs: minute, count: 1 });
    budget.spend();
    clock.setWall(clock.now() + 24 * 60 * minute);
    expect(budget.waitMs()).toBe(minute);
  });
});
