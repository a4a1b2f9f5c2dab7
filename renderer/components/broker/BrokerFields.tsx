import { useState } from 'react';
import type { BrokerChoice } from '../../../shared/domain/app/broker.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Platform } from '../../../shared/text/platform.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { SwitchRow } from '../basic/SwitchRow.tsx';
import { TextField } from '../basic/TextField.tsx';
import { FormRow } from '../sign-in/FormRow.tsx';
import { isForSame, shownPort } from './draft.ts';
import { type BrokerEntry, passwordField } from './use-broker-form.ts';

interface Props {
  readonly entry: BrokerEntry;
  readonly choice: BrokerChoice | null;
  readonly platform: Platform;
}

const words = () => messages.broker;

/** Where the broker is, and who it lets in. */
export function BrokerFields({ entry, choice, platform }: Props) {
  const { draft, change, settle, faults } = entry;
  return (
    <>
      <TextField
        label={words().host}
        hint={words().hostHint}
        name="host"
        value={draft.host}
        error={faults.host && words().faults[faults.host]}
        onChange={(host) => change({ host })}
        onLeave={settle}
      />
      <TextField
        label={words().port}
        name="port"
        inputMode="numeric"
        value={shownPort(draft)}
        error={faults.port && words().faults.port}
        onChange={(port) => change({ port })}
        onLeave={settle}
      />
      <SwitchRow
        label={words().tls}
        checked={draft.tls}
        {...(!draft.tls && { hint: words().plainHint })}
        onChange={(tls) => change({ tls })}
      />
      <TextField
        label={words().user}
        name="user"
        isOptional
        value={draft.user}
        error={faults.user && words().faults[faults.user]}
        onChange={(user) => change({ user })}
      />
      <FormRow
        field={{ name: passwordField, type: 'password', required: false }}
        label={words().password}
        reveal={words().reveal}
        hint={passwordHint({ entry, choice, platform })}
        initial={undefined}
        still={false}
        wrong={undefined}
      />
    </>
  );
}

/** Where it will be; or what becomes of the one that is there. */
function passwordHint({ entry, choice, platform }: Props): string {
  if (!choice || choice.password === 'none') {
    return messages.signIn.kept(messages.keychainNames[platform]);
  }
  return isForSame(entry.draft, choice) ? words().samePassword : words().passwordAgain;
}

/** What the broker is told, and what it may ask. */
export function BrokerSwitches({ entry: { draft, change } }: Pick<Props, 'entry'>) {
  return (
    <>
      <SwitchRow
        label={words().announce}
        hint={words().announceHint}
        checked={draft.announces}
        onChange={(announces) => change({ announces })}
      />
      <SwitchRow
        label={words().commands}
        hint={words().commandsHint}
        checked={draft.commands}
        onChange={(commands) => change({ commands })}
      />
    </>
  );
}

/** Prefixes, which hardly anybody changes: in sight when asked for, or when one is wrong. */
export function BrokerPrefixes({ entry: { draft, change, faults } }: Pick<Props, 'entry'>) {
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || Boolean(faults.topicPrefix ?? faults.discovery);
  return (
    <>
      <div className="links">
        <ActionButton look="word" expanded={isShown} onPress={() => setOpen(!isShown)}>
          {words().more}
        </ActionButton>
      </div>
      {isShown && (
        <>
          <TextField
            label={words().topicPrefix}
            hint={words().topicPrefixHint}
            name="topicPrefix"
            value={draft.topicPrefix}
            error={faults.topicPrefix && words().faults[faults.topicPrefix]}
            onChange={(topicPrefix) => change({ topicPrefix })}
          />
          {draft.announces && (
            <TextField
              label={words().discovery}
              hint={words().discoveryHint}
              name="discovery"
              value={draft.discovery}
              error={faults.discovery && words().faults[faults.discovery]}
              onChange={(discovery) => change({ discovery })}
            />
          )}
        </>
      )}
    </>
  );
}
