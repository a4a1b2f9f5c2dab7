import { expect, it } from 'vitest';
import { begun, garage } from './mqtt-world.ts';

const carport = { id: 700_124, name: 'Carport', limitA: 16, phases: 1 } as const;

/** What a device has by its config now, without what is taken back by it. */
function keys(config: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  const components = (config?.components ?? {}) as Readonly<Record<string, object>>;
  return Object.keys(components).filter((key) => Object.keys(components[key] ?? {}).length > 1);
}

it('two brands are announced as Home Assistant wants it', async () => {
  const { hub, online, set } = await begun({ station: true });
  expect(await set({ commands: true })).toEqual({ ok: true, value: null });
  await online();
  expect(hub.faults()).toEqual([]);
  expect(keys(hub.json(hub.topic('700123/config')))).toEqual(
    expect.arrayContaining(['state', 'power', 'session_energy', 'plugged_in', 'fault']),
  );
  expect(keys(hub.json(hub.topic('700123/config')))).toEqual(
    expect.arrayContaining(['lock', 'limit', 'charging', 'schedule', 'model', 'as_of']),
  );
  const station = keys(hub.json(hub.topic('SWA12ABC/config')));
  for (const key of ['lock', 'limit', 'charging', 'schedule', 'locked', 'plan']) {
    expect(station).not.toContain(key);
  }
  expect(hub.json(hub.topic('SWA12ABC/state'))).toMatchObject({ state: 'available', power: null });
});

it('nothing can be set as long as its owner does not want that', async () => {
  const { hub, online, set, world } = await begun();
  await set();
  await online();
  const config = hub.topic('700123/config');
  expect(keys(hub.json(config))).toEqual(expect.arrayContaining(['locked', 'set_limit']));
  expect(JSON.stringify(hub.json(config))).not.toContain('command_topic');
  await set({ commands: true });
  await hub.hears(() => keys(hub.json(config)).includes('lock'));
  expect(keys(hub.json(config))).not.toContain('locked');
  await set();
  await hub.hears(() => keys(hub.json(config)).includes('locked'));
  expect(keys(hub.json(config))).not.toContain('lock');
  expect(hub.faults()).toEqual([]);
  expect(world.state.settings.broker?.commands).toBe(false);
});

it('a hub that starts anew is told all of it, after a moment', async () => {
  const { hub, online, passing, set } = await begun();
  await set();
  await online();
  const before = hub.heard.length;
  await hub.say('homeassistant/status', 'online');
  await hub.hears(() => hub.heard.length === before + 1);
  const [config, state] = [hub.topic('700123/config'), hub.topic('700123/state')];
  const anew = () => hub.heard.slice(before + 1).map(({ topic }) => topic);
  await passing(() => anew().length >= 6);
  expect(anew().slice(0, 6)).toEqual([
    `homeassistant/device/${hub.topic('/config').split('/')[2]}/config`,
    hub.topic('/state'),
    config,
    state,
    hub.topic('/availability'),
    hub.topic('/status'),
  ]);
  expect(hub.faults()).toEqual([]);
});

it('a charger that its owner hides or renames is told so', async () => {
  const { hub, online, set, world } = await begun({ chargers: [garage, carport] });
  await set();
  await online();
  const gone = world.state.chargers.find(({ id }) => id.endsWith('700124'))?.id ?? '';
  const topics = ['config', 'state', 'availability'].map((end) => hub.topic(`700124/${end}`));
  const { chargers } = world.state.settings;
  await world.app.handlers.changeSettings({ chargers: { ...chargers, hidden: [gone] } });
  await hub.hears(() => topics.every((topic) => hub.last(topic) === undefined));
  const [left] = world.state.chargers;
  await world.app.handlers.changeSettings({
    chargers: { ...chargers, hidden: [], names: { [left?.id ?? '']: 'By the gate' } },
  });
  await hub.hears(() => topics.every((topic) => hub.last(topic) !== undefined));
  const renamed = hub.topic('700123/config');
  await hub.hears(() => JSON.stringify(hub.json(renamed)).includes('By the gate'));
  expect(hub.faults()).toEqual([]);
});

it('a charger that went while nobody was there is taken back', async () => {
  const { hub, online, set } = await begun();
  await set();
  await online();
  const base = hub.topic('/status').replace(/\/status$/, '');
  const config = hub.topic('700123/config').replace('700123', '9');
  const name = hub.topic('700123/state').split('/').at(-2)?.replace('700123', '9');
  await hub.say(
    config,
    '{"device":{"identifiers":["old"]},"origin":{"name":"x"},"components":{}}',
    true,
  );
  await hub.say(`${base}/${name}/state`, '{}', true);
  await hub.say(`${base}/${name}/availability`, 'online', true);
  await hub.hears(() => hub.last(config) === undefined);
  await hub.hears(() => hub.last(`${base}/${name}/availability`) === undefined);
  expect(hub.last(`${base}/${name}/state`)).toBeUndefined();
});

it('without discovery nothing stays announced, and all is still told', async () => {
  const { hub, online, set } = await begun();
  await set();
  await online();
  const configs = hub.heard.filter(({ topic }) => topic.endsWith('/config'));
  await set({ discovery: null });
  await hub.hears(() => configs.every(({ topic }) => hub.last(topic) === undefined));
  await hub.hears(() => hub.last(hub.topic('/status')) === 'online');
  expect(hub.json(hub.topic('700123/state'))).toMatchObject({ state: 'available' });
});

it('forgotten by its owner, nothing of it is left at the broker', async () => {
  const { hub, online, set, world } = await begun();
  await set();
  await online();
  await world.app.handlers.forgetBroker(undefined);
  await hub.hears(() => hub.heard.every(({ topic }) => hub.last(topic) === undefined));
  expect(world.state.broker).toBeUndefined();
  expect(world.state.settings.broker).toBeNull();
});

it('names follow the language, and ids do not', async () => {
  const { hub, online, set, world } = await begun();
  await set();
  await online();
  const config = hub.topic('700123/config');
  const ids = (text: string | undefined) => text?.match(/"(unique|default_entity)_id":"[^"]*"/g);
  const before = hub.last(config);
  await world.app.handlers.changeSettings({ language: 'de' });
  await hub.hears(() => hub.last(config)?.includes('Leistung') === true);
  expect(ids(hub.last(config))).toEqual(ids(before));
});

it('two hundred chargers are told, each once', async () => {
  const chargers = Array.from({ length: 200 }, (_, at) => ({
    id: 700_200 + at,
    name: `Bay ${at}`,
    limitA: 16,
    phases: 1 as const,
  }));
  const { hub, online, set } = await begun({ chargers });
  await set({ commands: true });
  await online();
  const states = hub.heard.filter(({ topic }) => /_7\d{5}\/state$/.test(topic));
  expect(new Set(states.map(({ topic }) => topic)).size).toBe(200);
  expect(states).toHaveLength(200);
  expect(hub.faults()).toEqual([]);
});
