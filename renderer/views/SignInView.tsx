import type { AccountState, AppState } from '../../shared/domain/app/app-state.ts';
import { brandWords } from '../../shared/text/brand-words.ts';
import { useAppContext } from '../app-context.ts';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import { SignInForm } from '../components/sign-in/SignInForm.tsx';
import { BrandNotes } from './AddView.tsx';

interface Props {
  readonly state: AppState;
  readonly account: AccountState;
  /** Sends what is known already, to come to its question at once. */
  readonly atOnce: boolean;
  readonly onDone: () => void;
}

/** Signs in again to an account that is known already, or changes how it is reached. */
export function SignInView({ state, account, atOnce, onDone }: Props) {
  const { call } = useAppContext();
  const brand = state.brands.find((one) => one.brand === account.brand);
  return (
    <>
      <ViewTitle>{brandWords(account.brand).again}</ViewTitle>
      {brand && (
        <div className="card">
          <BrandNotes brand={account.brand} />
          <SignInForm
            brand={brand}
            platform={state.app.platform}
            before={account}
            atOnce={atOnce}
            send={(typed) => call('signInAgain', { accountId: account.id, ...typed })}
            onDone={onDone}
          />
        </div>
      )}
    </>
  );
}
