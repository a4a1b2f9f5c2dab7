import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { offeredVersion, type UpdateView } from '../../../shared/domain/app/update.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import type { Place, Places } from '../../use-place.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { phaseSentence } from './phase-sentence.ts';

interface Props {
  readonly state: AppState;
  readonly here: Place;
  readonly go: Places['go'];
}

/** One quiet line above whatever view is open: there is a newer version, or the app is about to go. */
export function UpdateLine({ state: { app, update }, here, go }: Props) {
  if (!update || !isWorthALine(update)) return null;
  // There everything is said already.
  if (here.view === 'settings' && here.page === 'updates') return null;
  return (
    <section className="update-line small" aria-label={messages.updates.title}>
      <p>{phaseSentence(update.progress, app.version)}</p>
      {update.progress.phase !== 'installing' && <Buttons go={go} />}
    </section>
  );
}

/** A restart that waits must not come out of the blue, wherever its owner is by then. */
function isWorthALine(update: UpdateView): boolean {
  return offeredVersion(update) !== undefined || update.progress.phase === 'installing';
}

function Buttons({ go }: Pick<Props, 'go'>) {
  const tell = useTell();
  return (
    <div className="update-line-buttons">
      <ActionButton look="word" onPress={() => go({ view: 'settings', page: 'updates' })}>
        {messages.updates.whatIsNew}
      </ActionButton>
      <ActionButton look="word" onPress={() => void tell('update', { step: 'postpone' })}>
        {messages.updates.later}
      </ActionButton>
    </div>
  );
}
