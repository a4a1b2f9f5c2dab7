import { useId } from 'react';
import type { AccountState, BrandState } from '../../../shared/domain/app/app-state.ts';
import { brandFormWords } from '../../../shared/text/brand-form-words.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Platform } from '../../../shared/text/platform.ts';
import { secretsWords } from '../../../shared/text/settings-text.ts';
import { useTell } from '../../app-context.ts';
import { SwitchRow } from '../basic/SwitchRow.tsx';
import { AccountButtons } from './AccountButtons.tsx';
import { AccountFacts } from './AccountFacts.tsx';
import { SecondsRow } from './SecondsRow.tsx';

interface Props {
  readonly account: AccountState;
  readonly brand: BrandState | undefined;
  readonly platform: Platform;
  readonly onSignIn: () => void;
}

const words = () => messages.settings.account;
const day = 86_400;
/** The shortest and the longest time that a station may take to answer, seconds. */
const timeout = { least: 5, most: 120 } as const;

/** One account: where it stands, how often it is asked, and the ways out. */
export function AccountCard({ account, brand, platform, onSignIn }: Props) {
  const tell = useTell();
  const headingId = useId();
  const accountId = account.id;
  const said = brandWords(account.brand);
  const needed = account.signIn === 'signInNeeded';
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="account-head">
        <div>
          <h2 id={headingId}>{account.label}</h2>
          <p className="soft small">{said.name}</p>
        </div>
        <span className={needed ? 'pill needs' : 'pill'}>{said.signInStates[account.signIn]}</span>
      </div>
      <AccountFacts account={account} />
      <p className="soft small">{secretsWords(account, platform)}</p>
      {account.secrets !== 'none' && (
        <SwitchRow
          label={brandFormWords(account.brand).keep}
          checked={account.keepSignedIn}
          onChange={(keep) => void tell('setKeepSignedIn', { accountId, keep })}
        />
      )}
      <Advanced account={account} />
      <AccountButtons account={account} brand={brand} onSignIn={onSignIn} />
    </section>
  );
}

/** How often it is asked and how long it may take: for the few whose network needs another pace. */
function Advanced({ account }: Pick<Props, 'account'>) {
  const tell = useTell();
  if (account.kind === 'listener') return null;
  const accountId = account.id;
  return (
    <details className="advanced">
      <summary>{messages.settings.advanced}</summary>
      <SecondsRow
        label={words().interval}
        hint={brandWords(account.brand).intervalHint(account.pollFloorSeconds)}
        seconds={account.pollSeconds}
        least={account.pollFloorSeconds}
        most={day}
        step={10}
        onChange={(seconds) => void tell('setPollSeconds', { accountId, seconds })}
      />
      {account.timeoutSeconds !== undefined && (
        <SecondsRow
          label={words().timeout}
          hint={words().timeoutHint({ least: timeout.least, most: timeout.most })}
          seconds={account.timeoutSeconds}
          {...timeout}
          step={5}
          onChange={(seconds) => void tell('setTimeoutSeconds', { accountId, seconds })}
        />
      )}
    </details>
  );
}
