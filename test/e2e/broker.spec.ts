import { expect, type Page } from '@playwright/test';
import { Hub } from '../simulators/broker/hub.ts';
import { Mosquitto } from '../simulators/broker/mosquitto.ts';
import { filesHolding } from './files-holding.ts';
import { garage, test } from './fixtures.ts';

const hour = 3_600_000;
const person = { username: 'charger', password: 'a made-up broker secret' } as const;

/** As the settings page does it. */
async function setBroker(page: Page, broker: Mosquitto): Promise<unknown> {
  const request = {
    wish: {
      address: { host: '127.0.0.1', port: broker.port, tls: false },
      user: person.username,
      topicPrefix: 'chargetray',
      discovery: 'homeassistant',
      commands: true,
    },
    password: person.password,
    untilQuit: false,
  };
  return page.evaluate(
    (given) => Reflect.get(window, 'chargetray').call('setBroker', given),
    request,
  );
}

test('a hub finds the charger, pauses it once, and hears when the app is gone', async ({
  computer,
}) => {
  const broker = await Mosquitto.start({ users: { [person.username]: person.password } });
  const hub = await Hub.at(broker, person);
  const { app, page, tray } = await computer.signedIn();
  expect(await setBroker(page, broker)).toEqual({ ok: true, value: { ok: true, value: null } });
  const isBridge = (end: string) =>
    hub.heard.some(
      ({ topic, payload }) => /^chargetray\/\w+\/status$/.test(topic) && payload === end,
    );
  await expect.poll(() => isBridge('online')).toBe(true);
  await page.close();

  const state = hub.topic(`${garage}/state`);
  computer.sim.charger(garage).plugIn({ wantsWh: 20_000, phases: 1 });
  computer.clock.advance(hour / 2);
  await expect.poll(() => hub.json(state)?.state).toBe('charging');
  const results = () => hub.all(state.replace(/state$/, 'result')).map((text) => JSON.parse(text));
  const writes = () => computer.sim.requests.filter(({ path }) => path.includes('remote-action'));
  await hub.say(state.replace(/state$/, 'set/charging'), 'OFF');
  await expect.poll(() => results().length).toBe(2);
  expect(results()).toEqual([
    { command: 'pause', result: 'sent' },
    { command: 'pause', result: 'confirmed' },
  ]);
  await tray.tooltipThat((words) => words.includes('Paused'));
  await expect.poll(() => hub.json(state)?.charging).toBe('OFF');
  expect(computer.sim.facts(garage).statusId).toBe(182);
  expect(writes()).toHaveLength(1);
  // Nobody at this computer has pressed it: its owner is told.
  await computer.notices.noticeThat(({ summary }) => summary === 'Charging stopped · Garage');
  expect(hub.faults()).toEqual([]);

  const secrets = (await computer.keyring.items('ChargeTray')).map(({ secret }) => secret);
  expect(secrets.join()).toContain(person.password);
  process.kill(app.pid, 'SIGKILL');
  await expect.poll(() => isBridge('offline')).toBe(true);
  expect((await filesHolding(computer.dataFolder, [person.password])).found).toEqual([]);

  const before = hub.heard.length;
  await computer.start();
  await expect
    .poll(() => hub.heard.slice(before).some(({ payload }) => payload === 'online'))
    .toBe(true);
  await expect.poll(() => hub.json(state)?.state).toBe('paused');
  await hub.close();
  await broker.close();
});
