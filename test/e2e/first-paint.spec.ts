import { expect } from '@playwright/test';
import { trayItemOf } from '../desktop/tray-item.ts';
import { test } from './fixtures.ts';

interface Watched {
  made: string[];
  paintedAfter?: string[];
}

test('what the window paints first needs none of the language’s own tables', async ({
  computer,
}) => {
  const { app, page, tray } = await computer.signedIn();
  computer.sim.charger(700_123).plugIn({ wantsWh: 20_000, phases: 1 });
  computer.clock.advance(3_600_000);
  await tray.tooltipThat((words) => words.includes('Charging'));
  await page.close();
  await app.electron.context().addInitScript(() => {
    const made: string[] = [];
    (globalThis as { watched?: Watched }).watched = { made };
    const intl = Intl as unknown as Record<string, new (...args: unknown[]) => object>;
    for (const name of [
      'NumberFormat',
      'DateTimeFormat',
      'ListFormat',
      'PluralRules',
      'Segmenter',
    ]) {
      intl[name] = new Proxy(intl[name] as new (...args: unknown[]) => object, {
        construct(target, args, self) {
          made.push(`${name} ${JSON.stringify(args)} ${new Error().stack}`);
          return Reflect.construct(target, args, self);
        },
      });
    }
    new PerformanceObserver(() => {
      (globalThis as { watched?: Watched }).watched = { made, paintedAfter: [...made] };
    }).observe({ type: 'paint', buffered: true });
  });
  const next = app.electron.waitForEvent('window');
  await (await trayItemOf(computer.desktop, app.pid)).press(['Open ChargeTray']);
  const again = await next;
  await again.getByRole('term').filter({ hasText: 'Energy' }).waitFor();
  const painted = () =>
    again.evaluate(() => (globalThis as { watched?: Watched }).watched?.paintedAfter);
  await expect.poll(painted).toEqual([]);
});
