import { omitUndefined } from '../../shared/omit-undefined.ts';
import { failed } from '../../shared/result.ts';
import type { Adapter, AdapterTools } from '../integrations/adapter.ts';
import type { Http } from '../ports/http.ts';
import type { AccountParts } from './account-parts.ts';
import type { AccountEntry } from './entry.ts';

/** For whom the tools are, and what happens when its record has changed. */
export interface ToolUse {
  /** Asked each time: a sign-in can turn out to be of an account that is there already. */
  readonly whose: () => AccountEntry;
  readonly keepSignedIn: boolean;
  readonly saveRecords: () => void;
}

/** What a brand's adapter may use for one account. What it wants kept goes where it belongs. */
export function toolsFor(parts: AccountParts, use: ToolUse): AdapterTools {
  const { whose, keepSignedIn, saveRecords } = use;
  const { brand, timeoutSeconds } = whose().record;
  return {
    ...parts.tools,
    http: httpFor(parts.adapters[brand], parts.tools.http),
    overrides: parts.overrides[brand] ?? {},
    keepSignedIn,
    ...omitUndefined({ timeoutSeconds, spent: parts.spent.get(whose().record.id) }),
    spends(spent, isPressing) {
      parts.spent.set(whose().record.id, spent);
      if (isPressing) parts.keepSpent();
    },
    secretsChanged(secrets) {
      const mine = whose();
      if (mine.account && mine.secrets === 'keychain') mine.writer.write(secrets);
    },
    plainChanged(plain) {
      const mine = whose();
      if (!mine.account) return;
      mine.record = { ...mine.record, plain };
      saveRecords();
    },
  };
}

/** The way of a brand to its far ends: it follows from how they are reached, and not from the brand. */
export function httpFor(adapter: Pick<Adapter, 'kind'> | undefined, http: Http): Http {
  switch (adapter?.kind) {
    case 'localDevice':
      return inThisNetwork(http);
    case 'cloudAccount':
      return toTheCloud(http);
    default:
      return http;
  }
}

/** What is asked in this network never meets a proxy, whatever its brand asks of whom. */
function inThisNetwork(http: Http): Http {
  return {
    send: (request) => http.send({ ...request, isLocal: true }),
    certificateAt: (request) => http.certificateAt(request),
    close: () => http.close(),
  };
}

/**
 * Nobody has entered the address of a cloud: a name that is not found says that this computer is
 * offline, and its owner must not be sent to check what they cannot see.
 */
function toTheCloud(http: Http): Http {
  return {
    async send(request) {
      const answer = await http.send(request);
      if (answer.ok || answer.failure.kind !== 'unreachable') return answer;
      const { why: _why, ...failure } = answer.failure;
      return failed(failure);
    },
    certificateAt: (request) => http.certificateAt(request),
    close: () => http.close(),
  };
}
