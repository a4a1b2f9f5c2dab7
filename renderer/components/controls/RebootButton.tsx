import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { messages } from '../../../shared/text/messages.ts';
import { ConfirmButton } from '../basic/ConfirmButton.tsx';
import { nameOf } from '../charger/view-model.ts';
import { offerOf } from './offers.ts';
import type { Asking } from './use-ask.ts';

interface Props {
  readonly charger: ChargerState;
  readonly ask: Asking['ask'];
  /** Id of the sentence that says why it cannot be pressed. */
  readonly reasonId?: string | undefined;
}

/** Restarts the charger, after asking once more. */
export function RebootButton({ charger, ask, reasonId }: Props) {
  const reboot = offerOf(charger.reading, 'reboot');
  const words = messages.window.confirm;
  return (
    <ConfirmButton
      label={messages.commandLabels.reboot}
      title={words.rebootTitle(nameOf(charger))}
      body={words.rebootBody}
      onConfirm={() => void ask({ kind: 'reboot' })}
      disabled={reboot?.why !== undefined}
      reasonId={reasonId}
    />
  );
}
