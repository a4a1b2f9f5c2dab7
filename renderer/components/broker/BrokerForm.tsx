import { type FormEvent, type KeyboardEvent, useEffect } from 'react';
import type { BrokerChoice } from '../../../shared/domain/app/broker.ts';
import { brokerFailureSentences } from '../../../shared/text/broker-text.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Platform } from '../../../shared/text/platform.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { CertificateQuestion } from '../certificate/CertificateQuestion.tsx';
import { takesEscape } from '../shell/use-escape.ts';
import { BrokerFields, BrokerPrefixes, BrokerSwitches } from './BrokerFields.tsx';
import { type BrokerEntry, type Outcome, useBrokerForm } from './use-broker-form.ts';

interface Props {
  /** What is set; null: nothing yet. */
  readonly choice: BrokerChoice | null;
  readonly platform: Platform;
  readonly onSaved: () => void;
  /** Absent where there is nothing to go back to. */
  readonly onCancel?: () => void;
}

const words = () => messages.broker;

/** A broker and what it is for. What is entered stays until it is saved, or left by a button. */
export function BrokerForm({ choice, platform, onSaved, onCancel }: Props) {
  const entry = useBrokerForm(choice, onSaved);
  const { form, outcome, isTouched } = entry;
  const asks = outcome?.kind === 'asks';
  const isLeft = onCancel !== undefined && !isTouched && !asks;
  const isAskedFor = choice !== null;
  useEffect(() => {
    // By a button that is gone.
    if (isAskedFor) form.current?.querySelector('input')?.focus();
  }, [form, isAskedFor]);
  return (
    <form
      ref={form}
      className="sign-in"
      noValidate
      aria-busy={entry.busy !== undefined}
      onInput={entry.touch}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void entry.save({ untilQuit: false });
      }}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && isLeft && onCancel()}
      {...(isLeft && takesEscape)}
    >
      <BrokerFields {...{ entry, choice, platform }} />
      <BrokerSwitches entry={entry} />
      <BrokerPrefixes entry={entry} />
      {asks ? (
        <CertificateQuestion
          // Another certificate is another question: it takes the focus anew.
          key={outcome.offered.fingerprint}
          offered={outcome.offered}
          known={outcome.known}
          words={words().certificate}
          isDoubted
          busy={entry.busy !== undefined}
          onAccept={() => void entry.trust()}
          onCancel={entry.refuse}
        />
      ) : (
        <FormEnd {...{ entry, platform, onCancel }} />
      )}
      <div role="status" className="broker-said">
        {saidOf(outcome, platform).map((sentence) => (
          <p key={sentence} className={outcome?.kind === 'failed' ? 'warn small' : 'small'}>
            {sentence}
          </p>
        ))}
      </div>
    </form>
  );
}

interface EndProps {
  readonly entry: BrokerEntry;
  readonly platform: Platform;
  readonly onCancel: (() => void) | undefined;
}

/** The buttons, and what can be done where there is no safe place for the password. */
function FormEnd({ entry, platform, onCancel }: EndProps) {
  const { busy, outcome } = entry;
  return (
    <>
      <div className="buttons long-first">
        <ActionButton look="main" submits disabled={busy !== undefined}>
          {busy === 'save' ? words().saving : words().save}
        </ActionButton>
        <ActionButton disabled={busy !== undefined} onPress={() => void entry.test()}>
          {busy === 'test' ? words().testing : words().test}
        </ActionButton>
        {onCancel && <ActionButton onPress={onCancel}>{messages.form.cancel}</ActionButton>}
      </div>
      {outcome?.kind === 'noPlace' && (
        <div className="note needs tall" role="alert">
          <p>
            {messages.signIn.noKeychain({
              secret: words().secret,
              keychain: messages.keychainNames[platform],
              untilQuit: words().untilQuit,
            })}
          </p>
          <ActionButton onPress={() => void entry.save({ untilQuit: true })}>
            {words().untilQuit}
          </ActionButton>
        </div>
      )}
    </>
  );
}

function saidOf(outcome: Outcome | undefined, platform: Platform): readonly string[] {
  if (outcome?.kind === 'failed') return brokerFailureSentences(outcome.why, platform);
  if (outcome?.kind !== 'works') return [];
  const { broker } = outcome;
  return [broker === undefined ? words().works : words().worksWith(broker)];
}
