import { useEffect, useRef } from 'react';
import type { Platform } from '../../../shared/text/sign-in-text.ts';
import { signInTroubleSentence } from '../../../shared/text/sign-in-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { useSurroundings } from '../../surroundings.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import type { SignInTrouble } from './use-sign-in.ts';

interface Props {
  readonly why: SignInTrouble;
  readonly platform: Platform;
  readonly onUntilQuit: () => void;
}

/** Says why it did not work, and takes the focus there. */
export function SignInAlert({ why, platform, onUntilQuit }: Props) {
  const { clock, manner } = useSurroundings();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} className="note needs tall" role="alert" tabIndex={-1}>
      <p>{signInTroubleSentence(why, { platform, now: clock.now(), manner })}</p>
      {why.kind === 'noKeychain' && (
        <ActionButton onPress={onUntilQuit}>{windowText.form.untilQuit}</ActionButton>
      )}
    </div>
  );
}
