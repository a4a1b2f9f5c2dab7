import { useState } from 'react';
import type {
  BrokerChoice,
  BrokerFailure,
  BrokerState,
} from '../../../shared/domain/app/broker.ts';
import { brokerFailureSentences, brokerStateSentence } from '../../../shared/text/broker-text.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Platform } from '../../../shared/text/platform.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { ConfirmButton } from '../basic/ConfirmButton.tsx';
import { CertificateQuestion } from '../certificate/CertificateQuestion.tsx';
import { fingerprintGroups } from '../certificate/compare.ts';

interface Props {
  readonly choice: BrokerChoice;
  readonly state: BrokerState;
  readonly platform: Platform;
  readonly onChange: () => void;
}

const words = () => messages.broker;

/** A broker that is set: how it stands with it, what helps, and what it is for. */
export function BrokerSummary(props: Props) {
  const { choice, state, platform } = props;
  const { clock, formatOptions } = useAppContext();
  const { host, port, tls } = choice.address;
  const why = 'why' in state ? state.why : undefined;
  return (
    <div className="card">
      <div>
        <h2 className="broker-host">{host}</h2>
        <p className="soft small">
          {tls ? words().encrypted(String(port)) : words().plain(String(port))}
        </p>
      </div>
      <div role="status" className="broker-said">
        <p>{brokerStateSentence(state, clock.now(), formatOptions)}</p>
        {why &&
          brokerFailureSentences(why, platform).map((sentence) => (
            <p key={sentence} className="warn small">
              {sentence}
            </p>
          ))}
      </div>
      <WhatHelps {...props} why={why} />
      <Facts choice={choice} platform={platform} />
    </div>
  );
}

interface HelpProps extends Props {
  readonly why: BrokerFailure | undefined;
}

/** The buttons, or the question that waits for its owner. */
function WhatHelps({ choice, state, why, onChange }: HelpProps) {
  const tell = useTell();
  const [isReviewing, setReviewing] = useState(false);
  const offered = why && 'offered' in why ? why.offered : undefined;
  const { installation: _of, password, ...wish } = choice;
  // Without a password the one before stays, wherever it is.
  const setAgain = (next: typeof wish) =>
    void tell('setBroker', { wish: next, untilQuit: password === 'untilQuit' });
  if (offered && isReviewing) {
    return (
      <CertificateQuestion
        key={offered.fingerprint}
        offered={offered}
        known={wish.address.certificate}
        words={words().certificate}
        isDoubted
        busy={false}
        onAccept={() => {
          setReviewing(false);
          setAgain({ ...wish, address: { ...wish.address, certificate: offered } });
        }}
        onCancel={() => setReviewing(false)}
      />
    );
  }
  return (
    <div className="buttons">
      {offered && (
        <ActionButton look="main" onPress={() => setReviewing(true)}>
          {words().review}
        </ActionButton>
      )}
      {why?.kind === 'keychainLocked' && (
        <ActionButton look="main" onPress={() => void tell('tryKeychain', undefined)}>
          {words().tryAgain}
        </ActionButton>
      )}
      {state.phase === 'waiting' && (
        <ActionButton onPress={() => setAgain(wish)}>{words().tryNow}</ActionButton>
      )}
      <ActionButton look={wantsEntry(why) ? 'main' : 'plain'} onPress={onChange}>
        {words().change}
      </ActionButton>
      <ConfirmButton
        label={words().remove}
        confirm={words().confirmRemove}
        title={words().removeTitle}
        body={removeBody(choice, state)}
        onConfirm={() => void tell('forgetBroker', undefined)}
      />
    </div>
  );
}

/** What removing it takes back: that needs a connection. */
function removeBody({ discovery }: BrokerChoice, { phase }: BrokerState): string {
  if (discovery === null) return words().removeBodySilent;
  return phase === 'connected' ? words().removeBody : words().removeBodyAway;
}

/** What only another entry in the form mends. */
function wantsEntry(why: BrokerFailure | undefined): boolean {
  return why?.kind === 'signInRefused' || why?.kind === 'passwordNeeded';
}

function Facts({ choice, platform }: Pick<Props, 'choice' | 'platform'>) {
  const { certificate } = choice.address;
  return (
    <div className="broker-said">
      <p className="soft small">
        {choice.discovery === null ? words().notAnnounced : words().announced}
      </p>
      <p className="soft small">{choice.commands ? words().controls : words().viewOnly}</p>
      <p className="soft small">{passwordWords(choice, platform)}</p>
      {certificate && (
        <p className="soft small">
          {messages.settings.account.certificate}:{' '}
          <code>{fingerprintGroups(certificate.fingerprint)[0]}…</code>
        </p>
      )}
    </div>
  );
}

function passwordWords({ password }: BrokerChoice, platform: Platform): string {
  const { keychain, untilQuit, none } = messages.secrets;
  const kept = words().stored;
  if (password === 'none') return none;
  return password === 'untilQuit'
    ? untilQuit(kept)
    : keychain({ kept, keychain: messages.keychainNames[platform] });
}
