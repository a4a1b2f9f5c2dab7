import type { AccountState, BrandState } from '../../../shared/domain/app/app-state.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { ConfirmButton } from '../basic/ConfirmButton.tsx';

interface Props {
  readonly account: AccountState;
  readonly brand: BrandState | undefined;
  readonly onSignIn: () => void;
}

const words = () => messages.settings.account;

/** The ways back into an account, to change it, and out of it. */
export function AccountButtons({ account, brand, onSignIn }: Props) {
  const tell = useTell();
  const accountId = account.id;
  const said = brandWords(account.brand);
  const needed = account.signIn === 'signInNeeded';
  return (
    <div className={isChangeable(brand) ? 'buttons long-first' : 'buttons'}>
      {(needed || isChangeable(brand)) && (
        <ActionButton
          look={needed ? 'main' : 'plain'}
          onPress={onSignIn}
          name={said.changeNamed(account.label)}
        >
          {said.change}
        </ActionButton>
      )}
      {!needed && account.kind !== 'localDevice' && (
        <ActionButton
          onPress={() => void tell('signOut', { accountId })}
          name={words().signOutOf(account.label)}
        >
          {words().signOut}
        </ActionButton>
      )}
      <ConfirmButton
        label={words().forget}
        confirm={said.forget}
        name={words().forgetNamed(account.label)}
        title={messages.window.confirm.forgetTitle(account.label)}
        body={said.forgetBody}
        onConfirm={() => void tell('forgetAccount', { accountId })}
      />
    </div>
  );
}

/** Whether something of what was typed can be another thing later, such as an address. */
function isChangeable(brand: BrandState | undefined): boolean {
  return brand?.form.some(({ type, fixed }) => type !== 'password' && !fixed) ?? false;
}
