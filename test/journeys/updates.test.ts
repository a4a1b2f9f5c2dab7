import { describe, expect, it, onTestFinished } from 'vitest';
import type { UpdateStep, UpdateView } from '../../shared/domain/app/update.ts';
import { turns } from '../fakes/fake-clock.ts';
import { startUpdateSimulator, type UpdateSimulator } from '../simulators/updates/simulator.ts';
import { garage, Night } from './plan-night.ts';
import { hour, minute, World } from './world.ts';

const day = 24 * hour;
const file = Buffer.from('the new app');
/** A copy of this version runs. */
const ours = '0.0.0';
const newer = { version: '0.2.0', file, notes: 'Quieter.' };

/** A computer with a copy of the app that can become a newer one, and releases. */
class Offered {
  constructor(
    readonly world: World,
    readonly releases: UpdateSimulator,
  ) {}

  static async begin(world?: World): Promise<Offered> {
    const releases = await startUpdateSimulator();
    releases.publish(newer);
    const mine = world ?? (await World.begin([garage]));
    const { updater } = mine.machine;
    updater.way = 'itself';
    updater.from = { url: releases.url, key: releases.publicKey };
    onTestFinished(async () => {
      if (!world) await mine.end();
      await releases.close();
    });
    if (world) await world.restarted();
    else await mine.signedIn();
    return new Offered(mine, releases);
  }

  get updater() {
    return this.world.machine.updater;
  }

  get view(): UpdateView {
    const { update } = this.world.state;
    if (!update) throw new Error('Nothing is offered');
    return update;
  }

  get phase(): string {
    return this.view.progress.phase;
  }

  /** How often somebody asked which the last release is. */
  get asked(): number {
    return this.releases.requests.filter(({ path }) => /latest\/.*\.yml$/.test(path)).length;
  }

  async choose(updates: boolean): Promise<void> {
    await this.world.app.handlers.changeSettings({ updates });
    await this.world.settle();
  }

  async step(...steps: readonly UpdateStep[]): Promise<void> {
    for (const step of steps) {
      await this.world.app.handlers.update({ step });
      await this.world.settle();
      await turns(5);
    }
  }

  /** The computer sleeps so long. */
  async sleeps(ms: number): Promise<void> {
    this.world.desk.sleep();
    this.world.clock.sleep(ms);
    this.world.desk.wake();
    await this.world.settle();
  }
}

describe('the question whether to look for newer versions', () => {
  it('comes after a week of use, and never again once it is answered', async () => {
    const offered = await Offered.begin();
    expect(offered.view).toEqual({ way: 'itself', progress: { phase: 'idle' } });
    await offered.sleeps(6 * day);
    await offered.world.restarted();
    expect(offered.view.asks).toBeUndefined();
    await offered.sleeps(day);
    expect(offered.view.asks).toBe(true);
    await offered.choose(false);
    expect(offered.view.asks).toBeUndefined();
    await offered.world.restarted();
    expect(offered.view.asks).toBeUndefined();
    expect(offered.releases.requests).toEqual([]);
  });

  it('does not come later for a clock that once was wrong', async () => {
    const offered = await Offered.begin();
    await offered.sleeps(400 * day);
    await offered.world.pass(2 * minute);
    offered.world.clockOff(-400 * day);
    await offered.world.restarted();
    await offered.sleeps(7 * day);
    expect(offered.view.asks).toBe(true);
  });

  it('does not come where this copy is never offered any', async () => {
    const world = await (await World.begin([garage])).signedIn();
    onTestFinished(() => world.end());
    expect(world.state.update).toBeUndefined();
    await world.app.handlers.update({ step: 'check' });
    await world.settle();
    expect(world.machine.updater.fetched).toEqual([]);
  });
});

