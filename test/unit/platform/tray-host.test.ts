import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { theBus } from '../../../electron/platform/dbus/session-bus.ts';
import { patiently, watchTrayHost } from '../../../electron/platform/dbus/tray-host.ts';
import { Variant } from '../../../electron/platform/dbus/values.ts';
import { FakeBus } from '../../fakes/fake-bus.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';

describe('patience', () => {
  it('tells what is there at once and what is gone after a while, each once', async () => {
    const clock = new FakeClock();
    const told: string[] = [];
    const seen = patiently(clock, (presence) => told.push(presence));
    seen(false);
    await clock.advance(4000);
    seen(true);
    seen(true);
    await clock.advance(10_000);
    expect(told).toEqual(['shown']);
    seen(false);
    seen(false);
    await clock.advance(5000);
    seen(false);
    await clock.advance(5000);
    expect(told).toEqual(['shown', 'absent']);
    seen(true);
    expect(told).toEqual(['shown', 'absent', 'shown']);
    expect(clock.waiting).toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('the tray host', () => {
  let bus: FakeBus;
  /** What the watcher says; nothing while there is none. */
  let hosted: boolean | undefined;
  beforeEach(() => {
    bus = new FakeBus();
    hosted = undefined;
    bus.answer = () =>
      hosted === undefined ? 'refused' : { signature: 'v', body: [new Variant('b', hosted)] };
  });
  afterEach(() => bus.close());

  /** Says that the name of the watcher changed hands. */
  function changeHands(): void {
    const { path, interface: of } = theBus;
    bus.signal({ path, interface: of, member: 'NameOwnerChanged' });
  }

  function watch(environment = bus.environment) {
    const clock = new FakeClock();
    const places: boolean[] = [];
    const presences: string[] = [];
    const host = watchTrayHost({ platform: 'linux', environment, clock });
    host.onPlace((there) => places.push(there));
    host.onPresence((presence) => presences.push(presence));
    return { clock, places, presences };
  }

  it('is shown when somebody draws the icons', async () => {
    hosted = true;
    const { places, presences } = watch();
    await vi.waitFor(() => expect(places).toEqual([true]));
    expect(presences).toEqual(['shown']);
    expect(bus.rules).toHaveLength(3);
  });

  it.each([false, undefined])('is absent after a while when nobody does (%s)', async (there) => {
    hosted = there;
    const { clock, places, presences } = watch();
    await vi.waitFor(() => expect(places).toEqual([false]));
    expect(presences).toEqual([]);
    await clock.advance(5000);
    expect(presences).toEqual(['absent']);
  });

  it('comes and goes with its panel', async () => {
    const { places, presences } = watch();
    await vi.waitFor(() => expect(places).toEqual([false]));
    hosted = true;
    changeHands();
    await vi.waitFor(() => expect(places).toEqual([false, true]));
    hosted = undefined;
    changeHands();
    await vi.waitFor(() => expect(places).toEqual([false, true, false]));
    expect(presences).toEqual(['shown']);
  });

  it('is absent where there is no bus', async () => {
    const { clock, places, presences } = watch({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' });
    await vi.waitFor(() => expect(places).toEqual([false]));
    await clock.advance(5000);
    expect(presences).toEqual(['absent']);
  });

  it('is absent where the bus refuses us', async () => {
    bus.refuses = true;
    const { places } = watch();
    await vi.waitFor(() => expect(places).toEqual([false]));
  });

  it('survives the end of the bus', async () => {
    hosted = true;
    const { places } = watch();
    await vi.waitFor(() => expect(places).toEqual([true]));
    bus.hangUp();
    await vi.waitFor(() => expect(places).toEqual([true]));
  });

  it('is absent while it does not answer, and there when it does after all', async () => {
    let goOn = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    hosted = true;
    const { answer } = bus;
    bus.answer = async (call) => late.then(() => answer(call));
    const { clock, presences } = watch();
    await clock.advance(5000);
    expect(presences).toEqual(['absent']);
    goOn();
    await vi.waitFor(() => expect(presences).toEqual(['absent', 'shown']));
  });

  it.each(['darwin', 'win32'] as const)('is always there on %s', async (platform) => {
    const presences: string[] = [];
    const host = watchTrayHost({ platform, environment: {}, clock: new FakeClock() });
    host.onPresence((presence) => presences.push(presence));
    await vi.waitFor(() => expect(presences).toEqual(['shown']));
  });
});
