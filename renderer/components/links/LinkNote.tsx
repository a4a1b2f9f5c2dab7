import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { troubleWith } from './link-text.ts';

/** Somebody came by a link that leads to no charger here: why, above whatever view is open. */
export function LinkNote({ state: { chargers, link } }: { readonly state: AppState }) {
  const tell = useTell();
  const trouble = link && troubleWith(link, chargers);
  if (!link || trouble === undefined) return null;
  return (
    <div className="note needs tall" role="alert">
      <h2>{messages.links.notUnderstood}</h2>
      <p>{trouble}</p>
      <ActionButton onPress={() => void tell('answerLink', { counter: link.counter })}>
        {messages.links.close}
      </ActionButton>
    </div>
  );
}
