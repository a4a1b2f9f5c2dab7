import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { AdapterTools } from '../integrations/adapter.ts';
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
  const { http } = parts.tools;
  const isLocal = parts.adapters[brand]?.kind === 'localDevice';
  return {
    ...parts.tools,
    ...(isLocal ? { http: inThisNetwork(http) } : {}),
    overrides: parts.overrides[brand] ?? {},
    keepSignedIn,
    ...omitUndefined({ timeoutSeconds, spent: parts.debts.of(whose().record.id) }),
    spends: (spent, isPressing) => parts.debts.note(whose().record.id, spent, isPressing),
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

/** What is asked in this network never meets a proxy, whatever its brand asks of whom. */
function inThisNetwork(http: Http): Http {
  return {
    send: (request) => http.send({ ...request, isLocal: true }),
    certificateAt: (request) => http.certificateAt(request),
    close: () => http.close(),
  };
}
