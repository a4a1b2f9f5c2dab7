import { describe, expect, it } from 'vitest';
import { turns } from '../../fakes/fake-clock.ts';
import { Later } from '../../fakes/recorded-account.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { minute, type PushingBench, second } from './pushing-bench.ts';
import { charging } from './pushing-readings.ts';

/** An account that speaks by itself: how it begins, rests, fails and ends. */
export function accountContract(bench: () => PushingBench): void {
  const certainty = () => bench().charger.reading.certainty;
  const names = () => bench().state.chargers.map(({ listed }) => listed?.name);

  /** Everything that could come out. */
  const heard = () => {
    const { desk, machine, sentAt } = bench();
    const { lines, notices, trayViews } = desk;
    return {
      sent: sentAt.length,
      lines: [...lines],
      notices,
      trayViews,
      files: [...machine.files],
    };
  };

  /** Everything that it can say, after it was told to be quiet. */
  const saysEverything = async () => {
    const { end } = bench();
    const [own] = end.chargers;
    end.list(['CP-9']);
    end.list(end.chargers);
    end.say(own, anObservation('error'));
    end.fail(own, { kind: 'unreachable' });
    end.fail(undefined, { kind: 'unreachable' });
    end.report(own, [{ id: '9', listing: 'own', startedAt: 1, endedAt: 2, energyWh: 9000 }]);
    await bench().pass(2 * minute);
  };

  describe('needs no credentials', () => {
    it('and touches no keychain, whatever is done with it', async () => {
      const { handlers } = bench().app;
      const { id: accountId } = bench().account;
      await bench().say(charging(0));
      handlers.setKeepSignedIn({ accountId, keep: false });
      handlers.setKeepSignedIn({ accountId, keep: true });
      handlers.tryKeychain(undefined);
      await bench().restarted();
      const { fields } = bench().end;
      const form = { fields, keepSignedIn: true, untilQuit: false };
      await bench().app.handlers.signInAgain({ accountId, ...form });
      await bench().app.handlers.signOut({ accountId });
      await bench().app.handlers.signInAgain({ accountId, ...form });
      await bench().pass(second);
      expect(bench().account).toMatchObject({ signIn: 'signedIn', secrets: 'none' });
      await bench().app.handlers.forgetAccount({ accountId });
      expect(bench().state.accounts).toEqual([]);
      expect(bench().machine.keychainCalls).toEqual([]);
      expect(bench().state.keychain).toBe('unknown');
      expect(bench().desk.told).toEqual([]);
    });

    it('and is there again after a start', async () => {
      await bench().restarted();
      expect(bench().account).toMatchObject({ signIn: 'signedIn', secrets: 'none' });
      await bench().say(charging(0));
      expect(certainty()).toBe('current');
    });
  });

  it('cannot be hurried, and nobody minds', async () => {
    await bench().say(charging(0));
    bench().app.handlers.refresh(undefined);
    bench().desk.setWindow(true);
    bench().desk.setWindow(false);
    await bench().pass(second);
    expect(certainty()).toBe('current');
  });

  it('is believed after a sleep only once it speaks again', async () => {
    await bench().say(charging(0));
    bench().desk.sleep();
    await bench().say(charging(second));
    bench().desk.wake();
    await bench().pass(second);
    expect(certainty()).toBe('outdated');
    expect(bench().desk.trayView.icon).toEqual({ name: 'charging', outdated: true });
    await bench().say(charging(2 * second));
    expect(certainty()).toBe('current');
    expect(bench().desk.trayView.icon).toEqual({ name: 'charging', outdated: false });
    expect(bench().desk.told).toEqual([]);
  });

  it('shows what is wrong with all of it, until it lists its chargers again', async () => {
    await bench().say(charging(0));
    const taken = { kind: 'unreachable', why: 'connectionRefused' } as const;
    bench().end.fail(undefined, taken);
    await bench().pass(second);
    expect(bench().account.trouble).toEqual(taken);
    expect(bench().charger.reading).toMatchObject({ certainty: 'outdated', because: taken });
    bench().end.list(bench().end.chargers);
    await bench().say(charging(second));
    await bench().pass(second);
    expect(bench().account.trouble).toBeUndefined();
    expect(certainty()).toBe('current');
  });

  it('is not shown more often for saying over and over what is wrong', async () => {
    const before = bench().sentAt.length;
    for (let times = 0; times < 100; times += 1) {
      bench().end.fail(undefined, { kind: 'unreachable' });
      bench().end.list(bench().end.chargers);
      await bench().pass(10);
    }
    expect(bench().sentAt.length - before).toBeLessThanOrEqual(11);
  });

  describe('changes its list', () => {
    it('and shows who is there', async () => {
      const [garage, yard] = bench().end.chargers;
      expect(names()).toEqual(['Garage', 'Yard']);
      bench().end.list([yard]);
      await bench().pass(second);
      expect(names()).toEqual(['Yard']);
      bench().end.list([yard, garage]);
      await bench().pass(second);
      expect(names()).toEqual(['Garage', 'Yard']);
      bench().end.list([]);
      await bench().pass(second);
      expect(bench().account.empty).toBe(true);
    });

    it('and is not heard on who is not', async () => {
      const [garage, yard] = bench().end.chargers;
      await bench().say(charging(0));
      bench().end.list([yard]);
      await bench().say(anObservation('error'));
      bench().end.say('CP-9', anObservation('error'));
      bench().end.fail(garage, { kind: 'unreachable' });
      await bench().pass(second);
      expect(bench().desk.told).toEqual([]);
      bench().end.list([yard, garage]);
      await bench().pass(second);
      expect(bench().charger.reading).toMatchObject({
        observation: { status: { state: 'charging' } },
      });
    });
  });

  describe('is heard no more', () => {
    it('once the app has ended, whatever it says', async () => {
      await bench().say(charging(0));
      await bench().app.stop();
      expect(bench().end.listening()).toBe(0);
      const before = heard();
      await saysEverything();
      expect(heard()).toEqual(before);
    });

    it('once its owner has signed out, not even that it ends', async () => {
      await bench().say(charging(0));
      await bench().app.handlers.signOut({ accountId: bench().account.id });
      await bench().pass(second);
      expect(bench().account.trouble).toBeUndefined();
      expect(bench().end.listening()).toBe(0);
      const before = bench().state;
      await saysEverything();
      expect(bench().state.chargers).toEqual(before.chargers);
      expect(bench().state.accounts).toEqual(before.accounts);
      expect(await bench().sessions()).toHaveLength(1);
      expect(bench().desk.told).toEqual([]);
    });

    it('and has ended before the app has', async () => {
      const ended = new Later<void>();
      bench().end.stopsAfter(ended.promise);
      let hasStopped = false;
      const stopped = bench()
        .app.stop()
        .then(() => {
          hasStopped = true;
        });
      await turns();
      expect(hasStopped).toBe(false);
      ended.resolve();
      await stopped;
      expect(bench().end.listening()).toBe(0);
    });
  });

  describe('gives its place to the next', () => {
    const again = () => {
      const { fields } = bench().end;
      const { id: accountId } = bench().account;
      const form = { fields, keepSignedIn: true, untilQuit: false };
      return bench().app.handlers.signInAgain({ accountId, ...form });
    };

    it('when it has ended: two cannot listen at one port', async () => {
      const ended = new Later<void>();
      bench().end.stopsAfter(ended.promise);
      await again();
      await bench().say(charging(0));
      expect(certainty()).toBe('never');
      expect(bench().end.listening()).toBe(1);
      ended.resolve();
      await bench().pass(0);
      expect(bench().end.listening()).toBe(1);
      await bench().say(charging(0));
      expect(certainty()).toBe('current');
    });

    it('although it does not end', async () => {
      bench().end.stopsAfter(new Promise(() => undefined));
      await again();
      await bench().pass(10 * second);
      await bench().say(charging(0));
      expect(certainty()).toBe('current');
    });
  });
}
