/** One message as a hub hears it. */
export interface Told {
  readonly topic: string;
  readonly payload: string;
  readonly retain: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const idForm = /^[a-zA-Z0-9_-]+$/;
const entityIdForm = /^(sensor|binary_sensor|lock|number|switch|button)\.[a-z0-9]+(_[a-z0-9]+)*$/;
const platforms = new Set(['sensor', 'binary_sensor', 'lock', 'number', 'switch', 'button']);
const commanded = new Set(['lock', 'number', 'switch', 'button']);
/** Of a device, what may stand at its root and holds for all its components. */
const rootKeys = new Set([
  ...['device', 'origin', 'components', 'availability', 'availability_mode'],
  ...['state_topic', 'command_topic', 'qos', 'encoding'],
]);
/** Units by the class of a sensor or number. */
const unitsOf: Readonly<Record<string, readonly string[]>> = {
  power: ['W', 'kW'],
  energy: ['Wh', 'kWh', 'MWh'],
  current: ['A', 'mA'],
};
const binaryClasses = new Set(['plug', 'problem', 'lock', 'connectivity']);
const sensorClasses = new Set(['enum', 'power', 'energy', 'current', 'timestamp']);
const none = 'None';

/**
 * What of these messages Home Assistant would refuse, ignore, or take for something that it is not, by its
 * rules for devices that announce themselves. Knows nothing of the app.
 */
export function brokenRules(heard: readonly Told[]): readonly string[] {
  const faults: string[] = [];
  const say = (topic: string, what: string) => void faults.push(`${topic}: ${what}`);
  const configs = new Map<string, Json>();
  for (const told of heard) {
    if (told.topic.startsWith('/')) say(told.topic, 'begins with a slash');
    const [, id] = /\/device\/([^/]*)\/config$/.exec(told.topic) ?? [];
    if (id === undefined) {
      if (told.payload !== '') checkValues(configs, told, (what) => say(told.topic, what));
      continue;
    }
    if (!told.retain) say(told.topic, 'is not retained: gone after a restart of the hub');
    if (!idForm.test(id)) say(told.topic, 'has an id of other characters');
    const config = object(told.payload);
    // Empty: the device is taken back.
    if (told.payload === '') configs.delete(told.topic);
    else if (config) {
      checkDevice(config, (what) => say(told.topic, what));
      checkTakenBack(configs.get(told.topic), config, (what) => say(told.topic, what));
      configs.set(told.topic, config);
    } else say(told.topic, 'is no JSON object');
  }
  checkIds(configs, say);
  return faults;
}

type Say = (what: string) => void;

function checkDevice(config: Json, say: Say): void {
  const { device, origin, components } = config;
  for (const key of Object.keys(config)) if (!rootKeys.has(key)) say(`${key} at its root`);
  if (!isObject(device) || !(isFilled(device.identifiers) || isFilled(device.connections)))
    say('a device without identifiers');
  if (!isObject(origin) || typeof origin.name !== 'string') say('no name of its origin');
  if (!isObject(components)) say('no components');
  checkAvailability(config, say);
  for (const [key, component] of Object.entries(isObject(components) ? components : {})) {
    if (!isObject(component)) say(`${key} is no object`);
    else checkComponent({ ...component, key }, config, (what) => say(`${key}: ${what}`));
  }
}

function checkComponent({ key: _key, ...component }: Json, config: Json, say: Say): void {
  const { platform } = component;
  if (typeof platform !== 'string' || !platforms.has(platform)) {
    say('an unknown platform');
    return;
  }
  // Named by its platform alone it is taken back.
  if (Object.keys(component).length === 1) return;
  if (typeof component.unique_id !== 'string') say('no unique_id');
  if ('object_id' in component) say('object_id, which is gone since 2026.4');
  const entity = component.default_entity_id;
  if (typeof entity !== 'string' || !entityIdForm.test(entity)) say(`default_entity_id ${entity}`);
  else if (!entity.startsWith(`${platform}.`)) say('default_entity_id of another platform');
  const state = component.state_topic ?? config.state_topic;
  if (platform !== 'button' && typeof state !== 'string') say('no state_topic');
  if (
    commanded.has(platform) &&
    typeof (component.command_topic ?? config.command_topic) !== 'string'
  )
    say('no command_topic');
  for (const topic of [component.command_topic, component.state_topic]) {
    if (typeof topic === 'string' && /[#+]|^\/|\/$/.test(topic)) say(`the topic ${topic}`);
  }
  checkAvailability(component, say);
  checkClass(platform, component, say);
}

function checkClass(platform: string, component: Json, say: Say): void {
  const { device_class: kind, options, state_class, unit_of_measurement: unit } = component;
  if (platform === 'binary_sensor' && !binaryClasses.has(String(kind))) say(`class ${kind}`);
  if (platform === 'sensor' && kind !== undefined && !sensorClasses.has(String(kind)))
    say(`class ${kind}`);
  if (kind === 'enum') {
    if (!isFilled(options)) say('an enum without options');
    if (state_class !== undefined || unit !== undefined)
      say('an enum with a unit or a state class');
  } else if (options !== undefined) say('options without being an enum');
  const units = unitsOf[String(kind)];
  if (units && !units.includes(String(unit))) say(`${kind} in ${unit}`);
  if (kind === 'energy' && state_class === 'measurement')
    say('energy that is measured, not counted');
  if (kind === 'timestamp' && (unit ?? state_class) !== undefined) say('a time with a unit');
  if (platform === 'number') {
    const { min, max, step } = component;
    if (typeof min !== 'number' || typeof max !== 'number' || min >= max) say('no range');
    if (typeof step !== 'number' || step < 0.001) say('no step');
  }
}

function checkAvailability({ availability, availability_mode: mode }: Json, say: Say): void {
  if (availability === undefined) return;
  if (!Array.isArray(availability) || !availability.every((one) => typeof one.topic === 'string'))
    say('an availability without topics');
  if (mode !== undefined && !['all', 'any', 'latest'].includes(String(mode))) say(`mode ${mode}`);
}

/** What simply vanishes from a config stays in the hub, dead. */
function checkTakenBack(before: Json | undefined, now: Json, say: Say): void {
  const old = isObject(before?.components) ? before.components : {};
  const left = isObject(now.components) ? now.components : {};
  for (const [key, component] of Object.entries(old)) {
    const wasGone = isObject(component) && Object.keys(component).length === 1;
    if (!wasGone && !(key in left)) say(`${key} vanished without being taken back`);
  }
}

function checkIds(configs: ReadonlyMap<string, Json>, say: (topic: string, what: string) => void) {
  const known = new Map<string, string>();
  for (const [topic, { components }] of configs) {
    for (const component of isObject(components) ? Object.values(components) : []) {
      const id = isObject(component) ? component.unique_id : undefined;
      if (typeof id !== 'string') continue;
      if (known.has(id)) say(topic, `${id} is that of another entity`);
      known.set(id, topic);
    }
  }
}

/** A value, as every entity would take it that listens there. */
function checkValues(configs: ReadonlyMap<string, Json>, { topic, payload }: Told, say: Say): void {
  for (const config of configs.values()) {
    const all = isObject(config.components) ? Object.entries(config.components) : [];
    for (const [key, component] of all) {
      if (!isObject(component) || component.platform === 'button') continue;
      if ((component.state_topic ?? config.state_topic) !== topic) continue;
      if (Object.keys(component).length === 1) continue;
      const value = rendered(component.value_template, payload);
      if (value === undefined) say(`${key}: no value in ${payload}`);
      else if (value !== none && !isValue(component, value)) say(`${key}: the value ${value}`);
    }
  }
}

/** The only two forms of templates that are understood here. */
function rendered(template: unknown, payload: string): string | undefined {
  if (template === undefined) return payload;
  const json = object(payload);
  if (!json || typeof template !== 'string') return undefined;
  const [, key = ''] = /^\{\{ value_json\.(\w+) \}\}$/.exec(template) ?? [];
  if (key) return key in json ? text(json[key]) : undefined;
  const mapped = /^\{\{ (\{.*\})\.get\(value_json\.(\w+), '(\w+)'\) \}\}$/.exec(template);
  if (!mapped) return undefined;
  const [, table = '', from = '', otherwise = ''] = mapped;
  const values = object(table.replaceAll("'", '"')) ?? {};
  return text(values[String(json[from])] ?? otherwise);
}

/** As the templates of a hub write it: null is `None`. */
function text(value: unknown): string {
  return value === null ? none : String(value);
}

function isValue(component: Json, value: string): boolean {
  const { platform, device_class: kind, options, min, max } = component;
  switch (platform) {
    case 'binary_sensor': {
      const { payload_on: on = 'ON', payload_off: off = 'OFF' } = component;
      return value === on || value === off;
    }
    case 'switch':
      return value === 'ON' || value === 'OFF';
    case 'lock':
      return value === 'LOCKED' || value === 'UNLOCKED';
    case 'number':
      return isNumber(value) && Number(value) >= Number(min) && Number(value) <= Number(max);
  }
  if (kind === 'enum') return Array.isArray(options) && options.includes(value);
  if (kind === 'timestamp') return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value);
  const isNumeric =
    component.unit_of_measurement !== undefined || component.state_class !== undefined;
  return isNumeric ? isNumber(value) : value.length <= 255;
}

function isNumber(value: string): boolean {
  return value.trim() !== '' && Number.isFinite(Number(value));
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function object(payload: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(payload);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
