import { expect, it, onTestFinished } from 'vitest';
import { minute, World } from './world.ts';

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1, energyPrice: 0.31 } as const;

const plain = (words: string | undefined) => words?.replaceAll(/[\u00a0\u202f]/g, ' ');

it.each([
  {
    systemLocale: 'de-DE',
    locales: { words: 'en-DE', numbers: 'de-DE-u-nu-latn', firstDay: 1 },
    power: '7,4 kW',
    told: /8,00 kWh in .*, about 2,48 €/,
  },
  {
    systemLocale: 'en-US',
    locales: { words: 'en-US', numbers: 'en-US-u-nu-latn', firstDay: 7 },
    power: '7.4 kW',
    told: /8\.00 kWh in .*, about €2\.48/,
  },
])('tray, notification and window are written as in $systemLocale', async (region) => {
  const world = await (await World.begin([garage])).signedIn();
  onTestFinished(() => world.end());
  world.machine.systemLocale = region.systemLocale;
  await world.restarted();
  expect(world.state.locales).toEqual(region.locales);
  world.sim.charger(garage.id).plugIn({ wantsWh: 8000, phases: 1 });
  await world.pass(20 * minute);
  expect(plain(world.desk.trayView.tooltip)).toContain(region.power);
  await world.pass(90 * minute);
  const ended = world.desk.notices.find(({ kind }) => kind === 'chargeEnded');
  expect(plain(ended?.body)).toMatch(region.told);
});