describe('newer versions are looked for', () => {
  it('by nobody before its owner wants that', async () => {
    const offered = await Offered.begin();
    await offered.world.pass(20 * minute);
    await offered.choose(false);
    await offered.sleeps(2 * day);
    await offered.world.pass(7 * hour);
    expect(offered.releases.requests).toEqual([]);
  });

  it('some minutes after the wish for it and some hours after a wake, once a day', async () => {
    const offered = await Offered.begin();
    await offered.choose(true);
    await offered.world.pass(4 * minute);
    expect(offered.asked).toBe(0);
    await offered.world.pass(12 * minute);
    expect(offered.asked).toBe(1);
    expect(offered.phase).toBe('found');
    expect(offered.world.desk.notices).toEqual([]);
    await offered.world.restarted();
    await offered.world.pass(20 * minute);
    expect(offered.asked).toBe(1);
    await offered.sleeps(27 * hour);
    await offered.world.pass(4 * minute);
    expect(offered.asked).toBe(1);
    await offered.world.pass(7 * hour);
    expect(offered.asked).toBe(2);
    await offered.choose(false);
    await offered.sleeps(2 * day);
    await offered.world.pass(7 * hour);
    expect(offered.asked).toBe(2);
  });

  it('not sooner when that fails, and nobody is told', async () => {
    const offered = await Offered.begin();
    offered.releases.spoil('unsigned');
    await offered.choose(true);
    await offered.world.pass(20 * minute);
    expect(offered.view.progress).toMatchObject({ phase: 'failed', why: 'notSigned' });
    await offered.world.pass(2 * hour);
    expect(offered.asked).toBe(1);
    expect(offered.world.desk.notices).toEqual([]);
    offered.releases.spoil(undefined);
    await offered.world.pass(26 * hour);
    expect(offered.asked).toBe(2);
    expect(offered.phase).toBe('found');
  });

  it('once by who presses the button, and nothing follows from that', async () => {
    const offered = await Offered.begin();
    await offered.step('check');
    const bytes = file.byteLength;
    const found = { phase: 'found', newer: { version: '0.2.0', notes: 'Quieter.', bytes } };
    expect(offered.view.progress).toEqual(found);
    await offered.sleeps(2 * day);
    await offered.world.pass(7 * hour);
    expect(offered.asked).toBe(1);
    expect(offered.updater.fetched).toEqual([]);
  });

  it.each([ours, '0.3.0-beta.1'])('and %s is none', async (version) => {
    const offered = await Offered.begin();
    offered.releases.publish({ version, file });
    await offered.step('check');
    expect(offered.view.progress).toEqual({
      phase: 'idle',
      checkedAt: expect.any(Number),
    });
    expect(offered.updater.discarded).toBe(1);
  });

  it('and only told where the system brings them', async () => {
    const offered = await Offered.begin();
    offered.updater.way = 'byHand';
    await offered.world.restarted();
    await offered.step('check', 'download', 'install');
    expect(offered.view).toMatchObject({ way: 'byHand', progress: { phase: 'found' } });
    expect(offered.updater.fetched).toEqual([]);
  });
});

describe('a download', () => {
  it('shows how far it is, and can be given up and begun again', async () => {
    const offered = await Offered.begin();
    offered.updater.stopsAt = 0.5;
    await offered.step('check', 'download');
    await offered.world.pass(1000);
    expect(offered.view.progress).toMatchObject({ phase: 'downloading', share: 0.5 });
    await offered.step('check', 'install', 'download');
    expect(offered.updater.fetched).toHaveLength(1);
    await offered.step('cancel');
    expect(offered.phase).toBe('found');
    await offered.step('download');
    offered.updater.goOn();
    await offered.world.settle();
    expect(offered.phase).toBe('ready');
    expect(offered.updater.installed).toEqual([]);
  });

  it('goes when its owner does not want newer versions any more', async () => {
    const offered = await Offered.begin();
    await offered.choose(true);
    await offered.step('check', 'download');
    expect(offered.phase).toBe('ready');
    await offered.choose(false);
    expect(offered.phase).toBe('idle');
    expect(offered.updater.discarded).toBe(1);
  });

  it.each(['damaged', 'diskFull', 'notWritable', 'unreachable'] as const)(
    'that fails says why, and can be tried again: %s',
    async (why) => {
      const offered = await Offered.begin();
      offered.updater.downloadFails = why;
      await offered.step('check', 'download');
      const failed = { phase: 'failed', why, newer: { version: '0.2.0' } };
      expect(offered.view.progress).toMatchObject(failed);
      offered.updater.downloadFails = undefined;
      await offered.step('download');
      expect(offered.phase).toBe('ready');
    },
  );
});

