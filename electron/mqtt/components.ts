import type { Abilities } from '../../shared/domain/charger/observation.ts';
import { messages } from '../../shared/text/messages.ts';
import { planNames, stateNames } from './charger-message.ts';
import type { Settable } from './topics.ts';

/** What Home Assistant is told of one entity, beside its ids. */
export type Component = { readonly platform: Platform } & Readonly<Record<string, unknown>>;
type Platform = 'sensor' | 'binary_sensor' | 'lock' | 'number' | 'switch' | 'button';

/** Every entity that a charger may have. Their keys are part of ids and never change. */
export const componentPlatforms = {
  state: 'sensor',
  power: 'sensor',
  session_energy: 'sensor',
  plugged_in: 'binary_sensor',
  fault: 'binary_sensor',
  locked: 'binary_sensor',
  lock: 'lock',
  set_limit: 'sensor',
  limit: 'number',
  charging: 'switch',
  schedule: 'button',
  plan: 'sensor',
  next_start: 'sensor',
  model: 'sensor',
  as_of: 'sensor',
} as const satisfies Readonly<Record<string, Platform>>;

export type ComponentKey = keyof typeof componentPlatforms;

export interface Offered {
  /** What this charger can do and this account may ask; empty where nothing is carried out. */
  readonly abilities: Abilities;
  /** What it tells of itself, whether or not that can be set. */
  readonly says: { readonly lock: boolean; readonly limit: boolean; readonly plan: boolean };
  readonly setTopic: (what: Settable) => string;
  /** Of the installation alone: what says how old all else is must not go with it. */
  readonly bridgeOnly: readonly { readonly topic: string }[];
}

/** The entities of a charger, by their keys. What it cannot do is not there. */
export function componentsOf(offered: Offered): Partial<Record<ComponentKey, Component>> {
  return { ...measured(offered), ...controls(offered), ...diagnostics(offered) };
}

function measured({ says }: Offered): Partial<Record<ComponentKey, Component>> {
  const { entities } = messages.homeAutomation;
  return {
    state: enumOf('state', stateNames, {
      name: entities.state,
      icon: 'mdi:ev-station',
    }),
    power: sensor('power', {
      name: entities.power,
      device_class: 'power',
      unit_of_measurement: 'W',
      state_class: 'measurement',
    }),
    session_energy: sensor('session_energy', {
      name: entities.sessionEnergy,
      device_class: 'energy',
      unit_of_measurement: 'kWh',
      state_class: 'total_increasing',
      suggested_display_precision: 2,
    }),
    plugged_in: binary('plugged_in', { name: entities.pluggedIn, device_class: 'plug' }),
    fault: binary('fault', { name: entities.fault, device_class: 'problem' }),
    ...(says.plan && {
      plan: enumOf('plan', planNames, { name: entities.plan, icon: 'mdi:cash-clock' }),
      next_start: sensor('next_start', { name: entities.nextStart, device_class: 'timestamp' }),
    }),
  };
}

function controls({
  abilities,
  says,
  setTopic,
}: Offered): Partial<Record<ComponentKey, Component>> {
  const { entities } = messages.homeAutomation;
  const { limit, lock, pause, schedule } = abilities;
  return {
    ...(lock
      ? {
          lock: {
            platform: 'lock',
            name: entities.lock,
            value_template: valueIn('lock'),
            command_topic: setTopic('lock'),
          },
        }
      : says.lock && { locked: lockSensor(entities.lock) }),
    ...(limit
      ? {
          limit: {
            platform: 'number',
            name: entities.limit,
            device_class: 'current',
            unit_of_measurement: 'A',
            min: limit.minA,
            max: limit.maxA,
            step: 1,
            entity_category: 'config',
            value_template: valueIn('limit'),
            command_topic: setTopic('limit'),
          },
        }
      : says.limit && { set_limit: limitSensor(entities.limit) }),
    ...(pause && {
      charging: {
        platform: 'switch',
        name: entities.charging,
        icon: 'mdi:play-pause',
        value_template: valueIn('charging'),
        command_topic: setTopic('charging'),
      },
    }),
    ...(schedule && {
      schedule: {
        platform: 'button',
        name: entities.schedule,
        icon: 'mdi:calendar-clock',
        command_topic: setTopic('schedule'),
      },
    }),
  };
}

/** Home Assistant's class says it the other way round: on is unlocked. */
function lockSensor(name: string): Component {
  const value_template = "{{ {'LOCKED': 'OFF', 'UNLOCKED': 'ON'}.get(value_json.lock, 'None') }}";
  return { platform: 'binary_sensor', name, device_class: 'lock', value_template };
}

function limitSensor(name: string): Component {
  return sensor('limit', { name, device_class: 'current', unit_of_measurement: 'A' });
}

function diagnostics({ bridgeOnly }: Offered) {
  const { entities } = messages.homeAutomation;
  const diagnostic = { entity_category: 'diagnostic' };
  return {
    model: sensor('model', { name: entities.model, ...diagnostic, availability: bridgeOnly }),
    as_of: sensor('as_of', {
      name: entities.asOf,
      device_class: 'timestamp',
      ...diagnostic,
      availability: bridgeOnly,
    }),
  };
}

function sensor(key: string, more: Readonly<Record<string, unknown>>): Component {
  return { platform: 'sensor', ...more, value_template: valueIn(key) };
}

function binary(key: string, more: Readonly<Record<string, unknown>>): Component {
  return { platform: 'binary_sensor', ...more, value_template: valueIn(key) };
}

function enumOf(
  key: string,
  options: readonly string[],
  more: Readonly<Record<string, unknown>>,
): Component {
  return sensor(key, { device_class: 'enum', options, ...more });
}

/** What is null there becomes `None`, by which Home Assistant understands that nobody knows. */
function valueIn(key: string): string {
  return `{{ value_json.${key} }}`;
}
