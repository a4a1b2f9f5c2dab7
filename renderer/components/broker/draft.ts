import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import {
  type BrokerAddress,
  type BrokerChoice,
  type BrokerWish,
  brokerDefaults,
  longestHost,
  longestTopic,
  longestUser,
  topicForm,
} from '../../../shared/domain/app/broker.ts';
import { harmless } from '../../../shared/domain/harmless.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { type AddressFault, addressIn } from './typed-address.ts';

/** The form as it stands: all but the password, which is in its field alone. */
export interface BrokerDraft {
  readonly host: string;
  /** Undefined: the usual one, with or without encryption. */
  readonly port: string | undefined;
  readonly tls: boolean;
  readonly user: string;
  readonly topicPrefix: string;
  readonly announces: boolean;
  readonly discovery: string;
  readonly commands: boolean;
  /** The certificate that its owner has confirmed, and where. */
  readonly trusted?: Trusted | undefined;
}

type Trusted = BrokerAddress & { readonly certificate: CertificateFacts };

type TopicFault = 'noPrefix' | 'wildcard' | 'slash' | 'prefix' | 'tooLong';

/** What is wrong with which field. */
export interface BrokerFaults {
  readonly host?: AddressFault | 'tooLong' | undefined;
  readonly port?: 'port' | undefined;
  readonly user?: 'noUser' | 'tooLong' | undefined;
  readonly topicPrefix?: TopicFault | undefined;
  readonly discovery?: TopicFault | undefined;
}

/** What stands in the form at first. */
export function draftOf(choice: BrokerChoice | null): BrokerDraft {
  const { topicPrefix, discovery } = brokerDefaults;
  if (!choice) {
    const empty = { host: '', port: undefined, tls: false, user: '', commands: false };
    return { ...empty, topicPrefix, discovery, announces: true };
  }
  const { host, port, tls, certificate } = choice.address;
  return {
    host,
    port: port === usualPort(tls) ? undefined : String(port),
    tls,
    user: choice.user ?? '',
    topicPrefix: choice.topicPrefix,
    announces: choice.discovery !== null,
    discovery: choice.discovery ?? discovery,
    commands: choice.commands,
    ...(certificate && { trusted: { host, port, tls, certificate } }),
  };
}

/** What stands in the field for the port: it follows the encryption until another one is entered. */
export function shownPort({ port, tls }: BrokerDraft): string {
  return port ?? String(usualPort(tls));
}

/** The same draft with an address that was entered in one go put into its fields. */
export function settled(draft: BrokerDraft): BrokerDraft {
  const typed = addressIn(draft.host);
  const { host, port, tls } = typed.ok
    ? { port: undefined, tls: undefined, ...typed.value }
    : { host: draft.host, port: undefined, tls: undefined };
  // Whoever gives a scheme and no port means the one that goes with it.
  const own = port ?? (tls === undefined ? draft.port?.trim() : undefined);
  const next = { host, tls: tls ?? draft.tls };
  const isUsual = own === undefined || own === '' || own === String(usualPort(next.tls));
  const same =
    draft.host === host && draft.tls === next.tls && draft.port === (isUsual ? undefined : own);
  return same ? draft : { ...draft, ...next, port: isUsual ? undefined : own };
}

/** What the form says, or what is wrong with it. */
export function wishOf(draft: BrokerDraft, password: string): Result<BrokerWish, BrokerFaults> {
  const settledDraft = settled(draft);
  const { host, tls, topicPrefix, discovery, announces, commands } = settledDraft;
  const port = Number(shownPort(settledDraft));
  // As the app takes it; one letter too many is still told.
  const user = harmless(settledDraft.user, longestUser + 1);
  const faults = omitUndefined({
    host: hostFault(host),
    port: isPort(shownPort(settledDraft)) ? undefined : ('port' as const),
    user: userFault(user, password),
    topicPrefix: topicFault(topicPrefix.trim()),
    discovery: announces ? topicFault(discovery.trim()) : undefined,
  });
  if (Object.keys(faults).length > 0) return failed(faults);
  const certificate = certificateFor({ host, port, tls }, settledDraft.trusted);
  return success({
    address: { host, port, tls, ...(certificate && { certificate }) },
    ...(user !== '' && { user }),
    topicPrefix: topicPrefix.trim(),
    discovery: announces ? discovery.trim() : null,
    commands,
  });
}

/** Whether a password that is kept for the one is for the other too. */
export function isForSame(draft: BrokerDraft, choice: BrokerChoice): boolean {
  const before = draftOf(choice);
  const now = settled(draft);
  return (
    now.host === before.host &&
    shownPort(now) === shownPort(before) &&
    now.tls === before.tls &&
    now.user.trim() === before.user
  );
}

function usualPort(tls: boolean): number {
  return tls ? brokerDefaults.tlsPort : brokerDefaults.port;
}

function hostFault(host: string): BrokerFaults['host'] {
  const typed = addressIn(host);
  if (!typed.ok) return typed.failure;
  return host.length > longestHost ? 'tooLong' : undefined;
}

function isPort(text: string): boolean {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535;
}

function userFault(user: string, password: string): BrokerFaults['user'] {
  if (user === '' && password !== '') return 'noUser';
  return user.length > longestUser ? 'tooLong' : undefined;
}

function topicFault(topic: string): TopicFault | undefined {
  if (topic === '') return 'noPrefix';
  if (/[+#]/.test(topic)) return 'wildcard';
  if (/^\/|\/\/|\/$/.test(topic)) return 'slash';
  if (!topicForm.test(topic)) return 'prefix';
  return topic.length > longestTopic ? 'tooLong' : undefined;
}

/** What was confirmed of one broker says nothing of another. */
function certificateFor(
  { host, port, tls }: BrokerAddress,
  trusted: Trusted | undefined,
): CertificateFacts | undefined {
  const isThere = trusted?.host === host && trusted.port === port && trusted.tls === tls;
  return isThere ? trusted.certificate : undefined;
}
