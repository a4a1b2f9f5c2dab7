import type { CertificateFacts } from '../account/certificate.ts';

/** Where a broker of MQTT listens, and who it is. */
export interface BrokerAddress {
  /** A name or an address of IP; of version 6 without brackets. */
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** The only certificate that will do; absent: any that this system trusts for the host. */
  readonly certificate?: CertificateFacts | undefined;
}

/** What an owner wants of a broker. The password has its own way in and is never among it. */
export interface BrokerWish {
  readonly address: BrokerAddress;
  /** Absent: it lets in everybody. */
  readonly user?: string | undefined;
  /** What all topics begin with, such as `chargetray`. */
  readonly topicPrefix: string;
  /** Home Assistant's own prefix, as a rule `homeassistant`; null: chargers are not announced there. */
  readonly discovery: string | null;
  /** Whether what comes by the broker is carried out. */
  readonly commands: boolean;
}

/** The same as it is kept. */
export interface BrokerChoice extends BrokerWish {
  /** Tells this installation from others at the same broker: in topics, ids and the client's name. */
  readonly installation: string;
  /** Where the password is. What was for `untilQuit` only is gone after a restart. */
  readonly password: 'keychain' | 'untilQuit' | 'none';
}

/** What most brokers and Home Assistant take. */
export const brokerDefaults = {
  port: 1883,
  tlsPort: 8883,
  topicPrefix: 'chargetray',
  discovery: 'homeassistant',
} as const;

/** UTF-16 units, at most. */
export const longestHost = 255;
export const longestUser = 200;
/** No wildcard, and no empty level: neither at the beginning, which other bridges have had, nor at the end. */
export const topicForm = /^[\w.-]+(\/[\w.-]+)*$/;
export const longestTopic = 100;

/** Why there is no connection to a broker. `said` is its own words, where it gave a reason. */
export type BrokerFailure =
  | {
      readonly kind: 'unreachable';
      readonly why?: 'unknownName' | 'connectionRefused' | undefined;
    }
  /** Something is there and does not answer. */
  | { readonly kind: 'timedOut' }
  /** What answers speaks no MQTT, or TLS where none was wanted, or none where it was. */
  | { readonly kind: 'notUnderstood' }
  | { readonly kind: 'oldTls' }
  /** A certificate that this system does not trust for the host. Nothing was sent. */
  | { readonly kind: 'untrusted'; readonly offered: CertificateFacts }
  /** Another certificate than the one its owner has confirmed. Nothing was sent. */
  | { readonly kind: 'certificateChanged'; readonly offered: CertificateFacts }
  /** User and password, or that there were none. */
  | { readonly kind: 'signInRefused'; readonly said?: string | undefined }
  /** It is up and does not want anybody now. */
  | { readonly kind: 'unavailable'; readonly said?: string | undefined }
  /** It refused by a code of MQTT 5. */
  | { readonly kind: 'refused'; readonly code: number; readonly said?: string | undefined }
  /** There was a connection, and it ended. */
  | { readonly kind: 'lost'; readonly said?: string | undefined }
  /** Another computer connects under the name of this one, again and again. */
  | { readonly kind: 'nameInUse' }
  | { readonly kind: 'keychainLocked' }
  /** It is in no keychain, and the app has quit since it was entered. */
  | { readonly kind: 'passwordNeeded' };

/** How it stands with the broker. Times are epoch ms. */
export type BrokerState =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'connected'; readonly since: number }
  /** It is tried again by itself. */
  | { readonly phase: 'waiting'; readonly retryAt: number; readonly why: BrokerFailure }
  /** It is not tried again before its owner has changed something. */
  | { readonly phase: 'refused'; readonly why: BrokerFailure };

/** What a broker that let us in says of itself. */
export interface BrokerWelcome {
  /** Name and version, where it tells them. */
  readonly broker?: string | undefined;
}
