import type { AccountState, AppState } from '../../shared/domain/app-state.ts';
import { brandText } from '../../shared/text/brand-text.ts';
import { windowText } from '../../shared/text/window-text.ts';
import { ViewTitle } from '../parts/shell/ViewTitle.tsx';
import { SignInForm } from '../parts/sign-in/SignInForm.tsx';
import { useSurroundings } from '../surroundings.ts';
import { BrandNotes } from './AddView.tsx';

interface Props {
  readonly state: AppState;
  readonly account: AccountState;
  readonly onDone: () => void;
}

/** Signs in again to an account that is known already. */
export function SignInView({ state, account, onDone }: Props) {
  const { call } = useSurroundings();
  const brand = state.brands.find((one) => one.brand === account.brand);
  return (
    <>
      <ViewTitle>{windowText.signIn.title(brandText[account.brand].name)}</ViewTitle>
      {brand && (
        <div className="card">
          <SignInForm
            brand={brand}
            platform={state.app.platform}
            email={account.label}
            keepSignedIn={account.keepSignedIn}
            submitLabel={windowText.signIn.submit}
            send={(typed) => call('signInAgain', { accountId: account.id, ...typed })}
            onDone={onDone}
          />
          <BrandNotes brand={account.brand} />
        </div>
      )}
    </>
  );
}
