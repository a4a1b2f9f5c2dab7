import { useState } from 'react';
import type { AppState, BrandState } from '../../shared/domain/app/app-state.ts';
import type { Brand } from '../../shared/domain/brand.ts';
import { brandFormWords } from '../../shared/text/brand-form-words.ts';
import { messages } from '../../shared/text/messages.ts';
import { useAppContext } from '../app-context.ts';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import { BrandChoice } from '../components/sign-in/BrandChoice.tsx';
import { SignInForm } from '../components/sign-in/SignInForm.tsx';
import { useFound } from '../components/sign-in/use-found.ts';

interface Props {
  readonly state: AppState;
  readonly onDone: () => void;
}

/** Which make of charger, what adding it needs, and the form for it. */
export function AddView({ state, onDone }: Props) {
  const [chosen, setChosen] = useState<Brand>();
  const brand = state.brands.find((one) => one.brand === chosen) ?? state.brands[0];
  return (
    <>
      <div>
        <ViewTitle>{messages.window.add.title}</ViewTitle>
        <p className="soft">{messages.window.add.intro}</p>
      </div>
      <BrandChoice brands={state.brands} chosen={brand?.brand} onChoose={setChosen} />
      {brand && <BrandForm key={brand.brand} brand={brand} state={state} onDone={onDone} />}
    </>
  );
}

interface FormProps extends Props {
  readonly brand: BrandState;
}

function BrandForm({ brand, state, onDone }: FormProps) {
  const { call } = useAppContext();
  const found = useFound(brand);
  return (
    <div className="card">
      <BrandNotes brand={brand.brand} />
      <SignInForm
        brand={brand}
        platform={state.app.platform}
        found={found}
        send={(typed) => call('addAccount', { brand: brand.brand, ...typed })}
        onDone={onDone}
      />
    </div>
  );
}

/** What to know about a brand before signing in, in plain words. */
export function BrandNotes({ brand }: { readonly brand: Brand }) {
  return (
    <ul className="brand-notes soft small">
      {brandFormWords(brand).notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
