import { messages } from '../../../shared/text/messages.ts';
import type { Platform } from '../../../shared/text/platform.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { FormRow } from '../sign-in/FormRow.tsx';
import { type TokenEntry, tokenField } from './use-token-entry.ts';

interface Props {
  readonly entry: TokenEntry;
  /** One is kept, and stays where nothing is entered. */
  readonly isOptional: boolean;
  readonly platform: Platform;
  readonly onUntilQuit: () => void;
}

const words = () => messages.priceToken;

/** The field for a token, and what can be done where there is no safe place for it. */
export function TokenRows({ entry, isOptional, platform, onUntilQuit }: Props) {
  const { untilQuit } = words();
  const keychain = messages.keychainNames[platform];
  return (
    <>
      <FormRow
        field={{ name: tokenField, type: 'password', required: !isOptional }}
        label={words().label}
        reveal={words().reveal}
        hint={isOptional ? words().hintKept : words().hint}
        initial={undefined}
        still={false}
        wrong={entry.wrong && words()[entry.wrong]}
      />
      {entry.hasNoPlace && (
        <div className="note needs tall" role="alert">
          <p>{words().notSaved({ keychain, untilQuit })}</p>
          <ActionButton onPress={onUntilQuit}>{untilQuit}</ActionButton>
        </div>
      )}
    </>
  );
}
