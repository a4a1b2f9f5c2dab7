import { useEffect, useRef } from 'react';
import type { Brand } from '../../../shared/domain/brand.ts';
import { brandFormWords } from '../../../shared/text/brand-form-words.ts';
import type { Platform } from '../../../shared/text/platform.ts';
import { type SaidFailure, signInTroubleSentence } from '../../../shared/text/sign-in-text.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';

interface Props {
  readonly why: SaidFailure;
  readonly brand: Brand;
  readonly platform: Platform;
  readonly onUntilQuit: () => void;
}

/** Says why it did not work, and takes the focus there. */
export function SignInAlert({ why, brand, platform, onUntilQuit }: Props) {
  const { clock, formatOptions } = useAppContext();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} className="note needs tall" role="alert" tabIndex={-1}>
      <p>{signInTroubleSentence(why, { brand, platform, now: clock.now(), formatOptions })}</p>
      {why.kind === 'noKeychain' && (
        <ActionButton onPress={onUntilQuit}>{brandFormWords(brand).untilQuit}</ActionButton>
      )}
    </div>
  );
}
