import { describe, expect, it } from 'vitest';
import { KeepAwake } from '../../../electron/plans/keep-awake.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { FakeMains } from '../../fakes/fake-mains.ts';

const minute = 60_000;

function computer(isIn = true) {
  const clock = new FakeClock();
  const mains = new FakeMains();
  mains.isIn = isIn;
  return { clock, mains, awake: new KeepAwake({ clock, power: mains.port }) };
}

describe('the computer', () => {
  it('is kept awake during a block, and no longer', () => {
    const { awake, mains, clock } = computer();
    awake.want(false);
    awake.want(true);
    awake.want(true);
    awake.want(false);
    expect(mains.keptAwake).toEqual([true, false]);
    expect(clock.waiting).toBe(0);
  });

  it('may fall asleep on its battery', async () => {
    const { awake, mains, clock } = computer(false);
    awake.want(true);
    await clock.advance(10 * minute);
    expect(mains.keptAwake).toEqual([]);
  });

  it('is let go when its plug is pulled, and kept when it is back, once the system tells', () => {
    const { awake, mains } = computer();
    awake.want(true);
    mains.plug(false);
    mains.plug(true);
    expect(mains.keptAwake).toEqual([true, false, true]);
  });

  it('and within a minute where no system tells', async () => {
    const { awake, mains, clock } = computer();
    awake.want(true);
    mains.isIn = false;
    await clock.advance(minute);
    mains.isIn = true;
    await clock.advance(minute);
    expect(mains.keptAwake).toEqual([true, false, true]);
  });

  it('is not kept awake by a plug after the block', () => {
    const { awake, mains } = computer(false);
    awake.want(true);
    awake.want(false);
    mains.plug(true);
    expect(mains.keptAwake).toEqual([]);
  });
});
