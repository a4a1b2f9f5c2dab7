import type { BrokerChoice } from '../../shared/domain/app/broker.ts';

type Place = Pick<BrokerChoice, 'installation' | 'topicPrefix' | 'discovery'>;

/** What may be set of a charger, each under a topic of its own. */
export const settables = ['charging', 'lock', 'limit', 'schedule'] as const;
export type Settable = (typeof settables)[number];

/** The topics of one installation at its broker. */
export interface Topics {
  /** `online` or `offline`: whether this installation is there. */
  readonly bridge: string;
  readonly hubState: string;
  readonly hubConfig: string | undefined;
  charger(chargerId: string): ChargerTopics;
  /** Those of a charger of which only its part of the topic is known. */
  named(name: string): ChargerTopics;
  /** All that has to be listened to for commands, with wildcards. */
  readonly commands: readonly string[];
  /** Where everybody's availability stands, with a wildcard. */
  readonly availabilities: string;
  /** Where a hub says that it has started; undefined without discovery. */
  readonly birth: string | undefined;
  /** Which charger a topic of `commands` or `availabilities` is about, and what it says of it. */
  parse(topic: string): { readonly name: string; readonly rest: string } | undefined;
}

export interface ChargerTopics {
  /** Its own part of all its topics and ids. */
  readonly name: string;
  readonly state: string;
  readonly availability: string;
  readonly command: string;
  readonly result: string;
  set(what: Settable): string;
  /** Undefined without discovery. */
  readonly config: string | undefined;
}

/** Begins all ids of one installation. */
export function installationId({ installation }: Pick<Place, 'installation'>): string {
  return `chargetray_${installation}`;
}

export function topicsOf(place: Place): Topics {
  const base = `${place.topicPrefix}/${place.installation}`;
  const id = installationId(place);
  const configOf = (device: string) =>
    place.discovery === null ? undefined : `${place.discovery}/device/${device}/config`;
  const named = (name: string): ChargerTopics => ({
    name,
    state: `${base}/${name}/state`,
    availability: `${base}/${name}/availability`,
    command: `${base}/${name}/command`,
    result: `${base}/${name}/result`,
    set: (what) => `${base}/${name}/set/${what}`,
    config: configOf(`${id}_${name}`),
  });
  return {
    bridge: `${base}/status`,
    hubState: `${base}/state`,
    hubConfig: configOf(id),
    charger: (chargerId) => named(topicName(chargerId)),
    named,
    commands: [`${base}/+/command`, `${base}/+/set/+`],
    availabilities: `${base}/+/availability`,
    birth: place.discovery === null ? undefined : `${place.discovery}/status`,
    parse(topic) {
      if (!topic.startsWith(`${base}/`)) return undefined;
      const [name = '', ...rest] = topic.slice(base.length + 1).split('/');
      return { name, rest: rest.join('/') };
    },
  };
}

/**
 * A charger's id as one level of a topic and as a part of Home Assistant's ids, which take letters,
 * digits, `_` and `-`. Two chargers never share one.
 */
export function topicName(chargerId: string): string {
  return Array.from(chargerId, (char) => {
    if (/[A-Za-z0-9]/.test(char)) return char;
    return char === '/' ? '_' : `-${char.codePointAt(0)?.toString(16)}-`;
  }).join('');
}
