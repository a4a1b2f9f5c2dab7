import { beforeEach, describe, expect, it } from 'vitest';
import { listenToDesktop } from '../../../electron/app/listen-to-desktop.ts';
import { Services } from '../../../electron/app/services.ts';
import { adapters } from '../../../electron/integrations/registry.ts';
import { entryId, type MenuAction } from '../../../electron/tray/entries.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { FakeMachine } from '../../fakes/fake-machine.ts';
import { FakePorts } from '../../fakes/fake-ports.ts';

let clock: FakeClock;
let desk: FakePorts;
let services: Services;

beforeEach(() => {
  clock = new FakeClock();
  desk = new FakePorts(new FakeMachine(), clock, {});
  services = new Services(desk.ports, adapters);
  listenToDesktop(services);
});

const press = (act: MenuAction) => desk.press(entryId(act));
const goTo = () => services.store.get().goTo;

describe('what is pressed in the tray', () => {
  it('opens the window by the icon itself', () => {
    desk.pressIcon();
    expect(desk.windowOpen).toBe(true);
    expect(goTo()).toEqual({ counter: 1, view: 'chargers' });
  });

  it.each(['chargers', 'history', 'settings', 'add'] as const)('opens the window on %s', (view) => {
    press({ do: 'open', view });
    expect(desk.windowOpen).toBe(true);
    expect(goTo()).toEqual({ counter: 1, view });
  });

  it('opens the window on a charger', () => {
    press({ do: 'open', view: 'chargers', chargerId: 'a/1' });
    expect(goTo()).toEqual({ counter: 1, view: 'chargers', chargerId: 'a/1' });
  });

  it('has notifications rest until the morning, and says so no longer then', async () => {
    const labelled = () =>
      desk.trayView.menu.flatMap((entry) =>
        entry.kind === 'submenu' && entry.label.startsWith('Notifications') ? [entry.label] : [],
      );
    press({ do: 'quiet', quiet: 'tomorrow' });
    const { quiet } = services.preferences.get();
    expect(labelled()).toEqual([expect.stringMatching(/^Notifications: Off until .*0?7:00/)]);
    if (quiet.kind === 'until') await clock.advance(quiet.at - clock.now());
    expect(labelled()).toEqual(['Notifications: On']);
  });

  it('does nothing where the entry is none of ours', () => {
    desk.press('{"do":"explode"}');
    expect(goTo().counter).toBe(0);
    expect(desk.windowOpen).toBe(false);
  });
});
