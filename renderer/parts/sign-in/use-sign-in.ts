import { useState } from 'react';
import type { AddFailure } from '../../../shared/ipc/contract.ts';
import type { Result } from '../../../shared/result.ts';
import type { BorderFailure } from '../../bridge.ts';

/** What a person typed and chose. Lives only while it is being sent. */
export interface Typed {
  readonly fields: Record<string, string>;
  readonly keepSignedIn: boolean;
  readonly untilQuit: boolean;
}

/** Sends it to the app. The outer result is the way there, the inner one the answer. */
export type SendSignIn = (
  typed: Typed,
) => Promise<Result<Result<unknown, AddFailure>, BorderFailure>>;

export type SignInTrouble = AddFailure | { readonly kind: 'noAnswer' };

export interface SigningIn {
  readonly busy: boolean;
  /** A new object for each attempt, so that the same trouble twice is said twice. */
  readonly trouble: { readonly why: SignInTrouble } | undefined;
  readonly start: (typed: Typed) => Promise<void>;
}

/** One attempt after the other to sign in. Keeps nothing of what was typed. */
export function useSignIn(send: SendSignIn, onDone: () => void): SigningIn {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<SigningIn['trouble']>();
  const start = async (typed: Typed) => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    const got = await send(typed);
    setBusy(false);
    if (!got.ok) setTrouble({ why: { kind: 'noAnswer' } });
    else if (!got.value.ok) setTrouble({ why: got.value.failure });
    else onDone();
  };
  return { busy, trouble, start };
}