describe('a newer version begins', () => {
  it.each([true, false])('with the window as it was: open is %s', async (isOpen) => {
    const offered = await Offered.begin();
    await offered.step('check', 'download');
    offered.world.desk.setWindow(isOpen);
    await offered.step('install');
    expect(offered.updater.installed).toEqual([{ version: '0.2.0', hidden: !isOpen }]);
  });

  it('not while a command is under way, and by itself after that', async () => {
    const offered = await Offered.begin();
    const { world } = offered;
    await offered.step('check', 'download');
    const chargerId = world.state.chargers[0]?.id ?? '';
    await world.app.handlers.execute({ chargerId, command: { kind: 'lock' } });
    await offered.step('install');
    expect(offered.view.progress).toMatchObject({ phase: 'installing', waits: 'command' });
    await offered.step('cancel');
    expect(offered.phase).toBe('ready');
    await offered.step('install');
    expect(offered.updater.installed).toEqual([]);
    await world.pass(2 * minute);
    expect(world.state.chargers[0]?.command?.phase).toBe('confirmed');
    expect(offered.updater.installed).toHaveLength(1);
  });

  it('not while a plan is about to act or has just done so', async () => {
    const night = await Night.begin();
    const offered = await Offered.begin(night.world);
    await night.want();
    night.plugIn();
    await night.world.pass(10 * minute);
    await offered.step('check', 'download');
    const [first] = night.view().blocks;
    const from = first?.from ?? 0;
    await night.until(from - 4 * minute);
    await offered.step('install');
    expect(offered.view.progress).toMatchObject({ phase: 'installing', waits: 'plan' });
    await night.until(from + 4 * minute);
    expect(offered.updater.installed).toEqual([]);
    await night.world.pass(2 * minute);
    expect(offered.updater.installed).toHaveLength(1);
  });

  it('or says why it cannot', async () => {
    const offered = await Offered.begin();
    offered.updater.installFails = 'notWritable';
    await offered.step('check', 'download', 'install');
    const failed = { phase: 'failed', why: 'notWritable', newer: { version: '0.2.0' } };
    expect(offered.view.progress).toMatchObject(failed);
  });
});

describe('a version that was put off', () => {
  it('is left alone over restarts, until a newer one comes', async () => {
    const offered = await Offered.begin();
    await offered.choose(true);
    await offered.world.pass(20 * minute);
    await offered.step('postpone');
    expect(offered.view).toMatchObject({ postponed: true, progress: { phase: 'found' } });
    await offered.world.restarted();
    await offered.sleeps(27 * hour);
    await offered.world.pass(7 * hour);
    expect(offered.view).toMatchObject({ postponed: true, progress: { phase: 'found' } });
    offered.releases.publish({ version: '0.3.0', file });
    await offered.sleeps(27 * hour);
    await offered.world.pass(7 * hour);
    expect(offered.view.progress).toMatchObject({ newer: { version: '0.3.0' } });
    expect(offered.view.postponed).toBeUndefined();
  });

  it('is spoken of again a week later, or when its owner asks', async () => {
    const offered = await Offered.begin();
    await offered.step('check', 'postpone');
    expect(offered.view.postponed).toBe(true);
    await offered.step('check');
    expect(offered.view.postponed).toBeUndefined();
    await offered.step('postpone');
    await offered.sleeps(8 * day);
    expect(offered.view.postponed).toBeUndefined();
  });
});

it('what is under way ends with the app', async () => {
  const offered = await Offered.begin();
  offered.updater.stopsAt = 0.5;
  await offered.choose(true);
  await offered.step('check', 'download');
  const { asked } = offered;
  // It waits for what is under way, which would not end by itself.
  await offered.world.app.stop();
  await offered.sleeps(2 * day);
  await offered.world.pass(20 * minute);
  expect(offered.asked).toBe(asked);
});
