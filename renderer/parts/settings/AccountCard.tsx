import { useId } from 'react';
import type { AccountState } from '../../../shared/domain/app-state.ts';
import { brandText } from '../../../shared/text/brand-text.ts';
import { secretsWords, settingsText } from '../../../shared/text/settings-text.ts';
import type { Platform } from '../../../shared/text/sign-in-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { useTell } from '../../surroundings.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { ConfirmButton } from '../basic/ConfirmButton.tsx';
import { SwitchRow } from '../basic/SwitchRow.tsx';
import { SecondsRow } from './SecondsRow.tsx';

interface Props {
  readonly account: AccountState;
  readonly platform: Platform;
  readonly onSignIn: () => void;
}

const words = settingsText.account;

/** One account: where it stands, how often it is asked, and the ways out. */
export function AccountCard({ account, platform, onSignIn }: Props) {
  const tell = useTell();
  const headingId = useId();
  const accountId = account.id;
  const signedIn = account.signIn !== 'signInNeeded';
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="account-head">
        <div>
          <h3 id={headingId}>{account.label}</h3>
          <p className="soft small">{brandText[account.brand].name}</p>
        </div>
        <span className={signedIn ? 'pill' : 'pill needs'}>{words.signIn[account.signIn]}</span>
      </div>
      <p className="soft small">{secretsWords(account, platform)}</p>
      <SwitchRow
        label={windowText.form.keep}
        checked={account.keepSignedIn}
        onChange={(keep) => void tell('setKeepSignedIn', { accountId, keep })}
      />
      <SecondsRow
        label={words.interval}
        seconds={account.pollSeconds}
        least={account.pollFloorSeconds}
        onChange={(seconds) => void tell('setPollSeconds', { accountId, seconds })}
      />
      <div className="buttons">
        {signedIn ? (
          <ActionButton
            onPress={() => void tell('signOut', { accountId })}
            name={words.signOutOf(account.label)}
          >
            {words.signOut}
          </ActionButton>
        ) : (
          <ActionButton look="main" onPress={onSignIn} name={words.signInTo(account.label)}>
            {windowText.signIn.submit}
          </ActionButton>
        )}
        <ConfirmButton
          label={words.forget}
          confirm={windowText.confirm.forget}
          name={words.forgetNamed(account.label)}
          title={windowText.confirm.forgetTitle(account.label)}
          body={windowText.confirm.forgetBody}
          onConfirm={() => void tell('forgetAccount', { accountId })}
        />
      </div>
    </section>
  );
}
