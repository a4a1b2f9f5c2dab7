import type { BrokerChoice } from '../../shared/domain/app/broker.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { appName } from '../../shared/text/app-name.ts';
import { linkAddresses } from '../../shared/text/link-addresses.ts';
import { messages } from '../../shared/text/messages.ts';
import { componentsOf, type Offered } from './components.ts';
import { type ChargerTopics, installationId, type Topics } from './topics.ts';

/** Where a device is announced, and by whom. */
export interface Announcer {
  readonly choice: BrokerChoice;
  readonly topics: Topics;
  /** The app's own. */
  readonly version: string;
}

export interface AnnouncedCharger {
  readonly topics: ChargerTopics;
  readonly name: string;
  readonly brand: string;
  readonly model?: string | undefined;
  readonly offered: Pick<Offered, 'abilities' | 'says'>;
}

export interface DeviceConfig {
  readonly components: Readonly<Record<string, object>>;
}

/** What announces a charger to Home Assistant, in the form of devices. Pure. */
export function chargerConfig(
  { choice, topics: all, version }: Announcer,
  { topics, name, brand, model, offered }: AnnouncedCharger,
): DeviceConfig {
  const device = `${installationId(choice)}_${topics.name}`;
  const bridgeOnly = [{ topic: all.bridge }];
  const components = componentsOf({ ...offered, setTopic: topics.set, bridgeOnly });
  const slug = slugOf(name) || slugOf(topics.name);
  return {
    device: {
      identifiers: [device],
      name,
      manufacturer: brand,
      ...omitUndefined({ model }),
      via_device: installationId(choice),
    },
    origin: originOf(version),
    availability: [...bridgeOnly, { topic: topics.availability }],
    availability_mode: 'all',
    state_topic: topics.state,
    qos: 0,
    components: withIds(components, { device, slug }),
  } as DeviceConfig;
}

/** Every entity that the installation itself may have. */
export const hubPlatforms = { connection: 'binary_sensor', price: 'sensor' } as const;

/** The same with what is gone named by its platform alone, which is how an entity is taken back. */
export function withoutGone(
  config: DeviceConfig,
  platforms: Readonly<Record<string, string>>,
): DeviceConfig {
  const gone = Object.entries(platforms)
    .filter(([key]) => !Object.hasOwn(config.components, key))
    .map(([key, platform]) => [key, { platform }]);
  return { ...config, components: { ...config.components, ...Object.fromEntries(gone) } };
}

/** What announces the installation itself: whether it is there, and the price of the hour. Pure. */
export function hubConfig(
  { choice, topics, version }: Announcer,
  currency: string | undefined,
): DeviceConfig {
  const device = installationId(choice);
  const { entities } = messages.homeAutomation;
  const components = {
    connection: {
      platform: 'binary_sensor',
      name: entities.connection,
      device_class: 'connectivity',
      entity_category: 'diagnostic',
      state_topic: topics.bridge,
      payload_on: 'online',
      payload_off: 'offline',
    },
    price: currency !== undefined && {
      platform: 'sensor',
      name: entities.price,
      icon: 'mdi:cash',
      unit_of_measurement: `${currency}/kWh`,
      state_class: 'measurement',
      value_template: '{{ value_json.price }}',
      suggested_display_precision: 4,
      availability: [{ topic: topics.bridge }],
    },
  };
  return {
    device: { identifiers: [device], name: appName, sw_version: version },
    origin: originOf(version),
    state_topic: topics.hubState,
    qos: 0,
    components: withIds(components, { device, slug: 'chargetray' }),
  } as DeviceConfig;
}

function originOf(version: string) {
  return {
    name: appName,
    sw_version: version,
    support_url: linkAddresses.projectPage,
  };
}

interface Ids {
  readonly device: string;
  readonly slug: string;
}

function withIds(
  components: Readonly<Record<string, { readonly platform: string } | false | undefined>>,
  { device, slug }: Ids,
): DeviceConfig['components'] {
  const named = Object.entries(components).flatMap(([key, component]) => {
    if (!component) return [];
    const default_entity_id = `${component.platform}.${slug}_${key}`;
    return [[key, { ...component, unique_id: `${device}_${key}`, default_entity_id }] as const];
  });
  return Object.fromEntries(named);
}

/** A name as Home Assistant writes it in an id: `Große Garage` is `grosse_garage`. Empty where nothing is left. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}
