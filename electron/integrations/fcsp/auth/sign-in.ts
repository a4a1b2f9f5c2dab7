import type { CertificateFacts } from '../../../../shared/domain/account/certificate.ts';
import type { SignInFailure } from '../../../../shared/domain/account/sign-in.ts';
import type { Failure } from '../../../../shared/domain/failure.ts';
import { harmless } from '../../../../shared/domain/harmless.ts';
import { omitUndefined } from '../../../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import { brandWords } from '../../../../shared/text/brand-words.ts';
import type { AdapterTools, SignedIn, SignInWords } from '../../adapter.ts';
import { saidAtSignIn } from '../../kit/said-at-sign-in.ts';
import { whileWanted } from '../../kit/while-wanted.ts';
import { FcspAccount } from '../account.ts';
import { type FcspAddress, parseAddress } from '../address.ts';
import { FcspClient, type Turn } from '../client.ts';
import { deserialized, type Known, knownFrom } from '../kept.ts';
import { timeLimitMs } from '../line.ts';
import { readCharger, type WireCharger } from '../wire.ts';
import { developerKey, isKey } from './developer-key.ts';
import { type FcspIdentity, identityOf, otherThan } from './identity.ts';

type Outcome<T> = Result<T, SignInFailure>;

/** What the form says, and what was known before. */
interface Wanted {
  readonly address: FcspAddress;
  readonly name: string | undefined;
  readonly key: string;
  /** Nobody has typed it: it is the one of before. */
  readonly isKeptKey: boolean;
  readonly before: Known | undefined;
  readonly confirmed: SignInWords['confirmed'];
}

/**
 * Meets a station for the first time, or again. Before its owner has said yes to the certificate
 * nothing is sent; then one login and one read, and another station than the known one is asked
 * about.
 */
export async function signIn(
  form: SignInWords,
  tools: AdapterTools,
): Promise<Outcome<SignedIn<FcspAccount>>> {
  const wanted = wantedBy(form);
  if (!wanted.ok) return wanted;
  const certificate = await trustedCertificate(wanted.value, { tools, signal: form.signal });
  if (!certificate.ok) return certificate;
  const meeting = { form, tools, certificate: certificate.value };
  const met = await meetWith(wanted.value, meeting);
  const isRefused = !met.ok && met.failure.kind === 'signInNeeded';
  if (!isRefused || !wanted.value.isKeptKey) return met;
  // Whoever leaves the field empty wants the station to work; the key it had before does not.
  return meetWith({ ...wanted.value, key: developerKey }, meeting);
}

interface FirstMeeting {
  readonly form: SignInWords;
  readonly tools: AdapterTools;
  readonly certificate: CertificateFacts;
}

async function meetWith(
  wanted: Wanted,
  { form, tools, certificate }: FirstMeeting,
): Promise<Outcome<SignedIn<FcspAccount>>> {
  const { address, key } = wanted;
  const target = { address, key, pin: certificate.fingerprint };
  const client = new FcspClient(tools, target);
  client.noteAskedAt(form.before?.askedAt);
  const question = { address: address.label, fingerprint: target.pin };
  const others = form.open.filter((one) => one instanceof FcspAccount);
  const inTheWay = others.filter((account) => account.asks(question));
  const { signal } = form;
  const meeting = { tools, client, certificate, inTheWay, signal };
  const account = await whileWanted(signal, client, () => meet(wanted, meeting));
  if (!account.ok) client.close();
  return account;
}

function wantedBy({ fields, confirmed, before: kept }: SignInWords): Outcome<Wanted> {
  const address = parseAddress(fields.address ?? '');
  if (!address) return failed({ kind: 'badField', field: 'address' });
  const typed = fields.key?.trim();
  if (typed && !isKey(typed)) return failed({ kind: 'badField', field: 'key' });
  const before = knownFrom(kept?.plain);
  const keptKey = typed ? undefined : deserialized(kept?.secrets);
  const key = typed || keptKey || developerKey;
  const name = harmless(fields.name ?? '') || undefined;
  return success({ address, key, isKeptKey: keptKey !== undefined, before, confirmed, name });
}

