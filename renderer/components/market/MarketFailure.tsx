import { type FormEvent, useRef } from 'react';
import type {
  PriceFailure,
  PriceSourceId,
  TokenSourceId,
} from '../../../shared/domain/price/source.ts';
import { wantsToken } from '../../../shared/domain/price/source.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Platform } from '../../../shared/text/platform.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Note } from '../basic/Note.tsx';
import { TokenRows } from './TokenRows.tsx';
import { useTokenEntry } from './use-token-entry.ts';

interface Props {
  readonly failure: PriceFailure;
  readonly source: PriceSourceId;
  readonly platform: Platform;
}

/** Why there are no newer prices, and what helps where that is in the owner's hands. */
export function MarketFailure({ failure, source, platform }: Props) {
  const tell = useTell();
  const { kind } = failure;
  const sentence = messages.market.failures[kind];
  if (kind === 'tokenLocked') {
    const unlock = (
      <ActionButton onPress={() => void tell('tryKeychain', undefined)}>
        {messages.priceToken.tryAgain}
      </ActionButton>
    );
    return (
      <Note tone="needs" help={unlock}>
        {sentence}
      </Note>
    );
  }
  const isAboutToken = (kind === 'tokenRefused' || kind === 'noToken') && wantsToken(source);
  if (!isAboutToken) return <Note tone="quiet">{sentence}</Note>;
  return (
    <>
      <Note tone="needs">{sentence}</Note>
      <TokenForm source={source} platform={platform} />
    </>
  );
}

interface FormProps {
  readonly source: TokenSourceId;
  readonly platform: Platform;
}

/** Where a token is entered anew. */
function TokenForm({ source, platform }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const entry = useTokenEntry();
  const save = async (untilQuit: boolean) => {
    const isKept = await entry.save(form.current, { source, isOptional: false, untilQuit });
    if (isKept) form.current?.reset();
  };
  return (
    <form
      ref={form}
      className="sign-in"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <TokenRows {...{ entry, platform }} isOptional={false} onUntilQuit={() => void save(true)} />
      <div className="buttons">
        <ActionButton look="main" submits disabled={entry.isSaving}>
          {messages.priceToken.use}
        </ActionButton>
      </div>
    </form>
  );
}
