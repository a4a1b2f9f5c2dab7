import type { UpdateFailure, UpdateStep, UpdateView } from '../../../shared/domain/app/update.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';

/** What can be pressed: its words, and a step or the page of downloads. */
interface Offer {
  readonly label: string;
  readonly does: UpdateStep | 'downloadPage';
  readonly isMain?: true;
}

/** What helps now, by how far it is. */
export function UpdateButtons({ update }: { readonly update: UpdateView }) {
  const tell = useTell();
  const press = ({ does }: Offer) => {
    if (does === 'downloadPage') void tell('openLink', { link: does });
    else void tell('update', { step: does });
  };
  const isChecking = update.progress.phase === 'checking';
  return (
    <div className="buttons">
      {offersOf(update).map((offer) => (
        <ActionButton
          key={offer.does}
          look={offer.isMain ? 'main' : 'plain'}
          disabled={isChecking}
          onPress={() => press(offer)}
        >
          {offer.label}
        </ActionButton>
      ))}
    </div>
  );
}

function offersOf({ progress, way, postponed }: UpdateView): readonly Offer[] {
  const words = messages.updates;
  const check: Offer = { label: words.check, does: 'check' };
  const later: Offer = { label: words.later, does: 'postpone' };
  switch (progress.phase) {
    case 'idle':
    case 'checking':
      return [check];
    case 'found':
      // What was put off may have been some time ago: there may be a newer one still.
      return [way === 'byHand' ? downloadPage() : download(), postponed ? check : later];
    case 'downloading':
      return [{ label: words.cancel, does: 'cancel' }];
    case 'ready':
      return [
        { label: words.restart, does: 'install', isMain: true },
        ...(postponed ? [] : [later]),
      ];
    case 'installing':
      return progress.waits ? [{ label: words.cancel, does: 'cancel' }] : [];
    case 'failed':
      return [helpWith(progress.why, progress.newer ? 'download' : 'check')];
  }
}

function download(): Offer {
  return { label: messages.updates.download, does: 'download', isMain: true };
}

function downloadPage(): Offer {
  return { label: messages.linkLabels.downloadPage, does: 'downloadPage', isMain: true };
}

/** Where this copy can't be replaced, once more would fail alike. */
function helpWith(why: UpdateFailure, again: UpdateStep): Offer {
  if (why === 'notWritable') return downloadPage();
  return { label: messages.window.charger.tryAgain, does: again };
}