/** The certificate at the address, if its owner has said yes to exactly this one, now or before. */
async function trustedCertificate(
  { address, before, confirmed }: Wanted,
  { tools, signal }: Pick<Meeting, 'tools' | 'signal'>,
): Promise<Outcome<CertificateFacts>> {
  const { clock, http, log } = tools;
  const began = clock.monotonic();
  const offered = await http.certificateAt({
    base: address.base,
    signal,
    timeoutMs: timeLimitMs(tools.timeoutSeconds),
  });
  const status = offered.ok ? 'shown' : offered.failure.kind;
  log.info('Station certificate', { status, ms: Math.round(clock.monotonic() - began) });
  if (!offered.ok) return failed(saidAtSignIn(offered.failure));
  const known = before?.certificate;
  const trusted = [confirmed?.fingerprint, known?.fingerprint];
  if (trusted.includes(offered.value.fingerprint)) return offered;
  const question = { kind: 'confirmCertificate', offered: offered.value } as const;
  return failed({ ...question, ...omitUndefined({ known }) });
}

interface Meeting {
  readonly tools: AdapterTools;
  readonly client: FcspClient;
  readonly certificate: CertificateFacts;
  /** Open accounts that ask the same station. */
  readonly inTheWay: readonly FcspAccount[];
  readonly signal: AbortSignal;
}

async function meet(wanted: Wanted, meeting: Meeting): Promise<Outcome<SignedIn<FcspAccount>>> {
  const { tools, client, certificate } = meeting;
  const { address, name, key, before, confirmed } = wanted;
  const opened = await between(meeting, 'access', () => client.logIn());
  const early = opened.ok ? await between(meeting, 'report', () => firstRead(meeting)) : opened;
  if (!early.ok) return failed(saidAtSignIn(early.failure));
  const identity = identityNow(early.value, certificate, before);
  const isOther = before && before.identity.id !== identity.id;
  if (isOther && confirmed?.chargerId !== identity.id) {
    return failed({ kind: 'otherCharger', found: identity.id, known: before.identity.id });
  }
  const hasOwnKey = key !== developerKey;
  const known: Known = { address, identity, certificate, hasOwnKey, ...omitUndefined({ name }) };
  const account = new FcspAccount({ tools, client, known, key, early: early.value });
  return success({ label: name ?? brandWords('fcsp').name, account, identity: identity.id });
}

/** A station that is known stays what it is, also where it tells more of itself than it used to. */
function identityNow(
  wire: WireCharger,
  certificate: CertificateFacts,
  before: Known | undefined,
): FcspIdentity {
  const found = identityOf(wire, certificate.fingerprint);
  if (!before) return found;
  const { identity } = before;
  const isTold = identity.from !== 'certificate' && wire[identity.from] !== undefined;
  return isTold && otherThan(identity, wire) === undefined ? identity : found;
}

/** When it is the turn of all that are in the way. */
function between<T>(
  { inTheWay, signal }: Meeting,
  turn: Turn,
  ask: () => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const lent = (account: FcspAccount, run: typeof ask) => account.lend({ turn, signal, run });
  return inTheWay.reduceRight((next, account) => () => lent(account, next), ask)();
}

function firstRead({ client, tools, signal }: Meeting): Promise<Result<WireCharger, Failure>> {
  return client.inTurn({
    turn: 'read',
    signal,
    run: async (read) => {
      const answer = await read('chargerinfo');
      if (!answer.ok) return answer;
      const body = client.bodyOf(answer.value);
      if (!body.ok) return body;
      const charger = readCharger(body.value);
      if (charger?.passcode) tools.hide(charger.passcode);
      return charger ? success(charger) : failed({ kind: 'notUnderstood' });
    },
  });
}
