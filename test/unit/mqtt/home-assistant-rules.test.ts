import { expect, it } from 'vitest';
import { brokenRules, type Told } from '../../simulators/broker/home-assistant-rules.ts';

const topic = 'homeassistant/device/garage-1/config';
const power = {
  ...{ platform: 'sensor', unique_id: 'g1_power', default_entity_id: 'sensor.garage_power' },
  ...{ device_class: 'power', unit_of_measurement: 'W', state_class: 'measurement' },
  value_template: '{{ value_json.power }}',
};
const good = {
  device: { identifiers: ['g1'] },
  origin: { name: 'x' },
  availability: [{ topic: 'x/status' }],
  availability_mode: 'all',
  state_topic: 'x/state',
  components: { power },
};
const config = (more: object = {}): Told => ({
  topic,
  payload: JSON.stringify({ ...good, ...more }),
  retain: true,
});
const component = (more: object): Told => config({ components: { power: { ...power, ...more } } });
const state = (value: object): Told => ({
  topic: 'x/state',
  payload: JSON.stringify(value),
  retain: true,
});
const limit = {
  ...{ platform: 'number', unique_id: 'g1_limit', default_entity_id: 'number.garage_limit' },
  ...{ min: 6, max: 16, step: 1, command_topic: 'x/set', value_template: '{{ value_json.limit }}' },
};
const lock = { platform: 'lock', unique_id: 'g1_l', default_entity_id: 'lock.garage' };

it.each([
  { what: 'a device', told: [config()] },
  { what: 'a value', told: [config(), state({ power: 7200 })] },
  { what: 'that nobody knows', told: [config(), state({ power: null })] },
  { what: 'a device that goes', told: [config(), { topic, payload: '', retain: true }] },
  {
    what: 'an entity that is taken back',
    told: [
      config(),
      config({ components: { power: { platform: 'sensor' } } }),
      config({ components: {} }),
    ],
  },
])('Home Assistant takes $what', ({ told }) => {
  expect(brokenRules(told)).toEqual([]);
});

it.each([
  { what: 'not retained', told: [{ ...config(), retain: false }] },
  { what: 'no JSON', told: [{ ...config(), payload: 'x' }] },
  {
    what: 'an id with a slash',
    told: [{ ...config(), topic: '/homeassistant/device/a b/config' }],
  },
  { what: 'no identifiers', told: [config({ device: { name: 'Garage' } })] },
  { what: 'no origin', told: [config({ origin: {} })] },
  { what: 'a name of older versions', told: [component({ object_id: 'garage' })] },
  { what: 'no unique id', told: [component({ unique_id: undefined })] },
  { what: 'an entity of another platform', told: [component({ default_entity_id: 'lock.x' })] },
  { what: 'a unit that does not fit', told: [component({ unit_of_measurement: 'kWh' })] },
  {
    what: 'energy as a measurement',
    told: [component({ device_class: 'energy', unit_of_measurement: 'kWh' })],
  },
  { what: 'an enum without options', told: [component({ device_class: 'enum' })] },
  { what: 'an unknown class', told: [component({ device_class: 'sunshine' })] },
  { what: 'a lock that nobody can turn', told: [config({ components: { lock } })] },
  { what: 'two entities with one id', told: [config({ components: { power, other: power } })] },
  { what: 'an entity that vanishes', told: [config(), config({ components: {} })] },
  { what: 'a root of its own', told: [config({ icon: 'mdi:car' })] },
  { what: 'words for a number', told: [config(), state({ power: 'much' })] },
  { what: 'nothing for a value', told: [config(), state({})] },
  { what: 'a value out of range', told: [config({ components: { limit } }), state({ limit: 0 })] },
])('Home Assistant does not take $what', ({ told }) => {
  expect(brokenRules(told)).not.toEqual([]);
});
