import { useState } from 'react';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { messages } from '../../../shared/text/messages.ts';
import { BrokerForm } from './BrokerForm.tsx';
import { BrokerSummary } from './BrokerSummary.tsx';

/** The one place where a broker is set, and where it is said how it stands with it. */
export function BrokerSettings({ state }: { readonly state: AppState }) {
  const [isChanging, setChanging] = useState(false);
  const { broker: choice } = state.settings;
  const { platform } = state.app;
  const done = () => setChanging(false);
  if (choice && !isChanging) {
    return (
      <BrokerSummary
        choice={choice}
        state={state.broker ?? { phase: 'connecting' }}
        platform={platform}
        onChange={() => setChanging(true)}
      />
    );
  }
  return (
    <div className="card">
      {!choice && (
        <>
          <p>{messages.broker.intro}</p>
          <p className="soft small">{messages.broker.off}</p>
        </>
      )}
      <BrokerForm
        choice={choice}
        platform={platform}
        onSaved={done}
        {...(choice && { onCancel: done })}
      />
    </div>
  );
}
