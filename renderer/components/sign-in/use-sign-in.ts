import { useRef, useState } from 'react';
import type { Confirmed } from '../../../shared/domain/account/sign-in.ts';
import type { AddFailure } from '../../../shared/ipc/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { useTell } from '../../app-context.ts';
import type { BorderFailure } from '../../bridge.ts';
import { isQuestion, type SignInTrouble, stepAfter } from './step.ts';

/** What a person typed and chose. Lives only while it is being sent. */
export interface Typed {
  readonly fields: Record<string, string>;
  readonly keepSignedIn: boolean;
  readonly untilQuit: boolean;
  /** Fields left empty are filled with what was found on this computer. */
  readonly useFound?: true;
  readonly confirmed?: Confirmed;
}

/** Sends it to the app. The outer result is the way there, the inner one the answer. */
export type SendSignIn = (
  typed: Typed,
) => Promise<Result<Result<unknown, AddFailure>, BorderFailure>>;

export interface SigningIn {
  readonly busy: boolean;
  readonly trouble: SignInTrouble | undefined;
  readonly start: (typed: Typed) => Promise<void>;
  /** Takes a question back and calls off what is under way. */
  readonly cancel: () => void;
}

/** One attempt after the other to sign in. Keeps nothing of what was typed. */
export function useSignIn(send: SendSignIn, onDone: () => void): SigningIn {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<SignInTrouble>();
  // Beside the state, because two attempts can begin before the first one is drawn.
  const underWay = useRef<object>(undefined);
  const tell = useTell();
  const start = async (typed: Typed) => {
    if (underWay.current) return;
    const attempt = {};
    underWay.current = attempt;
    setBusy(true);
    // A question stays in sight, with the focus in it, until its answer has an answer.
    if (!isQuestion(stepAfter(trouble))) setTrouble(undefined);
    const got = await send(typed);
    // Done before the app heard of the cancel: then it is done, and the form is not needed.
    const isLate = underWay.current === undefined && got.ok && got.value.ok;
    if (underWay.current !== attempt && !isLate) return;
    underWay.current = undefined;
    setBusy(false);
    const { confirmed } = typed;
    if (!got.ok) setTrouble({ why: { kind: 'noAnswer' }, confirmed });
    else if (!got.value.ok) setTrouble({ why: got.value.failure, confirmed });
    else onDone();
  };
  const cancel = () => {
    setTrouble(undefined);
    if (!underWay.current) return;
    underWay.current = undefined;
    setBusy(false);
    void tell('cancelSignIn', undefined);
  };
  return { busy, trouble, start, cancel };
}
