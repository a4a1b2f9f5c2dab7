import { useState } from 'react';
import type { TokenSourceId } from '../../../shared/domain/price/source.ts';
import { useTell } from '../../app-context.ts';

/** A token on its way from a form to where it is kept. It is in no state of the page. */
export interface TokenEntry {
  readonly wrong: 'missing' | 'wrong' | undefined;
  readonly isSaving: boolean;
  /** There is no safe place for it; it can be used for this session. */
  readonly hasNoPlace: boolean;
  /** True once what stands in the form is kept, or nothing has to be. */
  readonly save: (form: HTMLFormElement | null, how: HowKept) => Promise<boolean>;
}

interface HowKept {
  readonly source: TokenSourceId;
  /** Nothing entered: the one that is kept stays. */
  readonly isOptional: boolean;
  readonly untilQuit?: boolean;
}

/** The name of the field in its form. */
export const tokenField = 'token';

export function useTokenEntry(): TokenEntry {
  const tell = useTell();
  const [wrong, setWrong] = useState<TokenEntry['wrong']>();
  const [phase, setPhase] = useState<'idle' | 'saving' | 'noPlace'>('idle');
  const save: TokenEntry['save'] = async (form, { source, isOptional, untilQuit = false }) => {
    const token = String(new FormData(form ?? undefined).get(tokenField) ?? '').trim();
    const isEmpty = token === '';
    if (isEmpty && isOptional) return true;
    // Anything else cannot be sent, so it was mistyped.
    const fault = isEmpty ? 'missing' : /^[\x21-\x7e]+$/.test(token) ? undefined : 'wrong';
    setWrong(fault);
    if (fault || phase === 'saving') return false;
    setPhase('saving');
    const got = await tell('setPriceToken', { source, token, untilQuit });
    const isKept = got.ok && got.value.ok;
    setPhase(got.ok && !isKept ? 'noPlace' : 'idle');
    return isKept;
  };
  return { wrong, isSaving: phase === 'saving', hasNoPlace: phase === 'noPlace', save };
}
