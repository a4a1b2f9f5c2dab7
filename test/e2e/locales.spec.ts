import { expect } from '@playwright/test';
import type { LocaleVariables } from '../desktop/folders.ts';
import { garage, test } from './fixtures.ts';

const minute = 60_000;

interface Region {
  readonly name: string;
  readonly locale: LocaleVariables;
  /** The power of a charge, and the time of a reading. */
  readonly power: RegExp;
  readonly time: RegExp;
}

const regions: readonly Region[] = [
  {
    name: 'Germany, with menus in English',
    locale: { LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8', LC_NUMERIC: 'de_DE.UTF-8' },
    power: /7,4\s*kW/,
    time: /\d\d:\d\d/,
  },
  {
    name: 'the United Kingdom',
    locale: { LANG: 'en_GB.UTF-8' },
    power: /7\.4\s*kW/,
    time: /\d\d:\d\d/,
  },
  {
    name: 'the United States',
    locale: { LANG: 'en_US.UTF-8' },
    power: /7\.4\s*kW/,
    time: /\d{1,2}:\d\d\s[AP]M/,
  },
];

for (const { name, locale, power, time } of regions) {
  test.describe(`in ${name}`, () => {
    test.use({ desktopOptions: { locale } });

    test(`tray and window write as is customary in ${name}`, async ({ computer }) => {
      const { page, tray } = await computer.signedIn();
      computer.sim.charger(garage).plugIn({ wantsWh: 20_000, phases: 1 });
      computer.clock.advance(minute);
      await tray.tooltipThat((words) => power.test(words));
      const refresh = (await tray.menu()).find(({ label }) => label.startsWith('Refresh now'));
      expect(refresh?.label).toMatch(new RegExp(`^Refresh now \\(${time.source}\\)$`));
      await expect(page.getByRole('main')).toContainText(power);
      const updated = page.getByText(new RegExp(`^Updated ${time.source}$`));
      await expect(updated.filter({ visible: true })).not.toHaveCount(0);
    });
  });
}
